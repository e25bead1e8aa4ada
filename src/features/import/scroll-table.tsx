import type { JSX } from "solid-js";

/** A table of limited height; the keyboard reaches and scrolls it. */
export function ScrollTable(props: { labelledBy: string; children: JSX.Element }) {
	return (
		<section class="import-scroll" tabindex={0} aria-labelledby={props.labelledBy}>
			<table class="table">{props.children}</table>
		</section>
	);
}
