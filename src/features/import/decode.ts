/** What a file's bytes are: text, or a workbook that has to be saved as CSV first. */
export type Decoded = { readonly kind: "text"; readonly text: string } | { readonly kind: "workbook" };

/**
 * Reads bytes as text: UTF-16 and UTF-8 by their byte order mark, UTF-8 without one, and what is not valid UTF-8 as
 * Windows-1252, in which older spreadsheets write.
 */
export function decode(bytes: Uint8Array): Decoded {
	if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { kind: "workbook" };
	if (startsWith(bytes, [0xff, 0xfe])) return text(bytes, "utf-16le");
	if (startsWith(bytes, [0xfe, 0xff])) return text(bytes, "utf-16be");
	try {
		return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch {
		return text(bytes, "windows-1252");
	}
}

/** The decoder takes the byte order mark away. */
function text(bytes: Uint8Array, encoding: string): Decoded {
	return { kind: "text", text: new TextDecoder(encoding).decode(bytes) };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
	return mark.every((byte, index) => bytes[index] === byte);
}
