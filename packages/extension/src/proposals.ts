import { Uri, window, workspace, WorkspaceEdit, Range, TextEdit } from 'vscode';
import type { NewName, Proposal, Refusal } from 'iacs-language/lsp';
import { revealPlace } from './preview/panel.ts';
import type { Diagrams } from './preview/panels.ts';
import type { Requests } from './requests.ts';

const mostEffects = 12;

const accesses = [
    { label: 'read', detail: 'Values are read.' },
    { label: 'write', detail: 'Values and set-points are written.' },
    { label: 'program', detail: 'Programs, configuration or firmware are changed.' },
] as const;

/** Asks whether a proposed edit is to be made, showing what it would do; makes it as one undoable step. */
export async function offer(asked: Promise<Proposal | Refusal>, title: string, does: string): Promise<boolean> {
    const answer = await asked;
    if ('refused' in answer) {
        void window.showWarningMessage(answer.refused);
        return false;
    }
    const { verdict, effects, edit } = answer;
    const shown = effects.slice(0, mostEffects);
    if (effects.length > shown.length) shown.push(`and ${effects.length - shown.length} more`);
    const detail = [verdict, ...shown].join('\n');
    if ((await window.showInformationMessage(title, { modal: true, detail }, does)) !== does) return false;
    const made = editOf(edit);
    if (!(await workspace.applyEdit(made))) return false;
    // The text that has changed comes to the front, not over the diagram: Ctrl+Z there takes all of it back.
    const [first] = made.entries();
    const at = first?.[1][0]?.range.start;
    if (first && at) {
        const { line, character } = at;
        const start = { line, character };
        await revealPlace({ uri: first[0].toString(), range: { start, end: start } });
    }
    return true;
}

function editOf(edit: Proposal['edit']): WorkspaceEdit {
    const made = new WorkspaceEdit();
    const add = (uri: string, edits: readonly { range: Lines; newText: string }[]): void =>
        made.set(
            Uri.parse(uri),
            edits.map(({ range: { start, end }, newText }) =>
                TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
            ),
        );
    for (const change of edit.documentChanges ?? [])
        if ('edits' in change) add(change.textDocument.uri, change.edits as { range: Lines; newText: string }[]);
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) add(uri, edits);
    return made;
}

interface Lines {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
}

/** Asks for the ends of a flow that are not given, its protocol and its access, and writes it where it belongs. */
export async function drawFlow(
    requests: Requests,
    uri: string,
    given: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): Promise<void> {
    const assets = (await requests.elements(uri)).filter(({ kind }) => kind === 'asset');
    const ask = async (placeHolder: string, without?: string): Promise<string | undefined> =>
        (
            await window.showQuickPick(
                assets
                    .filter(({ id }) => id !== without)
                    .map(({ id, title }) => ({ label: id, ...(title === null ? {} : { detail: title }) })),
                { title: 'New flow', placeHolder, matchOnDetail: true },
            )
        )?.label;
    const known = (id: string | undefined): string | undefined => assets.find(asset => asset.id === id)?.id;
    const from = known(given.from) ?? (await ask('Which asset opens the session?'));
    const to = from && (known(given.to) ?? (await ask(`${from} opens a session to which asset?`, from)));
    if (!from || !to) return;
    const protocols = await requests.protocolsBetween(uri, from, to);
    const protocol = await window.showQuickPick(
        protocols.map(({ id, title }) => ({ label: id, ...(title === null ? {} : { description: title }) })),
        { title: 'New flow', placeHolder: 'Over which protocol?', matchOnDescription: true },
    );
    const access =
        protocol &&
        (
            await window.showQuickPick(accesses, {
                title: 'New flow',
                placeHolder: 'What may it do?',
            })
        )?.label;
    if (!protocol || !access) return;
    await offer(
        requests.draw(uri, { from, to, protocol: protocol.label, access }),
        `Add the flow ${from} -> ${to} : ${protocol.label}?`,
        'Add Flow',
    );
}

const kinds = ['control', 'operations', 'dmz', 'enterprise', 'safety', 'field', 'external'] as const;

