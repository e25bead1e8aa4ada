import { LOCALES, useLocale, useMessages } from "#i18n/messages.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { setTheme, THEMES, theme } from "./theme.ts";

/** Language and theme, side by side, for pages without a menu. */
export function Preferences() {
	const messages = useMessages();
	const language = useLocale();
	const words = () => messages().app;

	return (
		<>
			<Segmented
				size="sm"
				label={words().language}
				hideLabel
				value={language.locale()}
				options={LOCALES.map((value) => ({ value, label: words().languages[value] }))}
				onChange={(locale) => void language.setLocale(locale)}
			/>
			<Segmented
				size="sm"
				label={words().theme}
				hideLabel
				value={theme()}
				options={THEMES.map((value) => ({ value, label: words().themes[value] }))}
				onChange={setTheme}
			/>
		</>
	);
}
