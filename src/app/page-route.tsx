import { type Component, ErrorBoundary, lazy, Suspense } from "solid-js";
import type { Session } from "#session/session.tsx";
import { ErrorScreen } from "./error-screen.tsx";

/** A page that is loaded when it is gone to, with its own error screen, so that the next page works again. */
export function pageRoute(load: () => Promise<Component>, session: Session | undefined): Component {
	const Page = lazy(async () => ({ default: await load() }));
	return () => (
		<ErrorBoundary fallback={(error) => <ErrorScreen error={error} session={session} />}>
			<Suspense>
				<Page />
			</Suspense>
		</ErrorBoundary>
	);
}
