import { createSignal, onMount } from "solid-js";
import type { ApiFailure, ApiResult } from "./api.ts";

/** What a page reads from the server: asked when it is made, and again by `reload`, while the last answer stays. */
export function createQuery<T>(ask: () => Promise<ApiResult<T>>) {
	const [value, setValue] = createSignal<T>();
	const [failure, setFailure] = createSignal<ApiFailure>();

	async function reload(): Promise<void> {
		const result = await ask();
		if (result.ok) setValue(() => result.value);
		setFailure(result.ok ? undefined : result.error);
	}

	onMount(() => void reload());

	return { value, failure, reload };
}
