import type { Locale } from "./messages.tsx";

/** A true minus sign instead of the hyphen that `Intl` gives in English. */
const minus = (text: string) => text.replaceAll("-", "−");

/** Dates, numbers and money as interface.md 9 asks; all moments are UTC and say so. */
export function makeFormat(locale: Locale) {
	const de = locale === "de";
	const utc = { timeZone: "UTC" } as const;
	const tag = de ? "de-DE" : "en-GB";
	const dayFormat = new Intl.DateTimeFormat(tag, {
		...utc,
		day: de ? "2-digit" : "numeric",
		month: de ? "2-digit" : "short",
		year: "numeric",
	});
	const longFormat = new Intl.DateTimeFormat(tag, {
		...utc,
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
	});
	const monthFormat = new Intl.DateTimeFormat(tag, { ...utc, month: "short" });
	const timeFormat = new Intl.DateTimeFormat(tag, {
		...utc,
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
	});
	const regionNames = new Intl.DisplayNames(tag, { type: "region" });
	const numberFormat = new Intl.NumberFormat(tag);
	const money = new Map<string, Intl.NumberFormat>();

	const day = (value: string) => dayFormat.format(Date.parse(value)).replace("Sept", "Sep");
	const time = (value: string) => timeFormat.format(Date.parse(value));

	return {
		/** 30 Nov 2026, 30.11.2026 */
		day,
		/** Tuesday, 1 December 2026 */
		dayLong: (value: string) => longFormat.format(Date.parse(value)).replace(/^(\w+day) /, "$1, "),
		/** Nov */
		month: (value: string) => monthFormat.format(Date.parse(value)).replace("Sept", "Sep"),
		/** 09:14 (UTC) */
		time,
		/** 12 Nov 2026 09:14 UTC */
		moment: (value: string) => `${day(value)}${de ? "," : ""} ${time(value)} UTC`,
		/** @param days From today: negative lies in the past. */
		relativeDays(days: number): string {
			if (days === 0) return de ? "heute" : "today";
			if (days > 0) return de ? `in ${days} ${days === 1 ? "Tag" : "Tagen"}` : `in ${days} d`;
			return de ? `vor ${-days} ${days === -1 ? "Tag" : "Tagen"}` : `${-days} d ago`;
		},
		number: (value: number) => minus(numberFormat.format(value)),
		/** @param value 64 for 64 %. */
		percent: (value: number) => `${minus(numberFormat.format(value))}\u202f%`,
		/** @param hundredths Of the currency's unit. */
		money(hundredths: number, currency: string): string {
			let format = money.get(currency);
			if (format === undefined) {
				format = new Intl.NumberFormat(tag, { style: "currency", currency });
				money.set(currency, format);
			}
			return minus(format.format(hundredths / 100));
		},
		/** Germany, Deutschland; the code itself if it names no country. */
		country: (code: string) => regionNames.of(code) ?? code,
		/** 18.2 MB, 640 kB */
		bytes(value: number): string {
			if (value < 1_000_000) return `${numberFormat.format(Math.ceil(value / 1000))} kB`;
			return `${new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(value / 1_000_000)} MB`;
		},
	};
}

export type Format = ReturnType<typeof makeFormat>;
