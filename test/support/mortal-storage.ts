import type { Storage } from "../../sync-server/storage/storage.ts";

/** One server's hold on a storage. When the server dies, what it has not committed is lost; it can also fail once. */
export function makeMortalStorage(inner: Storage) {
	let isDead = false;
	let failures = 0;
	const storage: Storage = {
		...inner,
		transaction: (work) =>
			inner.transaction(async (tx) => {
				if (isDead) throw new Error("The server is dead.");
				const result = await work(tx);
				if (isDead) throw new Error("The server is dead.");
				if (failures > 0) {
					failures -= 1;
					throw new Error("The disk is full.");
				}
				return result;
			}),
	};
	return {
		storage,
		die: (): void => {
			isDead = true;
		},
		failOnce: (): void => {
			failures = 1;
		},
	};
}
