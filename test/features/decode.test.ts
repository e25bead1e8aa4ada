import { expect, test } from "vitest";
import { decode } from "#features/import/decode.ts";

const utf16 = (text: string) =>
	[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);

test.each([
	["UTF-8", [0x5a, 0xc3, 0xbc], "Zü"],
	["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0x5a, 0xc3, 0xbc], "Zü"],
	["UTF-16, low byte first", [0xff, 0xfe, ...utf16("Zü")], "Zü"],
	["UTF-16, high byte first", [0xfe, 0xff, 0x00, 0x5a, 0x00, 0xfc], "Zü"],
	["Windows-1252", [0x5a, 0xfc], "Zü"],
	["nothing", [], ""],
])("%s is read as text", (_, bytes, text) => {
	expect(decode(new Uint8Array(bytes))).toEqual({ kind: "text", text });
});

test("a workbook is told from text", () => {
	expect(decode(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14]))).toEqual({ kind: "workbook" });
});
