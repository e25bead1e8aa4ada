/**
 * Reads a whole number as spreadsheets write it: `'467`, `1.250`, `1,250`, `1'250`, `-25`, `25-`, `(25)`, `40,0`.
 *
 * @returns `undefined` for everything else, broken numbers too.
 */
export function readWhole(text: string): number | undefined {
	const bare = text.replace(/['’\s]/g, "").replace("−", "-");
	const turned = /^\((.+)\)$|^(.+)-$/.exec(bare);
	const signed = turned === null ? bare : `-${turned[1] ?? turned[2]}`;
	const whole = /^[-+]?\d{1,3}([.,]\d{3})+$/.test(signed) ? signed.replace(/[.,]/g, "") : signed;
	const value = /^[-+]?\d+([.,]0{1,2})?$/.test(whole) ? Number.parseInt(whole, 10) : Number.NaN;
	return Number.isSafeInteger(value) ? value + 0 : undefined; // adding 0 makes 0 of -0
}

/**
 * Reads an amount with a point or a comma, for example `58.89` or `1.058,9`.
 *
 * @returns Hundredths, rounded; `undefined` for what is no amount.
 */
export function readHundredths(text: string): number | undefined {
	const bare = text.replace(/['’\s]/g, "");
	if (!/^-?\d[\d.,]*$/.test(bare)) return undefined;
	const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
	const isOnly = last !== -1 && bare.indexOf(bare.charAt(last)) === last;
	const whole = isOnly ? bare.slice(0, last) : bare;
	const fraction = isOnly ? bare.slice(last + 1) : "";
	return Math.round(Number(`${whole.replace(/[.,]/g, "")}.${fraction}e2`));
}
