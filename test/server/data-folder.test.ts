import { expect, test } from "vitest";
import { FolderInUse, holdFolder } from "../../sync-server/data-folder.ts";
import { makeTempFolder } from "../support/temp-folder.ts";

test("a folder is for one server at a time", () => {
	const folder = makeTempFolder();
	const letGo = holdFolder(folder.path);
	expect(() => holdFolder(folder.path)).toThrow(FolderInUse);
	expect(() => holdFolder(folder.path)).toThrow(
		`Another server works on the folder ${folder.path} already: stop it, or set STAFFEL_DATA to another folder.`,
	);
	letGo();
	holdFolder(folder.path)();
	folder.remove();
});