async function chosenZone(requests: Requests, uri: string): Promise<string | undefined> {
    const zones = (await requests.elements(uri)).filter(({ kind }) => kind === 'zone');
    return window.showQuickPick(
        zones.map(({ id }) => id),
        { title: 'New asset', placeHolder: 'In which zone?' },
    );
}

/** Asks for two zones and a name, and writes a conduit between them. */
export async function addConduit(requests: Requests, uri: string, given: string | null): Promise<void> {
    const zones = (await requests.elements(uri)).filter(({ kind }) => kind === 'zone').map(({ id }) => id);
    const ask = (placeHolder: string, without?: string): Thenable<string | undefined> =>
        window.showQuickPick(
            zones.filter(id => id !== without),
            { title: 'New conduit', placeHolder },
        );
    const from = given !== null && zones.includes(given) ? given : await ask('Which zone does it join?');
    const to = from && (await ask(`Which zone does it join with ${from}?`, from));
    const name =
        to &&
        (await askName(requests, uri, { kind: 'conduit', into: from }, 'Link', {
            title: `New conduit between ${from} and ${to}`,
            value: `${lastPart(from)}To${lastPart(to)}`,
        }));
    if (!name) return;
    const added = { kind: 'conduit', into: from, name, is: to } as const;
    await offer(requests.add(uri, added), `Add conduit ${name} between ${from} and ${to}?`, 'Add');
}

/**
 * Asks for the name of something new. A name that is taken is refused while it is typed, not after the last question.
 * @param example of a name
 */
function askName(
    requests: Requests,
    uri: string,
    what: Omit<NewName, 'name'>,
    example: string,
    options: { readonly title: string; readonly value?: string },
): Thenable<string | undefined> {
    return window.showInputBox({
        ...options,
        prompt: 'Name: letters, digits, _ and single hyphens',
        ignoreFocusOut: true,
        validateInput: async value => {
            if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(value)) return `One word, such as ${example}`;
            return (await requests.nameFault(uri, { ...what, name: value }).catch(() => null)) ?? undefined;
        },
    });
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/** Asks for the name and the type of an asset, or the kind of a zone, and writes it into a block. */
export async function addElement(
    requests: Requests,
    uri: string,
    kind: 'zone' | 'asset',
    given: string | null,
): Promise<void> {
    const into = given ?? (kind === 'asset' ? await chosenZone(requests, uri) : null);
    if (into === undefined) return;
    const where = into === null ? '' : ` in ${into}`;
    const name = await askName(requests, uri, { kind, into }, kind === 'zone' ? 'Cell1' : 'Plc1', {
        title: `New ${kind}${where}`,
    });
    if (!name) return;
    // What was typed is not lost when somebody looks something up.
    const is =
        kind === 'zone'
            ? await window.showQuickPick(kinds, { title: `Kind of ${name}`, ignoreFocusOut: true })
            : await window.showQuickPick(requests.types(uri, into), { title: `Type of ${name}`, ignoreFocusOut: true });
    if (is) await offer(requests.add(uri, { kind, into, name, is }), `Add ${kind} ${name}${where}?`, 'Add');
}

/** Writes what is cut and assumed in the diagram into a view of the model, under a name that is asked for. */
export async function writeCase(requests: Requests, diagrams: Diagrams): Promise<void> {
    const panel = diagrams.front;
    const { cut, assumed } = panel?.shown.choice ?? { cut: [], assumed: [] };
    if (!panel || cut.length + assumed.length === 0) {
        const keys = 'Cut something (X) or assume that an asset is compromised (A) in the diagram first.';
        return void window.showInformationMessage(keys);
    }
    const name = await askName(requests, panel.shown.uri, { kind: 'view', into: null }, 'WhatIf', {
        title: 'Write the case into a view',
        value: 'WhatIf',
    });
    if (!name) return;
    await offer(requests.writeCase(panel.shown.uri, { name, cut, assumed }), `Add the view ${name}?`, 'Add View');
}
