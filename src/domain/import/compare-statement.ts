import type { Agreement } from "#domain/agreement.ts";
import { foldedText } from "./folded-text.ts";
import type { Statement } from "./read-statement.ts";

export type ProductSeats = {
	readonly product: string;
	/** `undefined`: the statement does not have the product. */
	readonly statement: number | undefined;
	/** `undefined`: no line of the customer has the product. */
	readonly plan: number | undefined;
};

/** Sets the seats of a statement beside those of a customer's lines, product by product. */
export function compareStatement(
	statement: Statement,
	agreements: readonly Agreement[],
): readonly ProductSeats[] {
	const products = new Map<string, { product: string; statement?: number; plan?: number }>();
	for (const { product, seats } of statement.rows) {
		const sum = products.get(foldedText(product)) ?? { product };
		products.set(foldedText(product), { ...sum, statement: (sum.statement ?? 0) + seats });
	}
	for (const line of agreements.flatMap((agreement) => agreement.lines)) {
		const product = productOf(line.description);
		const sum = products.get(foldedText(product)) ?? { product };
		products.set(foldedText(product), { ...sum, plan: (sum.plan ?? 0) + line.quantity });
	}
	return [...products.values()].map(({ product, statement: said, plan }) => ({
		product,
		statement: said,
		plan,
	}));
}

/** `M365 E3 ALNG SubVL MVL Per User`: behind the product stand languages, licence type and unit. */
function productOf(description: string): string {
	return description.replace(/\s+(ALNG|SNGL|SubVL|MVL|LicSAPk|Per User)\b.*$/is, "").trim();
}
