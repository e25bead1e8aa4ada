import { Check, Search } from "lucide";
import { createMemo, createSignal, For, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { type PartnerList, TenantList } from "#protocol/api.ts";
import { callApi, Nothing } from "#session/api.ts";
import { createQuery } from "#session/create-query.ts";
import { createRequest } from "#session/create-request.ts";
import { Empty } from "#ui/empty.tsx";
import { FormError } from "#ui/form-error.tsx";
import { createSingleKeys } from "#ui/single-keys.ts";
import { TextField } from "#ui/text-field.tsx";
import { useToasts } from "#ui/toast.tsx";
import { TenantRow } from "./tenant-row.tsx";

/** More rows than this help nobody; the filter finds the rest. */
const MOST_ROWS = 200;

/** Which partner may work for which customer: the operator grants and ends. */
export function RelationshipsSection(props: { partners: PartnerList }) {
	const messages = useMessages();
	const format = useFormat();
	const toasts = useToasts();
	const tenants = createQuery(() => callApi(TenantList, "GET", "/api/relationships"));
	const request = createRequest();
	const [filter, setFilter] = createSignal("");
	let bar: HTMLDivElement | undefined;

	const words = () => messages().people;
	const failure = () => {
		const code = request.failure() ?? tenants.failure();
		return code && words().errors[code];
	};

	const matching = createMemo(() => {
		const wanted = filter().trim().toLocaleLowerCase();
		const all = tenants.value() ?? [];
		return all.filter(
			(tenant) => tenant.name.toLocaleLowerCase().includes(wanted) || tenant.tenantId.includes(wanted),
		);
	});
	const shown = createMemo(() => matching().slice(0, MOST_ROWS));

	createSingleKeys({
		"/": () => {
			bar?.querySelector("input")?.focus();
		},
	});

	async function set(tenantId: string, partnerId: string, status: "active" | "none"): Promise<void> {
		const body = { tenantId, partnerId, status };
		const done = await request.run(() => callApi(Nothing, "PUT", "/api/relationships", body));
		if (done !== undefined) {
			const title = status === "active" ? words().operator.granted : words().operator.ended;
			toasts.show({ tone: "ok", icon: Check, title });
		}
		await tenants.reload();
	}

	return (
		<div class="people">
			<p class="t-2">{words().operator.relationshipsText}</p>
			<FormError text={failure()} />
			<Show when={tenants.value()}>
				{(all) => (
					<Show
						when={all().length > 0}
						fallback={<Empty title={words().operator.noTenants} text={words().operator.noTenantsText} />}
					>
						<div ref={bar} class="filter-field">
							<TextField
								label={words().operator.filter}
								hideLabel
								placeholder={words().operator.filter}
								icon={Search}
								shortcut="/"
								value={filter()}
								onInput={setFilter}
							/>
						</div>
						<Show when={shown().length > 0} fallback={<Empty title={words().operator.noMatch} />}>
							<table class="table stacked">
								<thead>
									<tr>
										<th scope="col">{words().operator.customer}</th>
										<th scope="col">{words().country}</th>
										<th scope="col">{words().operator.related}</th>
										<th scope="col">
											<span class="sr">{words().operator.grant}</span>
										</th>
									</tr>
								</thead>
								<tbody>
									<For each={shown()}>
										{(tenant) => (
											<TenantRow
												tenant={tenant}
												partners={props.partners}
												onSet={(partnerId, status) => void set(tenant.tenantId, partnerId, status)}
											/>
										)}
									</For>
								</tbody>
							</table>
							<Show when={matching().length > shown().length}>
								<p class="hint">
									{words().operator.more(format().number(matching().length - shown().length))}
								</p>
							</Show>
						</Show>
					</Show>
				)}
			</Show>
		</div>
	);
}
