import type { Agreement } from "#domain/agreement.ts";
import type { Answer, Ask, Reply, Request } from "./reader-messages.ts";

type Waiting = {
	readonly agreements: Agreement[];
	readonly onProgress: ((share: number) => void) | undefined;
	resolve(answer: Answer[Ask["kind"]]): void;
	reject(reason: unknown): void;
};

export type Reader = ReturnType<typeof makeReader>;

/** Reads files in a worker, which keeps them until it is closed. */
export function makeReader() {
	const worker = new Worker(new URL("./parse.worker.ts", import.meta.url), { type: "module" });
	const waiting = new Map<number, Waiting>();
	let lastId = 0;

	worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
		const asked = waiting.get(data.id);
		if (data.kind === "progress") asked?.onProgress?.(data.share);
		if (data.kind === "part") for (const agreement of data.agreements) asked?.agreements.push(agreement);
		if (data.kind !== "done" && data.kind !== "failed") return;
		waiting.delete(data.id);
		if (data.kind === "failed") {
			asked?.reject(new Error(data.message));
			return;
		}
		const { answer } = data;
		const isPlan = answer !== undefined && "agreements" in answer;
		asked?.resolve(isPlan ? { ...answer, agreements: asked.agreements } : answer);
	});
	worker.addEventListener("error", (event) => {
		for (const asked of waiting.values())
			asked.reject(new Error(event.message || "The reader did not start."));
		waiting.clear();
	});

	return {
		/** @param onProgress Gets the share that is parsed, 0 to 1. */
		ask<K extends Ask["kind"]>(
			ask: Extract<Ask, { kind: K }>,
			onProgress?: (share: number) => void,
		): Promise<Answer[K]> {
			const request: Request = { id: ++lastId, ask };
			return new Promise((resolve, reject) => {
				waiting.set(request.id, {
					agreements: [],
					onProgress,
					resolve: (answer) => resolve(answer as Answer[K]), // the worker answers what was asked
					reject,
				});
				worker.postMessage(request);
			});
		},
		close(): void {
			worker.terminate();
			waiting.clear();
		},
	};
}
