import { createContext, useContext } from "solid-js";
import type { SessionInfo } from "#protocol/api.ts";
import type { ApiResult } from "./api.ts";

/** Who is signed in at the server. A local workspace has no account. */
export type Account = {
	/** `undefined`: the server has not been asked or has not answered, as offline. */
	info(): SessionInfo | undefined;
	/** Asks the server who is signed in now and opens their workspace, or the operator's page. */
	enter(): Promise<ApiResult<SessionInfo>>;
	/** Ends the session on the server; the data stays on the device. */
	signOut(): Promise<void>;
};

const AccountContext = createContext<Account>();

export const AccountProvider = AccountContext.Provider;

/** @throws Outside of an `AccountProvider`. */
export function useAccount(): Account {
	const account = useContext(AccountContext);
	if (account === undefined) throw new Error("useAccount: no AccountProvider above this component.");
	return account;
}
