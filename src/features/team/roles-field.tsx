import { For } from "solid-js";
import { Role } from "#domain/partner.ts";
import { useMessages } from "#i18n/messages.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Field } from "#ui/field.tsx";

type RolesFieldProps = {
	roles: readonly Role[];
	error?: string | undefined;
	/** A role that cannot be given up here. */
	locked?: Role | undefined;
	onChange(roles: Role[]): void;
};

/** Which roles somebody has; each with what it allows. */
export function RolesField(props: RolesFieldProps) {
	const messages = useMessages();
	const words = () => messages().people;

	function toggle(role: Role, on: boolean) {
		props.onChange(Role.options.filter((other) => (other === role ? on : props.roles.includes(other))));
	}

	return (
		<Field group label={words().team.rolesColumn} error={props.error}>
			{() => (
				<div class="stack">
					<For each={Role.options}>
						{(role) => (
							<Checkbox
								label={messages().app.roles[role]}
								hint={words().rolesMay[role]}
								checked={props.roles.includes(role)}
								disabled={role === props.locked}
								onChange={(on) => toggle(role, on)}
							/>
						)}
					</For>
				</div>
			)}
		</Field>
	);
}
