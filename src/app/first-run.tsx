import { FlaskConical, HardDrive, History, Server, WifiOff } from "lucide";
import { createEffect, createSignal, For } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Button } from "#ui/button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { Icon } from "#ui/icon.tsx";
import { Mark } from "#ui/mark.tsx";
import { Track } from "#ui/track.tsx";
import { FirstRunOption } from "./first-run-option.tsx";
import { JoinServer } from "./join-server.tsx";
import { leftWorkspaces } from "./left-workspaces.ts";
import { newLocalWorkspace } from "./local-workspace.ts";
import { LocalWorkspaceForm } from "./local-workspace-form.tsx";
import { Preferences } from "./preferences.tsx";
import type { OpenWorkspace } from "./routes.tsx";
import { fillWithSample, SAMPLE_COUNTS, SAMPLE_TEAM } from "./sample.ts";
import "./first-run.css";

/** Where each lane of the drawing hands over, in percent. */
const LANES = [34, 52, 70, 88] as const;

/** The first screen on a device: a server, a local workspace, or the sample; and what was left here before. */
export function FirstRun(props: { onOpen: OpenWorkspace }) {
	const messages = useMessages();
	const format = useFormat();
	const left = leftWorkspaces();
	const [way, setWay] = createSignal(left[0]?.id ?? "server");
	const [busy, setBusy] = createSignal(false);
	const [failed, setFailed] = createSignal(false);

	const words = () => messages().app.firstRun;

	createEffect(() => {
		document.title = messages().app.name;
	});

	async function loadSample(): Promise<void> {
		if (busy()) return;
		setBusy(true);
		try {
			await props.onOpen(newLocalWorkspace(SAMPLE_TEAM, true), fillWithSample);
		} catch {
			setFailed(true);
		}
		setBusy(false);
	}

	return (
		<main class="first">
			<Hero />
			<section class="opts">
				<h2>{words().question}</h2>
				<For each={left}>
					{(workspace) => (
						<FirstRunOption
							icon={History}
							title={words().again.title(workspace.partner.name)}
							text={words().again.text}
							chosen={way() === workspace.id}
							onChoose={() => setWay(workspace.id)}
						>
							<div class="form-foot">
								<Button variant="primary" onClick={() => void props.onOpen(workspace)}>
									{words().again.open}
								</Button>
							</div>
						</FirstRunOption>
					)}
				</For>
				<FirstRunOption
					icon={Server}
					title={words().server.title}
					text={words().server.text}
					chosen={way() === "server"}
					onChoose={() => setWay("server")}
				>
					<JoinServer />
				</FirstRunOption>
				<FirstRunOption
					icon={HardDrive}
					title={words().local.title}
					text={words().local.text}
					chosen={way() === "local"}
					onChoose={() => setWay("local")}
				>
					<LocalWorkspaceForm onStart={(team) => void props.onOpen(newLocalWorkspace(team, false))} />
				</FirstRunOption>
				<FirstRunOption
					icon={FlaskConical}
					title={words().sample.title}
					text={words().sample.text(
						format().number(SAMPLE_COUNTS.customers),
						format().number(SAMPLE_COUNTS.agreements),
					)}
					chosen={way() === "sample"}
					onChoose={() => setWay("sample")}
				>
					<FormError text={failed() ? words().sample.failed : undefined} />
					<div class="form-foot">
						<Button variant="primary" aria-busy={busy()} onClick={() => void loadSample()}>
							{busy() ? words().local.starting : words().sample.start}
						</Button>
					</div>
				</FirstRunOption>
				<footer>
					<Preferences />
					<span class="end-auto">{words().utc}</span>
				</footer>
			</section>
		</main>
	);
}

function Hero() {
	const messages = useMessages();
	const words = () => messages().app.firstRun;

	return (
		<section class="hero">
			<div>
				<Mark />
				<h1>{words().title}</h1>
				<p>{words().text}</p>
			</div>
			<div class="lanes" aria-hidden="true">
				<For each={LANES}>
					{(at) => (
						<Track
							segments={[
								{ kind: "ea", join: "out", from: 0, to: at },
								{ kind: "csp", join: "in", from: at, to: 100 },
							]}
						/>
					)}
				</For>
			</div>
			<ul>
				<li>
					<Icon of={HardDrive} size="sm" />
					{words().stored}
				</li>
				<li>
					<Icon of={WifiOff} size="sm" />
					{words().offline}
				</li>
			</ul>
		</section>
	);
}
