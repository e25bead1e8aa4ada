import { DatabaseZap } from "lucide";
import { Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import type { Session } from "#session/session.tsx";
import { Banner } from "#ui/banner.tsx";
import { Button } from "#ui/button.tsx";
import { exportAll } from "./export-all.ts";

/** Says above every page that this device keeps nothing any more. */
export function StorageBanner(props: { session: Session }) {
	const messages = useMessages();

	const words = () => messages().app.storage;
	const reason = () => {
		const storage = props.session.storage();
		return storage.state === "failed" ? storage.reason : undefined;
	};

	return (
		<Show when={reason()}>
			{(why) => (
				<div class="banners">
					<Banner
						tone="bad"
						urgent
						icon={DatabaseZap}
						title={words()[why()]}
						action={
							<Button size="sm" onClick={() => exportAll(props.session)}>
								{words().export}
							</Button>
						}
					>
						{words().text}
					</Banner>
				</div>
			)}
		</Show>
	);
}
