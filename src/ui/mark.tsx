/** The app's mark: one bar hands over to the next. */
export function Mark() {
	return (
		<svg class="mark" viewBox="0 0 26 26" aria-hidden="true">
			<rect width="26" height="26" rx="7" />
			<path d="M6.3 15.1h9.6l-2.1 4.2H5a.9.9 0 0 1-.8-1.3z" />
			<path d="M12.2 6.7H21a.9.9 0 0 1 .8 1.3l-1.3 2.9h-9.9z" />
		</svg>
	);
}
