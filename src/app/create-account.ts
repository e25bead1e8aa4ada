import { createSignal, onMount } from "solid-js";
import { paths } from "#paths.ts";
import { SessionInfo } from "#protocol/api.ts";
import type { Account } from "#session/account.tsx";
import { Anything, callApi } from "#session/api.ts";
import { forgetWorkspace, membershipOf, readWorkspace, rememberWorkspace } from "#session/workspace.ts";
import { keepLeft } from "./left-workspaces.ts";

const NOBODY: SessionInfo = { user: null, team: null };

/** Who is signed in. Whenever that changes the page is loaded anew: documents of two teams are never open in one. */
export function createAccount(initial: SessionInfo | undefined): Account {
	const [info, setInfo] = createSignal(initial);

	async function ask() {
		const result = await callApi(SessionInfo, "GET", "/api/session");
		if (result.ok) setInfo(result.value);
		return result;
	}

	// a local workspace asks nobody, unless the person has come to sign in or to join
	onMount(() => {
		const isEntry = /^\/(sign-in|join|setup)/.test(location.pathname);
		if (initial === undefined && (isEntry || readWorkspace()?.kind === "server")) void ask();
	});

	return {
		info,
		async enter() {
			const result = await ask();
			if (!result.ok) return result;
			if (result.value.user === null) return { ok: false, error: "sign-in", status: 401 };
			const before = readWorkspace();
			if (before?.kind === "local") keepLeft(before);
			const membership = membershipOf(result.value);
			if (membership === undefined) forgetWorkspace();
			else rememberWorkspace({ kind: "server", origin: location.origin, info: membership });
			location.assign(membership === undefined ? paths.operator() : paths.customers());
			return result;
		},
		async signOut() {
			await callApi(Anything, "POST", "/api/auth/sign-out");
			setInfo(NOBODY);
		},
	};
}
