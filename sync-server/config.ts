import * as v from "valibot";

const LOG_LEVELS = ["error", "warn", "info", "debug", "silent"] as const;

const Port = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/),
	v.transform(Number),
	v.check((port) => port <= 65_535),
);

const Origin = v.pipe(
	v.string(),
	v.url(),
	v.transform((text) => new URL(text)),
	v.check((url) => url.protocol === "http:" || url.protocol === "https:"),
	v.check((url) => url.pathname === "/" && url.search === "" && url.hash === "" && url.username === ""),
	v.transform((url) => url.origin),
);

const Environment = v.object({
	STAFFEL_PORT: v.optional(Port, "4280"),
	STAFFEL_HOST: v.optional(v.pipe(v.string(), v.minLength(1)), "127.0.0.1"),
	STAFFEL_URL: v.optional(Origin),
	STAFFEL_DATA: v.optional(v.pipe(v.string(), v.minLength(1)), "./data"),
	STAFFEL_LOG: v.optional(v.picklist(LOG_LEVELS), "warn"),
});

type Variable = keyof typeof Environment.entries;

/** What each variable has to be; ends the sentence that refuses a wrong one. */
const EXPECTED: Record<Variable, string> = {
	STAFFEL_PORT: "a port number from 0 to 65535",
	STAFFEL_HOST: "an address or host name to listen on",
	STAFFEL_URL:
		"an address without a path that begins with http:// or https://, such as https://staffel.example",
	STAFFEL_DATA: "a folder for the server's data",
	STAFFEL_LOG: `one of ${LOG_LEVELS.join(", ")}`,
};

export type Config = {
	/** 0 takes any free port. */
	readonly port: number;
	readonly host: string;
	/** The origin under which people reach the server; `undefined`: `http://localhost` with the port. */
	readonly url: string | undefined;
	readonly dataDir: string;
	readonly logLevel: (typeof LOG_LEVELS)[number];
};

/**
 * Reads the configuration from the environment; an empty variable counts as absent.
 *
 * @throws With one sentence for people if a variable has a wrong value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
	const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== "");
	const result = v.safeParse(Environment, Object.fromEntries(given));
	if (!result.success) {
		const variable = v.getDotPath(result.issues[0]) as Variable; // the schema is flat: a path is a variable's name
		throw new Error(`${variable} must be ${EXPECTED[variable]}, but it is “${environment[variable]}”.`);
	}
	return {
		port: result.output.STAFFEL_PORT,
		host: result.output.STAFFEL_HOST,
		url: result.output.STAFFEL_URL,
		dataDir: result.output.STAFFEL_DATA,
		logLevel: result.output.STAFFEL_LOG,
	};
}
