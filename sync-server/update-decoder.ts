import * as decoding from "lib0/decoding";
import * as Y from "yjs";

/**
 * Structs and ranges of deletions in one update. Two bytes on the wire become up to 600 in memory; an import of
 * 5,000 customers and 20,000 agreements has 25,000.
 */
const MAX_STRUCTS = 1_000_000;

/** Values in the fields of one update; 100,000 EA subscription lines have 900,000. */
const MAX_VALUES = 4_000_000;

/** A line of an agreement lies three deep. */
const MAX_DEPTH = 64;

/** lib0's marks of values: those that lie in others, and those that JSON does not have. */
const VALUE = { bytes: 116, array: 117, object: 118, bigint: 122 } as const;

/** Stands for any value; Yjs itself looks only at the options of a document in the document. */
const SKIPPED = {};

/**
 * Reads an update to look at its structs: stops at one that would fill the memory, and skips the values, which
 * nobody looks at before they are applied.
 *
 * @throws From `decodeUpdateV2`, as on any other bytes that are no update.
 */
export class UpdateDecoder extends Y.UpdateDecoderV1 {
	#structs = 0;
	#values = 0;

	override readInfo(): number {
		this.#countStruct();
		return super.readInfo();
	}

	override readDsLen(): number {
		this.#countStruct();
		const length = super.readDsLen();
		// Yjs looks for the struct behind every range, and there is none behind an empty one.
		if (length < 1) throw new Error("A range of deletions is empty.");
		return length;
	}

	override readAny(): object {
		this.#skipValue(0);
		return SKIPPED;
	}

	#countStruct(): void {
		this.#structs += 1;
		if (this.#structs > MAX_STRUCTS) throw new Error("The update has too many structs.");
	}

	#skipValue(depth: number): void {
		this.#values += 1;
		if (this.#values > MAX_VALUES || depth > MAX_DEPTH) throw new Error("The update has too many values.");
		const decoder = this.restDecoder;
		const mark = decoder.arr[decoder.pos];
		if (mark === VALUE.bytes || mark === VALUE.bigint) throw new Error("JSON has no such value.");
		if (mark !== VALUE.array && mark !== VALUE.object) {
			decoding.readAny(decoder);
			return;
		}
		decoding.readUint8(decoder);
		for (let left = decoding.readVarUint(decoder); left > 0; left--) {
			if (mark === VALUE.object) decoding.readVarString(decoder);
			this.#skipValue(depth + 1);
		}
	}
}
