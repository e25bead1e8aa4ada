export type Side = "top" | "right" | "bottom";

const EDGE_PX = 8;

/**
 * Shows an element in the top layer next to its anchor and keeps it inside the window.
 *
 * Sets `data-side` to the side it found room on and `--arrow` to where its arrow belongs, in pixels from the start.
 */
export function placePopover(
	floating: HTMLElement,
	anchor: Element,
	place: { side: Side; align: "start" | "center" | "end"; gapPx: number },
): void {
	floating.showPopover?.();
	const from = anchor.getBoundingClientRect();
	const size = { width: floating.offsetWidth, height: floating.offsetHeight };
	const side = sideWithRoom(place.side, from, size, place.gapPx);

	let left = from.right + place.gapPx;
	let top = from.top + from.height / 2 - size.height / 2;
	if (side !== "right") {
		if (place.align === "start") left = from.left;
		else if (place.align === "end") left = from.right - size.width;
		else left = from.left + from.width / 2 - size.width / 2;
		top = side === "top" ? from.top - size.height - place.gapPx : from.bottom + place.gapPx;
	}
	left = clamp(left, EDGE_PX, window.innerWidth - size.width - EDGE_PX);
	top = clamp(top, EDGE_PX, window.innerHeight - size.height - EDGE_PX);

	floating.dataset.side = side;
	floating.style.left = `${left}px`;
	floating.style.top = `${top}px`;
	const middle = side === "right" ? from.top + from.height / 2 - top : from.left + from.width / 2 - left;
	floating.style.setProperty("--arrow", `${middle}px`);
}

function sideWithRoom(wish: Side, from: DOMRect, size: { width: number; height: number }, gap: number): Side {
	const room = {
		top: from.top - gap - EDGE_PX >= size.height,
		bottom: window.innerHeight - from.bottom - gap - EDGE_PX >= size.height,
		right: window.innerWidth - from.right - gap - EDGE_PX >= size.width,
	};
	if (room[wish]) return wish;
	if (wish === "top") return "bottom";
	if (wish === "bottom") return room.top ? "top" : "bottom";
	return room.top ? "top" : "bottom";
}

function clamp(value: number, min: number, max: number): number {
	return Math.max(min, Math.min(value, max));
}
