/** Rows of one statement: databases bound the number of parameters (SQLite: 32,766). */
const ROWS_AT_ONCE = 1000;

/** Runs a statement on as many rows at a time as it may have. */
export async function inParts<T, R>(
	all: readonly T[],
	run: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
	const results: R[] = [];
	for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
		for (const result of await run(all.slice(from, from + ROWS_AT_ONCE))) results.push(result);
	}
	return results;
}
