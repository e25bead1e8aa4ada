/** What tells two header words or two names apart: letters and digits, not case, accents, blanks or signs. */
export function foldedText(text: string): string {
	const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
	return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
