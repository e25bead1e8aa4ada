import { createSignal } from "solid-js";
import type { ApiFailure, ApiResult } from "./api.ts";

/** One thing a form asks of the server: whether it is on its way, and why it failed last. */
export function createRequest() {
	const [busy, setBusy] = createSignal(false);
	const [failure, setFailure] = createSignal<ApiFailure>();

	return {
		busy,
		failure,
		/** @returns What the server answered; `undefined` if it refused, which `failure` then tells. */
		async run<T>(call: () => Promise<ApiResult<T>>): Promise<{ value: T } | undefined> {
			setBusy(true);
			setFailure(undefined);
			const result = await call();
			setBusy(false);
			if (result.ok) return { value: result.value };
			setFailure(result.error);
			return undefined;
		},
	};
}
