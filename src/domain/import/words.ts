import type { AgreementStatus, EptStatus, Segment } from "#domain/agreement.ts";
import { foldedText } from "./folded-text.ts";

const SEGMENTS: Readonly<Record<string, Segment>> = {
	commercial: "commercial",
	kommerziell: "commercial",
	education: "education",
	academic: "education",
	bildung: "education",
	government: "government",
	"public sector": "government",
	behorde: "government",
	charity: "charity",
	nonprofit: "charity",
	"non profit": "charity",
	gemeinnutzig: "charity",
};

const EPT_STATUSES: Readonly<Record<string, EptStatus>> = {
	default: "default",
	"default on": "default",
	"opted out": "opted-out",
	"opt out": "opted-out",
	"in ept": "in-ept",
	ept: "in-ept",
	"extended term": "in-ept",
	"indefinite extended term": "in-ept",
};

const STATUSES: Readonly<Record<string, AgreementStatus>> = {
	active: "active",
	aktiv: "active",
	expired: "expired",
	abgelaufen: "expired",
	renewed: "renewed",
	verlangert: "renewed",
	"extended term": "extended",
	"indefinite extended term": "extended",
};

export function segmentOf(word: string): Segment | undefined {
	return SEGMENTS[foldedText(word)];
}

export function eptStatusOf(word: string): EptStatus | undefined {
	return EPT_STATUSES[foldedText(word)];
}

/** A word that no public list explains is `unknown`: it is kept from deciding anything. */
export function agreementStatusOf(word: string): AgreementStatus {
	return STATUSES[foldedText(word)] ?? "unknown";
}

/** Contracts name no segment; this programme is the only one that tells. */
export function isEducationProgram(program: string | undefined): boolean {
	return program !== undefined && foldedText(program) === "campus and school agreement";
}
