import { type Accessor, createContext, createSignal, onCleanup, useContext } from "solid-js";

export type Crumb = { readonly label: string; readonly href?: string };

/** What a page says about itself: its title and the way to it, the page itself last. */
export type PageInfo = { readonly title: string; readonly crumbs: readonly Crumb[] };

/** Where pages and the frame around them meet. */
export type PageFrame = ReturnType<typeof createPageFrame>;

export function createPageFrame() {
	const [page, setPage] = createSignal<Accessor<PageInfo>>();
	const [panels, setPanels] = createSignal(0);

	return {
		page: (): PageInfo | undefined => page()?.(),
		hasPanel: (): boolean => panels() > 0,
		/** @returns A function that takes the page's word back. */
		describe(info: Accessor<PageInfo>): () => void {
			setPage(() => info);
			return () => setPage((current) => (current === info ? undefined : current));
		},
		/** @returns A function that says that the panel is closed. */
		openPanel(): () => void {
			setPanels((count) => count + 1);
			return () => setPanels((count) => count - 1);
		},
	};
}

/** Without a provider, as in tests of one page, nobody listens. */
const PageFrameContext = createContext<PageFrame>(createPageFrame());

export const PageFrameProvider = PageFrameContext.Provider;

export function usePageFrame(): PageFrame {
	return useContext(PageFrameContext);
}

/** Gives the frame this page's title and breadcrumbs as long as the page is shown. */
export function usePage(info: Accessor<PageInfo>): void {
	onCleanup(usePageFrame().describe(info));
}
