import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of a test's own. */
export function makeTempFolder() {
	const path = mkdtempSync(join(tmpdir(), "staffel-test-"));
	return { path, remove: (): void => rmSync(path, { recursive: true, force: true }) };
}
