import { createContext, createSignal, type JSX, useContext } from "solid-js";
import type { Messages } from "./en.ts";
import type { FirstMessages } from "./en-first.ts";
import type { LaterMessages } from "./en-later.ts";
import { type Format, makeFormat } from "./format.ts";

export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

const STORED = "staffel.locale";

type Words = {
	locale(): Locale;
	messages(): Messages;
	format(): Format;
	setLocale(locale: Locale): Promise<void>;
	loadLaterMessages(): Promise<void>;
};

const WordsContext = createContext<Words>();

/** Loads what the first screen says; each language is a chunk of its own. */
export async function loadMessages(locale: Locale): Promise<FirstMessages> {
	return locale === "de" ? (await import("./de-first.ts")).deFirst : (await import("./en-first.ts")).enFirst;
}

async function loadLater(locale: Locale): Promise<LaterMessages> {
	return locale === "de" ? (await import("./de-later.ts")).deLater : (await import("./en-later.ts")).enLater;
}

/** The language chosen on this device, otherwise the browser's. */
export function preferredLocale(): Locale {
	const stored = localStorage.getItem(STORED);
	if (stored === "de" || stored === "en") return stored;
	return navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
}

/** @param props.messages The words of `locale`: those of the first screen, loaded before the first paint, or all. */
export function MessagesProvider(props: {
	locale: Locale;
	messages: FirstMessages | Messages;
	children: JSX.Element;
}) {
	// biome-ignore-start lint/correctness/noSolidDestructuredProps: read once on purpose, the signal takes over
	const [current, setCurrent] = createSignal({
		locale: props.locale,
		// a page that says more waits for `loadLaterMessages` before it is shown
		messages: props.messages as Messages,
		format: makeFormat(props.locale),
	});
	// biome-ignore-end lint/correctness/noSolidDestructuredProps: see above
	document.documentElement.lang = props.locale;

	async function setLocale(locale: Locale): Promise<void> {
		const [first, later] = await Promise.all([loadMessages(locale), loadLater(locale)]);
		localStorage.setItem(STORED, locale);
		document.documentElement.lang = locale;
		setCurrent({ locale, messages: { ...first, ...later }, format: makeFormat(locale) });
	}

	async function loadLaterMessages(): Promise<void> {
		if (isComplete(current().messages)) return;
		const later = await loadLater(current().locale);
		// unless another language has come with all its words meanwhile
		setCurrent((now) =>
			isComplete(now.messages) ? now : { ...now, messages: Object.assign({ ...now.messages }, later) },
		);
	}

	const words: Words = {
		locale: () => current().locale,
		messages: () => current().messages,
		format: () => current().format,
		setLocale,
		loadLaterMessages,
	};
	return <WordsContext.Provider value={words}>{props.children}</WordsContext.Provider>;
}

function useWords(): Words {
	const words = useContext(WordsContext);
	if (words === undefined) throw new Error("useMessages: no MessagesProvider above this component.");
	return words;
}

function isComplete(messages: object): boolean {
	return "people" in messages;
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

/** Loads the words of all pages but the first; whoever shows another one waits for it. */
export function useLaterMessages(): () => Promise<void> {
	return useWords().loadLaterMessages;
}
