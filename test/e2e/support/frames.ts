import type { Page } from "@playwright/test";

/** Keeps every byte that a page is sent over web sockets and every answer's body, from now on. */
export function recordReceived(page: Page): { contains(text: string): Promise<boolean>; bytes(): number } {
	const frames: Buffer[] = [];
	page.on("websocket", (socket) => {
		socket.on("framereceived", ({ payload }) => frames.push(Buffer.from(payload)));
	});
	return {
		contains: async (text) => {
			const wanted = text.toLowerCase();
			return frames.some((frame) => frame.toString("utf8").toLowerCase().includes(wanted));
		},
		bytes: () => frames.reduce((sum, frame) => sum + frame.length, 0),
	};
}
