import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";

type RowWindowOptions = {
	/** The element that scrolls. Rows carry `data-index`, all have the same height. */
	scroller(): HTMLElement;
	count(): number;
	/** Height of a row before one has been measured, in pixels. */
	guessPx(): number;
	/** Height of what stays at the top while the rows scroll, in pixels. */
	headPx(): number;
};

/** Rows beyond the edges, so that scrolling shows no gap. */
const BEYOND = 10;

/**
 * Keeps only those rows of a long list in the page that are in sight.
 *
 * The caller fills `before` and `after` pixels with something empty.
 */
export function createRowWindow(options: RowWindowOptions) {
	const [rowPx, setRowPx] = createSignal(options.guessPx());
	const [heightPx, setHeightPx] = createSignal(0);
	const [scrolledRows, setScrolledRows] = createSignal(0);

	const first = createMemo(() => clamp(scrolledRows() - BEYOND, 0, options.count()));
	const last = createMemo(() =>
		clamp(scrolledRows() + Math.ceil(heightPx() / rowPx()) + BEYOND, 0, options.count()),
	);
	const indexes = createMemo(() => Array.from({ length: last() - first() }, (_, at) => first() + at));

	function update(): void {
		const scroller = options.scroller();
		const measured = scroller.querySelector<HTMLElement>("[data-index]")?.offsetHeight;
		if (measured !== undefined && measured > 0) setRowPx(measured);
		setHeightPx(scroller.clientHeight);
		setScrolledRows(Math.floor(scroller.scrollTop / rowPx()));
	}

	createEffect(
		on(
			options.guessPx,
			(guess) => {
				setRowPx(guess);
				queueMicrotask(update);
			},
			{ defer: true },
		),
	);
	onMount(() => {
		const scroller = options.scroller();
		const observer = new ResizeObserver(update);
		update();
		queueMicrotask(update); // now there are rows to measure
		observer.observe(scroller);
		scroller.addEventListener("scroll", update, { passive: true });
		onCleanup(() => {
			observer.disconnect();
			scroller.removeEventListener("scroll", update);
		});
	});

	return {
		/** The rows in the page, ascending, from 0. */
		indexes,
		/** Height of the rows that are left out above and below, in pixels. */
		before: () => first() * rowPx(),
		after: () => (options.count() - last()) * rowPx(),
		/** Scrolls no further than needed; the row is in the page afterwards. @returns The row. */
		reveal(index: number): HTMLElement | undefined {
			const scroller = options.scroller();
			const top = index * rowPx();
			const room = scroller.clientHeight - options.headPx() - rowPx();
			scroller.scrollTop = clamp(scroller.scrollTop, top - room, top);
			update();
			return scroller.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? undefined;
		},
	};
}

function clamp(value: number, min: number, max: number): number {
	return Math.max(min, Math.min(value, max));
}
