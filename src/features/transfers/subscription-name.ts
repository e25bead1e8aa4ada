import type { AgreementLine } from "#domain/agreement.ts";
import type { Offer } from "#domain/catalogue.ts";
import { skuOf } from "#domain/sku.ts";
import type { Session } from "#session/session.tsx";

type NamedLine = Pick<AgreementLine, "partNumber" | "description">;

/** The offer that an EA subscription continues as, where the catalogue knows its part number. */
export function offerOf(session: Session, line: NamedLine): Offer | undefined {
	const catalogue = session.catalogue();
	const sku = skuOf(catalogue, line.partNumber);
	return sku && catalogue.offerBySku.get(sku);
}

/** What people call an EA subscription: the offer's title, otherwise what the export says. */
export function subscriptionName(session: Session, line: NamedLine): string {
	return offerOf(session, line)?.title ?? (line.description || line.partNumber);
}
