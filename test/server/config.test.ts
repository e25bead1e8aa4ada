import { expect, test } from "vitest";
import { readConfig } from "../../sync-server/config.ts";

test("an empty environment gives a server for this machine alone", () => {
	expect(readConfig({ PATH: "/bin", STAFFEL_LOG: "" })).toEqual({
		port: 4280,
		host: "127.0.0.1",
		url: undefined,
		dataDir: "./data",
		logLevel: "warn",
	});
});

test("an address is taken as its origin", () => {
	expect(readConfig({ STAFFEL_URL: "https://Staffel.Example/" }).url).toBe("https://staffel.example");
});

test.each([
	["STAFFEL_PORT", "65536", "STAFFEL_PORT must be a port number from 0 to 65535, but it is “65536”."],
	["STAFFEL_PORT", "-1", "STAFFEL_PORT must be a port number from 0 to 65535, but it is “-1”."],
	["STAFFEL_PORT", "http", "STAFFEL_PORT must be a port number from 0 to 65535, but it is “http”."],
	[
		"STAFFEL_URL",
		"staffel.example",
		"STAFFEL_URL must be an address without a path that begins with http:// or https://, such as https://staffel.example, but it is “staffel.example”.",
	],
	[
		"STAFFEL_URL",
		"https://staffel.example/app",
		"STAFFEL_URL must be an address without a path that begins with http:// or https://, such as https://staffel.example, but it is “https://staffel.example/app”.",
	],
	[
		"STAFFEL_URL",
		"ftp://staffel.example",
		"STAFFEL_URL must be an address without a path that begins with http:// or https://, such as https://staffel.example, but it is “ftp://staffel.example”.",
	],
	["STAFFEL_LOG", "loud", "STAFFEL_LOG must be one of error, warn, info, debug, silent, but it is “loud”."],
])("%s with the value %s is refused with a sentence", (variable, value, sentence) => {
	expect(() => readConfig({ [variable]: value })).toThrow(sentence);
});
