/** One line of the table that `npm run bench` prints: both figures come from the same run. Figures carry their unit. */
export type Row = {
	readonly scenario: string;
	/** What we are measured against and its figure: "each update alone, 812/s"; "–" where the goal is a plain limit. */
	readonly peer: string;
	readonly ours: string;
	/** Ours in terms of the peer's, "0.31 ×"; "–" where there is no peer. */
	readonly ratio: string;
	/** "≤ 1.5 ×", "≤ 50 ms" */
	readonly goal: string;
	readonly pass: boolean;
};

/** Every `*.bench.ts` exports `run`. */
export type Bench = (options: {
	/** Less data, fewer repetitions. */ readonly quick: boolean;
}) => Promise<Row[]>;
