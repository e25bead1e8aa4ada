/**
 * The CSP regions and the markets in them, by ISO 3166-1 alpha-2 code.
 *
 * The country that is set in the customer's tenant decides, not where the customer sits. Bonaire, Saba and
 * Sint Eustatius share one code, and so do Saint Helena, Ascension and Tristan da Cunha.
 *
 * @source Microsoft's list of regional authorisations as of August 2023 (R22); later changes are not verified.
 */
export const CSP_REGIONS = {
	africa:
		"AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR MG ML MU MW NA NC NE NG PF RE RW SC SH SL SN SO SS ST TD TG TZ UG YT ZM",
	"asia-pacific": "BD BN BT HK ID KH LA LK MM MO MV MY NP PH SG TH TL VN",
	australia: "AU CC CK CX FJ FM HM KI MH NF NR NU PG PN PW SB TF TK TO TV WF",
	brazil: "BR",
	canada: "CA PM",
	china: "CN",
	europe:
		"AD AT AX BE BG BV CH CY CZ DE DK EE ES FI FO FR GB GG GI GL GR HR HU IE IM IS IT JE LI LT LU LV MC MT NL NO PL PT RO SE SI SJ SK SM VA",
	india: "IN",
	japan: "JP",
	korea: "KR",
	"latin-america":
		"AG AI AQ AR AW BB BL BM BO BQ BS BZ CL CO CR CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI",
	"middle-east-central-eastern-europe":
		"AE AF AL AM AZ BA BH DZ EG GE IL IO IQ JO KG KW KZ LB LS LY MA MD ME MK MN MR MZ OM PK PS QA RS SA SZ TJ TM TN TR UA UZ XK YE ZA ZW",
	"new-zealand": "NZ VU WS",
	taiwan: "TW",
	"united-states": "AS GU MP UM US",
} as const;
