import type { states as En } from "#i18n/en/states.ts";

export const states: typeof En = {
	available: "Verfügbar",
	draft: "Entwurf",
	waiting: "Wartet auf Festschreibung",
	committed: "Festgeschrieben",
	refused: "Abgelehnt",
	held: "Nicht verfügbar",
	unsupported: "Nicht verfügbar in CSP",
	"public-sector": "Nur manueller Weg",
	"extended-term": "Verlängerte Laufzeit (EPT)",
	ineligible: {
		"tenant-unknown": "Mandant unbekannt",
		"no-relationship": "Keine Händlerbeziehung",
		"other-region": "Außerhalb der CSP-Region",
		"partner-may-not-transact": "Nur Entwurf",
		"already-renewed": "Bereits verlängert",
		"outside-window": "Außerhalb des Zeitfensters",
	},
	why: {
		held: "Ein anderer Partner hat die Verlängerung dieses Abonnements geplant.",
		unsupported: "Diese SKU wird für die Verlängerung an CSP nicht unterstützt.",
		"public-sector": "Kanalübertragungen unterstützen nur kommerzielle SKUs.",
		"extended-term": "Keine Verlängerung während der verlängerten Laufzeit.",
		extendedTermUntil: (day) =>
			`Keine Verlängerung während der verlängerten Laufzeit. Deaktivieren bis ${day}.`,
		"tenant-unknown":
			"Der Import nennt keinen Mandanten für diesen Kunden; ohne ihn ist keine Planung möglich.",
		"no-relationship": "Sie haben keine aktive Händlerbeziehung zu diesem Kunden.",
		"other-region": "Der Kunde muss in Ihrer CSP-Region liegen.",
		"partner-may-not-transact":
			"Indirekte Händler können entwerfen. Verlängerungen plant ein Partner für die direkte Abrechnung oder ein indirekter Anbieter.",
		"already-renewed": "Die Vereinbarung wurde im EA verlängert.",
		"outside-window": "Eine Verlängerung ist von sechs Monaten vor dem Enddatum bis 90 Tage danach möglich.",
	},
	short: {
		available: "Dieselbe SKU läuft in CSP weiter",
		unsupported: "SKU nicht unterstützt",
		"public-sector": "SKU des öffentlichen Sektors",
		"extended-term": "Nicht während der Verlängerung",
	},
	refusal: {
		"role-not-allowed": "Nur Administrator-Agents können Verlängerungen planen.",
		"partner-may-not-transact":
			"Nur Partner für die direkte Abrechnung und indirekte Anbieter können Verlängerungen planen.",
		"no-relationship": "Sie haben keine aktive Händlerbeziehung zu diesem Kunden.",
		"other-region": "Der Kunde liegt außerhalb Ihrer CSP-Region.",
		"unknown-subscription": "Der Server kennt kein solches EA-Abonnement in Ihrem Plan.",
		"illegal-terms":
			"Diese Kombination aus Laufzeit, Abrechnungsplan, Lizenzen und Enddatum wird nicht angeboten.",
		"public-sector": "Kanalübertragungen unterstützen nur kommerzielle SKUs.",
		"extended-term": "Die Vereinbarung ist in der verlängerten Laufzeit.",
		"already-renewed": "Die Vereinbarung wurde im EA verlängert.",
		"outside-window": "Die Vereinbarung endet außerhalb des Zeitfensters für Kanalübertragungen.",
		"not-supported": "Diese SKU wird für die Verlängerung an CSP nicht unterstützt.",
		held: "Ein anderer Partner hat die Verlängerung dieses Abonnements geplant.",
		"team-already-scheduled": "Ihr Team hat dieses Abonnement bereits geplant.",
		"run-has-begun": "Der Verarbeitungslauf hat bereits begonnen.",
		unknown: "Der Server hat es aus einem Grund abgelehnt, den diese Version nicht kennt.",
	},
};
