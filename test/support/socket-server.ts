import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { DEFAULT_LIMITS, type Limits } from "../../sync-server/limits.ts";
import { type Log, makeLog } from "../../sync-server/log.ts";
import type { Member } from "../../sync-server/member.ts";
import { createSockets } from "../../sync-server/socket.ts";
import type { SyncCore } from "./sync-core.ts";

export const ORIGIN = "http://staffel.example";

export type SocketServer = Awaited<ReturnType<typeof startSocketServer>>;

/** The sync core behind real sockets on a free port; the cookie `user=<id>` says who it is. */
export async function startSocketServer(
	core: SyncCore,
	options: {
		members: Map<string, Member>;
		limits?: Partial<Limits>;
		log?: Log;
		/** Runs before the server knows who asks. */
		beforeAuthenticate?: () => Promise<void>;
	},
) {
	const { members, log = makeLog("silent") } = options;

	async function authenticate(request: IncomingMessage): Promise<Member | undefined> {
		const userId = /user=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
		const member = members.get(userId ?? "");
		await options.beforeAuthenticate?.();
		return member;
	}

	const sockets = createSockets({
		rooms: core.rooms,
		authenticate,
		allowedOrigin: (origin) => origin === ORIGIN,
		now: () => core.clock.ms,
		log,
		limits: { ...DEFAULT_LIMITS, ...options.limits },
	});
	const http = createServer();
	http.on("upgrade", sockets.handleUpgrade);
	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	const { port } = http.address() as AddressInfo; // it listens on a port, not on a pipe

	return {
		url: `ws://127.0.0.1:${port}/sync`,
		sockets,
		async stop(): Promise<void> {
			sockets.closeAll(1012);
			await core.rooms.settled();
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
		},
	};
}
