import { createMiddleware } from "hono/factory";
import type { HttpEnv, Parts } from "./parts.ts";

/**
 * What a page of this server may do: run its own scripts and talk to its own server, nothing else.
 *
 * Style attributes are allowed, since rows and bars are placed by them; style sheets only from files.
 */
export function securityHeaders({ url, allowedOrigins }: Pick<Parts, "url" | "allowedOrigins">) {
	const sockets = allowedOrigins.map((origin) => origin.replace(/^http/, "ws"));
	const policy = [
		"default-src 'none'",
		"script-src 'self'",
		"worker-src 'self'",
		"style-src 'self'",
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data:",
		"font-src 'self'",
		"manifest-src 'self'",
		`connect-src 'self' ${sockets.join(" ")}`,
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join("; ");

	return createMiddleware<HttpEnv>(async (c, next) => {
		await next();
		c.header("Content-Security-Policy", policy);
		c.header("X-Content-Type-Options", "nosniff");
		// Addresses of set-up and invitation links hold their token.
		c.header("Referrer-Policy", "no-referrer");
		c.header("Cross-Origin-Opener-Policy", "same-origin");
		c.header("Cross-Origin-Resource-Policy", "same-origin");
		c.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
		if (url.startsWith("https:")) c.header("Strict-Transport-Security", "max-age=31536000");
	});
}
