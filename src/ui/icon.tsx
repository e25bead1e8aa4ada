import type { IconNode } from "lucide";

const SVG = "http://www.w3.org/2000/svg";
const drawn = new WeakMap<IconNode, DocumentFragment>();

/** An icon of `lucide`, imported by name so that only used ones are shipped: `<Icon of={Lock} />`. Silent for screen readers. */
export function Icon(props: { of: IconNode; size?: "xs" | "sm" | "lg" | undefined; spin?: boolean }) {
	return (
		<svg
			class={props.spin ? "icon spin" : "icon"}
			data-size={props.size}
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			stroke-linecap="round"
			stroke-linejoin="round"
			aria-hidden="true"
		>
			{[...shapes(props.of).cloneNode(true).childNodes]}
		</svg>
	);
}

/** Long lists repeat few icons: each is built once and cloned. */
function shapes(icon: IconNode): DocumentFragment {
	let fragment = drawn.get(icon);
	if (fragment === undefined) {
		fragment = document.createDocumentFragment();
		for (const [tag, attributes] of icon) {
			const shape = document.createElementNS(SVG, tag);
			for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
			fragment.append(shape);
		}
		drawn.set(icon, fragment);
	}
	return fragment;
}
