/** Settles with a request. */
export function requested<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** Settles with a transaction: what it wrote stands only now. */
export function finished(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new DOMException("Aborted", "AbortError"));
	});
}

/** How long an opening may take before the database counts as blocked; it waits on others that hold or delete it. */
const OPEN_TIMEOUT_MS = 5_000;

/**
 * Opens a database and makes its stores if it is new.
 *
 * @param onLost Called when the browser or somebody else takes the database away; it is closed by then.
 * @throws A `TimeoutError` if it stays blocked; what the browser says otherwise.
 */
export function openDatabase(
	name: string,
	makeStores: (db: IDBDatabase) => void,
	onLost: () => void,
): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		let givenUp = false;
		const timer = setTimeout(() => {
			givenUp = true;
			reject(new DOMException(`The database ${name} is blocked.`, "TimeoutError"));
		}, OPEN_TIMEOUT_MS);
		request.onupgradeneeded = () => makeStores(request.result);
		request.onerror = () => {
			clearTimeout(timer);
			reject(request.error);
		};
		request.onsuccess = () => {
			clearTimeout(timer);
			const db = request.result;
			if (givenUp) return db.close(); // nobody waits for it any more
			db.onversionchange = () => {
				db.close();
				onLost();
			};
			db.onclose = onLost;
			resolve(db);
		};
	});
}
