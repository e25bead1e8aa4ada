import { createContext, createSignal, type JSX, useContext } from "solid-js";
import type { Messages } from "./en.ts";
import { type Format, makeFormat } from "./format.ts";

export type Locale = "en" | "de";

const STORED = "staffel.locale";

type Words = {
	locale(): Locale;
	messages(): Messages;
	format(): Format;
	setLocale(locale: Locale): Promise<void>;
};

const WordsContext = createContext<Words>();

/** Loads one language; each is a chunk of its own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
	return locale === "de" ? (await import("./de.ts")).de : (await import("./en.ts")).en;
}

/** The language chosen on this device, otherwise the browser's. */
export function preferredLocale(): Locale {
	const stored = localStorage.getItem(STORED);
	if (stored === "de" || stored === "en") return stored;
	return navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
}

/** @param props.messages The words of `locale`, loaded before the first paint. */
export function MessagesProvider(props: { locale: Locale; messages: Messages; children: JSX.Element }) {
	// biome-ignore-start lint/correctness/noSolidDestructuredProps: read once on purpose, the signal takes over
	const [current, setCurrent] = createSignal({
		locale: props.locale,
		messages: props.messages,
		format: makeFormat(props.locale),
	});
	// biome-ignore-end lint/correctness/noSolidDestructuredProps: see above
	document.documentElement.lang = props.locale;

	async function setLocale(locale: Locale): Promise<void> {
		const messages = await loadMessages(locale);
		localStorage.setItem(STORED, locale);
		document.documentElement.lang = locale;
		setCurrent({ locale, messages, format: makeFormat(locale) });
	}

	const words: Words = {
		locale: () => current().locale,
		messages: () => current().messages,
		format: () => current().format,
		setLocale,
	};
	return <WordsContext.Provider value={words}>{props.children}</WordsContext.Provider>;
}

function useWords(): Words {
	const words = useContext(WordsContext);
	if (words === undefined) throw new Error("useMessages: no MessagesProvider above this component.");
	return words;
}

/** The dictionary in the current language: `messages().customers.title`. */
export function useMessages(): () => Messages {
	return useWords().messages;
}

/** Dates, numbers and money in the current language: `format().day(value)`. */
export function useFormat(): () => Format {
	return useWords().format;
}

export function useLocale(): Pick<Words, "locale" | "setLocale"> {
	return useWords();
}
