import { Pencil, UserMinus } from "lucide";
import { createSignal, Show } from "solid-js";
import type { Role } from "#domain/partner.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { MemberList } from "#protocol/api.ts";
import { callApi, Nothing } from "#session/api.ts";
import { createRequest } from "#session/create-request.ts";
import { Avatar, hueOf } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FormError } from "#ui/form-error.tsx";
import { RolesField } from "./roles-field.tsx";

type MemberItemProps = {
	/** `/api/partners/…/members/…` */
	path: string;
	member: MemberList["members"][number];
	isMe: boolean;
	mayManage: boolean;
	onChanged(what: "roles" | "removed"): void;
};

/** One member: who, which roles, and for those who may: change or remove. */
export function MemberItem(props: MemberItemProps) {
	const messages = useMessages();
	const request = createRequest();
	const [roles, setRoles] = createSignal<readonly Role[]>();
	const [asking, setAsking] = createSignal(false);

	const words = () => messages().people;
	const failure = () => {
		const code = request.failure();
		return code && words().errors[code];
	};

	async function save(event: SubmitEvent): Promise<void> {
		event.preventDefault();
		const chosen = roles() ?? [];
		if (request.busy() || chosen.length === 0) return;
		const done = await request.run(() => callApi(Nothing, "PATCH", props.path, { roles: chosen }));
		if (done === undefined) return;
		setRoles(undefined);
		props.onChanged("roles");
	}

	async function remove(): Promise<void> {
		setAsking(false);
		const done = await request.run(() => callApi(Nothing, "DELETE", props.path));
		if (done !== undefined) props.onChanged("removed");
	}

	return (
		<li class="person">
			<Avatar name={props.member.name} hue={hueOf(props.member.userId)} size="lg" silent />
			<div class="grow">
				<b>{props.member.name}</b>
				<Show when={props.isMe}>
					{" "}
					<span class="tag">{words().team.you}</span>
				</Show>
				<small>{props.member.email}</small>
			</div>
			<span class="person-roles">
				{props.member.roles.map((role) => messages().app.roles[role]).join(", ")}
			</span>
			<Show when={props.mayManage}>
				<span class="row">
					<Button
						variant="ghost"
						size="sm"
						icon={Pencil}
						label={words().team.editRoles(props.member.name)}
						aria-expanded={roles() !== undefined}
						onClick={() => setRoles((open) => (open === undefined ? props.member.roles : undefined))}
					/>
					<Button
						variant="ghost"
						size="sm"
						icon={UserMinus}
						label={words().team.remove(props.member.name)}
						disabledReason={props.isMe ? words().team.notYourself : undefined}
						onClick={() => setAsking(true)}
					/>
				</span>
			</Show>
			<Show when={roles()}>
				{(chosen) => (
					<form class="form person-form" onSubmit={(event) => void save(event)}>
						<RolesField
							roles={chosen()}
							locked={props.isMe ? "account-admin" : undefined}
							error={chosen().length === 0 ? words().rolesMissing : undefined}
							onChange={setRoles}
						/>
						<div class="form-foot">
							<Button variant="primary" size="sm" type="submit" aria-busy={request.busy()}>
								{words().team.save}
							</Button>
							<Button variant="ghost" size="sm" onClick={() => setRoles(undefined)}>
								{words().team.cancel}
							</Button>
						</div>
					</form>
				)}
			</Show>
			<FormError text={failure()} />
			<Dialog
				open={asking()}
				title={words().team.removeTitle(props.member.name)}
				onClose={() => setAsking(false)}
				foot={
					<>
						<Button onClick={() => setAsking(false)}>{words().team.cancel}</Button>
						<Button variant="danger" onClick={() => void remove()}>
							{words().team.removeConfirm}
						</Button>
					</>
				}
			>
				<p>{words().team.removeText}</p>
			</Dialog>
		</li>
	);
}
