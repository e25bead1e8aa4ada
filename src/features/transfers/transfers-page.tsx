import { useParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import * as v from "valibot";
import { CustomerId } from "#domain/customer.ts";
import { useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { useSession } from "#session/session.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Empty } from "#ui/empty.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { CustomerTransfers } from "./customer-transfers.tsx";
import "./transfers.css";

const Params = v.object({ customerId: CustomerId });

/** `/customers/:customerId/transfers`: one customer's hand-over from the EA to CSP. */
export function TransfersPage() {
	const session = useSession();
	const messages = useMessages();
	const params = useParams();

	const words = () => messages().transfers;
	const customer = createMemo(() => {
		const parsed = v.safeParse(Params, params);
		return parsed.success ? session.customers.all().get(parsed.output.customerId) : undefined;
	});

	usePage(() => ({
		title: customer()?.name ?? words().title,
		crumbs: [
			{ label: messages().customers.title, href: paths.customers() },
			...(customer() === undefined ? [] : [{ label: customer()?.name ?? "" }]),
			{ label: words().title },
		],
	}));

	return (
		<Show
			when={customer()?.id}
			keyed
			fallback={
				<Empty
					title={words().notFound.title}
					text={words().notFound.text}
					actions={<ButtonLink href={paths.customers()}>{words().notFound.action}</ButtonLink>}
				/>
			}
		>
			{(id) => <CustomerTransfers customerId={id} />}
		</Show>
	);
}
