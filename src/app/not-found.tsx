import { useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { usePage } from "#ui/page-frame.tsx";

export function NotFound() {
	const messages = useMessages();
	const words = () => messages().app.notFound;

	usePage(() => ({ title: words().title, crumbs: [{ label: words().title }] }));

	return (
		<div class="empty">
			<h1>{words().title}</h1>
			<p>{words().text}</p>
			<div class="actions">
				<ButtonLink href={paths.customers()}>{words().action}</ButtonLink>
			</div>
		</div>
	);
}
