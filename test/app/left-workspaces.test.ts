import { beforeEach, expect, test } from "vitest";
import { keepLeft, leftWorkspaces, removeLeft } from "#app/left-workspaces.ts";
import { newLocalWorkspace } from "#app/local-workspace.ts";
import { DE } from "../support/nouns.ts";

const team = (company: string) => ({ company, name: "Ada", type: "direct-bill", country: DE }) as const;

beforeEach(() => localStorage.removeItem("staffel:left"));

test("local workspaces that were left are listed, the newest first, each once", () => {
	const first = newLocalWorkspace(team("First"), false);
	const second = newLocalWorkspace(team("Second"), true);
	keepLeft(first);
	keepLeft(second);
	keepLeft(first);
	expect(leftWorkspaces()).toEqual([first, second]);
	removeLeft(first.id);
	expect(leftWorkspaces()).toEqual([second]);
});

test("what another version has left there is no workspace", () => {
	localStorage.setItem("staffel:left", '[{"kind":"cloud"}]');
	expect(leftWorkspaces()).toEqual([]);
	localStorage.setItem("staffel:left", "no JSON");
	expect(leftWorkspaces()).toEqual([]);
});
