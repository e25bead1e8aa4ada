import { Hono } from "hono";
import { appFiles } from "./app-files.ts";
import { bodyOfAtMost } from "./body-of-at-most.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { onlyOwnOrigin, readPerson } from "./guards.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import { partnerRoutes } from "./partner-routes.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { refuse } from "./refuse.ts";
import { relationshipRoutes } from "./relationship-routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { sessionRoutes } from "./session-routes.ts";
import { setupRoutes } from "./setup-routes.ts";

const MAX_BODY_BYTES = 64 * 1024;

/** Everything the server answers over HTTP: the API, its health, and the app's files. */
export function createApp(parts: Parts): Hono<HttpEnv> {
	const app = new Hono<HttpEnv>();
	app.onError((error, c) => {
		parts.log.error({ err: error, path: c.req.routePath }, "A request failed");
		return refuse(c, "internal");
	});
	app.notFound((c) => refuse(c, "not-found"));

	app.use(securityHeaders(parts));
	app.get("/healthz", (c) => c.text("ok"));
	app.get("/readyz", async (c) => ((await parts.isReady()) ? c.text("ready") : c.text("not ready", 503)));

	const api = new Hono<HttpEnv>();
	api.use(async (c, next) => {
		await next();
		if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
	});
	api.use(onlyOwnOrigin(parts));
	const small = bodyOfAtMost(MAX_BODY_BYTES);
	// A body without a length is read to be measured: the catalogue's only when it is clear who sends it.
	api.use((c, next) => (c.req.path === "/api/catalogue" ? next() : small(c, next)));
	api.use(readPerson(parts));
	api.route("/", sessionRoutes(parts));
	api.route("/setup", setupRoutes(parts));
	api.route("/partners", partnerRoutes(parts));
	api.route("/partners", memberRoutes(parts));
	api.route("/invitations", invitationRoutes(parts));
	api.route("/relationships", relationshipRoutes(parts));
	api.route("/catalogue", catalogueRoutes(parts));
	api.all("*", (c) => refuse(c, "not-found"));
	app.route("/api", api);
	app.all("/sync/*", (c) => refuse(c, "not-found"));

	app.route("/", appFiles(parts.appDir));
	return app;
}
