import type { Session } from "#session/session.tsx";

/** Hands everything on this device to the person as one JSON file, named by the team and the day. */
export function exportAll(session: Session): void {
	const team = session
		.partner()
		.name.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-");
	const url = URL.createObjectURL(new Blob([session.exportAll()], { type: "application/json" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = `staffel-${team}-${session.today()}.json`;
	link.click();
	URL.revokeObjectURL(url);
}
