import type { GapItem } from 'iacs-language/lsp';
import { window, type QuickPickItem } from 'vscode';
import type { Diagrams } from './preview/panels.ts';
import type { Requests } from './requests.ts';

/** Asks for two ends and shows the shortest path between them in the diagram. */
export async function showPathBetween(requests: Requests, diagrams: Diagrams, uri: string): Promise<void> {
    const elements = await requests.elements(uri);
    const items = elements.map(({ id, kind, title }): QuickPickItem => ({
        label: id,
        description: kind,
        ...(title === null ? {} : { detail: title }),
    }));
    const ask = (placeHolder: string): Thenable<QuickPickItem | undefined> =>
        window.showQuickPick(items, { title: 'Show path', placeHolder, matchOnDetail: true });
    const from = await ask('From which zone or asset?');
    const to = from && (await ask(`From ${from.label} to which zone or asset?`));
    if (!to) return;
    const path = await requests.pathBetween(uri, from.label, to.label);
    if (!path) return;
    if (path.none !== undefined) {
        void window.showInformationMessage(path.none);
        return;
    }
    const panel = await diagrams.show(uri);
    await panel?.choose({ trace: path.ids, traceTitle: path.title });
}

/** Shows the path that breaks an invariant. */
export async function showCounterexample(
    requests: Requests,
    diagrams: Diagrams,
    uri: string,
    invariant: string,
): Promise<void> {
    const path = await requests.path(uri, invariant);
    if (!path) {
        void window.showInformationMessage(`${invariant} is broken by no path.`);
        return;
    }
    const panel = await diagrams.show(uri);
    await panel?.choose({ trace: path.ids, traceTitle: `${invariant}: ${path.title}` });
}

/** Asks for a requirement and colours all zones by its state. */
export async function showRequirement(requests: Requests, diagrams: Diagrams, uri: string): Promise<void> {
    const { requirements } = await requests.diagram({ uri });
    const chosen = await window.showQuickPick(
        requirements.map(({ id, title }) => ({ label: id, description: title })),
        {
            title: 'Show a requirement in all zones',
            placeHolder: 'Number or words of its title',
            matchOnDescription: true,
        },
    );
    if (!chosen) return;
    const panel = await diagrams.show(uri);
    await panel?.choose({ requirement: chosen.label });
}

function gapWords({ gap, notAssessed, contradicted }: GapItem): string {
    if (gap > 0) return notAssessed ? 'not assessed' : `gap ${gap}`;
    return contradicted ? 'no gap as stated, contradicted' : 'no gap';
}

/** Lists zones and conduits by their gap; a choice goes to the text. */
export async function showGaps(
    requests: Requests,
    diagrams: Diagrams,
    uri: string,
    go: (id: string) => Promise<void>,
): Promise<void> {
    const gaps = await requests.gaps(uri);
    const diagram = '$(type-hierarchy-sub) Show the gaps in the diagram';
    const chosen = await window.showQuickPick<QuickPickItem>(
        [
            { label: diagram },
            ...gaps.map(each => ({
                label: each.id,
                description: `${each.kind} · ${gapWords(each)}`,
                detail: each.limits,
            })),
        ],
        {
            title: 'Gaps: SL-T minus SL-A',
            placeHolder: gaps.length === 0 ? 'No zone or conduit has a target' : 'Largest first',
            matchOnDescription: true,
        },
    );
    if (!chosen) return;
    if (chosen.label === diagram) await (await diagrams.show(uri))?.choose({ colour: 'gap', requirement: null });
    else await go(chosen.label);
}
