import { createSignal, onCleanup } from "solid-js";
import * as Y from "yjs";
import { LOCAL, SUBMITTED } from "#document/origin.ts";
import { agreementRecords } from "#document/plan/agreements.ts";
import { customerRecords } from "#document/plan/customers.ts";
import { scheduleNodes } from "#document/plan/schedules.ts";
import type { Session } from "./session.tsx";

/**
 * Undoes what was typed on this device, and never what was submitted: a submission empties the stack.
 */
export function createUndo(plan: Y.Doc): { undo: Session["undo"]; startStep: Session["startStep"] } {
	const manager = new Y.UndoManager([customerRecords(plan), agreementRecords(plan), scheduleNodes(plan)], {
		trackedOrigins: new Set([LOCAL]),
	});
	const [steps, setSteps] = createSignal({ undo: 0, redo: 0 }, { equals: sameSteps });

	const count = () => setSteps({ undo: manager.undoStack.length, redo: manager.redoStack.length });
	manager.on("stack-item-added", count);
	manager.on("stack-item-popped", count);
	manager.on("stack-cleared", count);
	plan.on("afterTransaction", clearIfSubmitted);
	onCleanup(() => {
		plan.off("afterTransaction", clearIfSubmitted);
		manager.destroy();
	});

	function clearIfSubmitted({ origin }: Y.Transaction): void {
		if (origin === SUBMITTED) manager.clear();
	}

	return {
		undo: {
			can: () => steps().undo > 0,
			canRedo: () => steps().redo > 0,
			undo: () => void manager.undo(),
			redo: () => void manager.redo(),
		},
		startStep: () => manager.stopCapturing(),
	};
}

function sameSteps(a: { undo: number; redo: number }, b: { undo: number; redo: number }): boolean {
	return a.undo === b.undo && a.redo === b.redo;
}
