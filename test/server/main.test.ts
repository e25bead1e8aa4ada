import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const dataDir = mkdtempSync(join(tmpdir(), "staffel-main-"));
const running = new Set<ChildProcess>();
afterAll(() => {
	for (const child of running) child.kill("SIGKILL");
	rmSync(dataDir, { recursive: true, force: true });
});

/** Starts a script of the server the way npm does. */
function start(script: string, env: Record<string, string> = {}) {
	const child = spawn(process.execPath, [script], {
		env: { PATH: process.env.PATH, STAFFEL_PORT: "0", STAFFEL_DATA: dataDir, ...env },
	});
	running.add(child);
	let said = "";
	child.stdout.on("data", (data: Buffer) => (said += data));
	child.stderr.on("data", (data: Buffer) => (said += data));
	const ended = once(child, "exit").then(([code]) => {
		running.delete(child);
		return { code, said };
	});

	return {
		ended,
		/** Waits until its output matches. */
		async says(pattern: RegExp): Promise<RegExpExecArray> {
			for (;;) {
				const match = pattern.exec(said);
				if (match !== null) return match;
				await Promise.race([once(child.stdout, "data"), ended]);
				if (!running.has(child)) throw new Error(`It ended and said: ${said}`);
			}
		},
		stop(): typeof ended {
			child.kill("SIGTERM");
			return ended;
		},
	};
}

test("the first start prints the address and the set-up link; after the set-up only the address", async () => {
	const first = start("sync-server/main.ts");
	const [, url, token] = await first.says(/^Staffel runs at (\S+)\n\n.*\n\1\/setup\/(\S+)\n$/);
	const body = { token, name: "Olga", email: "olga@staffel.example", password: "correct horse battery" };
	const answer = await fetch(`${url}/api/setup`, {
		method: "POST",
		headers: { origin: url ?? "", "content-type": "application/json" },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(204);
	expect((await first.stop()).code).toBe(0);

	const second = start("sync-server/main.ts");
	await second.says(/^Staffel runs at \S+\n$/);
	expect(await second.stop()).toEqual({ code: 0, said: expect.stringMatching(/^Staffel runs at \S+\n$/) });
});

test("a wrong value in the environment ends the start with one sentence", async () => {
	const said = "STAFFEL_PORT must be a port number from 0 to 65535, but it is “none”.\n";
	expect(await start("sync-server/main.ts", { STAFFEL_PORT: "none" }).ended).toEqual({ code: 1, said });
});

test("a taken port ends the start with one sentence", async () => {
	const holder = start("sync-server/main.ts");
	const [, port = ""] = await holder.says(/localhost:(\d+)/);
	const elsewhere = { STAFFEL_PORT: port, STAFFEL_DATA: join(dataDir, "elsewhere") };
	const { code, said } = await start("sync-server/main.ts", elsewhere).ended;
	expect([code, said]).toEqual([
		1,
		`Something listens on port ${port} of 127.0.0.1 already: stop it, or set STAFFEL_PORT to another port.\n`,
	]);
	await holder.stop();
});

test("a folder that another server works on ends the start with one sentence", async () => {
	const holder = start("sync-server/main.ts");
	await holder.says(/runs at/);
	const said = `Another server works on the folder ${dataDir} already: stop it, or set STAFFEL_DATA to another folder.\n`;
	expect(await start("sync-server/main.ts").ended).toEqual({ code: 1, said });
	await holder.stop();
});

test("the demo prints an address and a sign-in for each member, and lets them in", async () => {
	const demo = start("sync-server/demo.ts");
	const [said, url = ""] = await demo.says(/runs at (\S+)[\s\S]*operator@staffel\.example\n/);
	const password = /password (\S+)/.exec(said)?.[1];
	const emails = said.match(/\S+@\S+/g) ?? [];
	expect(emails).toHaveLength(10);
	for (const email of emails.slice(0, 2)) {
		const answer = await fetch(`${url}/api/auth/sign-in/email`, {
			method: "POST",
			headers: { origin: url, "content-type": "application/json" },
			body: JSON.stringify({ email, password }),
		});
		expect(answer.status).toBe(204);
	}
	expect((await demo.stop()).code).toBe(0);
});
