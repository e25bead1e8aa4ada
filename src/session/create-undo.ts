import { createSignal, onCleanup } from "solid-js";
import * as Y from "yjs";
import { LOCAL, SUBMITTED } from "#document/origin.ts";
import { agreementRecords } from "#document/plan/agreements.ts";
import { customerRecords } from "#document/plan/customers.ts";
import { revisionsOf, scheduleNodes } from "#document/plan/schedules.ts";
import type { Session } from "./session.tsx";

/**
 * Undoes what was typed on this device.
 *
 * Never what was submitted: the stack is emptied by a submission, since undoing the beginning of a schedule would
 * take its revisions along; and a schedule that a colleague has submitted meanwhile is kept.
 */
export function createUndo(plan: Y.Doc): { undo: Session["undo"]; startStep: Session["startStep"] } {
	const schedules = scheduleNodes(plan);
	const manager = new Y.UndoManager([customerRecords(plan), agreementRecords(plan), schedules], {
		trackedOrigins: new Set([LOCAL]),
		deleteFilter: (item) => !isBeginningOfSubmitted(item, schedules),
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

/** The item that put a schedule there, or first put one of its fields there; a later value of a field may go. */
function isBeginningOfSubmitted(item: Y.Item, schedules: Y.Map<Y.Map<unknown>>): boolean {
	if (item.left !== null) return false;
	const { content, parent } = item;
	const schedule = parent === schedules && content instanceof Y.ContentType ? content.type : parent;
	return schedule instanceof Y.Map && schedule.parent === schedules && revisionsOf(schedule).size > 0;
}

function sameSteps(a: { undo: number; redo: number }, b: { undo: number; redo: number }): boolean {
	return a.undo === b.undo && a.redo === b.redo;
}
