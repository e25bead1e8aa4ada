import { OperatorPage } from "#features/operator/operator-page.tsx";
import { TeamMembers } from "#features/team/team-members.tsx";
import { useAccount } from "#session/account.tsx";

/** The operator's page, with the members of each partner as the team's page shows them. */
export function OperatorRoute() {
	const account = useAccount();

	return (
		<OperatorPage
			members={(partnerId, onChanged) => (
				<TeamMembers
					partnerId={partnerId}
					userId={account.info()?.user?.id ?? ""}
					mayManage
					onChanged={onChanged}
				/>
			)}
		/>
	);
}
