import type { Context } from "hono";
import * as v from "valibot";

/** Parses a JSON body. @returns `undefined` if it is none or not of the schema's shape. */
export async function readBody<Schema extends v.GenericSchema>(
	c: Context,
	schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
	let body: unknown;
	try {
		body = await c.req.json();
	} catch {
		return undefined; // Not JSON at all: refused like any other wrong shape.
	}
	const result = v.safeParse(schema, body);
	return result.success ? result.output : undefined;
}
