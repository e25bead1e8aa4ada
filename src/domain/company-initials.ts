/** Words that say what kind of company it is, in lower case without points. */
const LEGAL_FORMS = new Set(
	"ag bv co eg ek ev gbr gesmbh ggmbh gmbh inc kg kgaa limited llc llp ltd mbh nv ohg plc pty sa sarl sas se spa srl ug und".split(
		" ",
	),
);

/** Two letters for a company: of its first two words that are no legal form. */
export function companyInitials(name: string): string {
	const words = name.split(/[\s,&]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
	const own = words.filter((word) => !LEGAL_FORMS.has(word.toLowerCase().replaceAll(".", "")));
	const [first = "", second] = own.length === 0 ? words : own;
	const letters = second === undefined ? first.slice(0, 2) : `${first.charAt(0)}${second.charAt(0)}`;
	return letters.toUpperCase();
}
