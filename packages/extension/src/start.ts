import { commands, languages, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { Acceptable, ChangedNotification, TreeRow } from 'iacs-language/lsp';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { acceptOne, fillIn } from './accept.ts';
import { ActiveFile } from './active.ts';
import { Changes } from './changes.ts';
import { compareWith, OlderTexts } from './compare/compare.ts';
import { chooseDay, DayStatus } from './day.ts';
import { explainFinding, openPage } from './explain.ts';
import { exportDiagram } from './export.ts';
import { importFile } from './import.ts';
import { MarkdownPictures, type MarkdownIt } from './markdown.ts';
import { ModelView, showRow } from './model-view.ts';
import { newModel, offerNewModel, sayNoModel } from './new-model.ts';
import type { Platform } from './platform.ts';
import type { Gesture } from './preview/messages.ts';
import { Diagrams } from './preview/panels.ts';
import { revealPlace } from './preview/panel.ts';
import { showCounterexample, showGaps, showPathBetween, showRequirement } from './questions.ts';
import { addConduit, addElement, drawFlow, writeCase } from './proposals.ts';
import { ReportPreview, reportView, saveReport } from './report.ts';
import { Requests } from './requests.ts';
import { Status } from './status.ts';

let client: BaseLanguageClient | null = null;

/** What VS Code is given: its Markdown preview draws models. */
export interface Exports {
    extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** Starts the language server and offers the commands. Reads nothing but models, sends nothing anywhere. */
export async function start(context: ExtensionContext, platform: Platform): Promise<Exports> {
    const log = window.createOutputChannel('IACS', { log: true });
    const started = (client = platform.makeClient(context, log));
    const requests = new Requests(started);
    const active = new ActiveFile();
    const diagrams = new Diagrams(context, requests, active);
    const report = new ReportPreview(requests);
    const status = new Status(requests, active);
    const day = new DayStatus(requests, active);
    const older = new OlderTexts();
    const changes = new Changes();
    const tree = new ModelView(requests, active);
    const markdown = new MarkdownPictures(requests);
    const changed: ChangedNotification = 'iacs/changed';
    context.subscriptions.push(log, active, diagrams, report, status, day, older.register(), changes, tree, markdown);

    started.onNotification(changed, () => {
        void status.update();
        void day.update();
        diagrams.changed();
        report.changed();
        changes.changed();
        tree.changed();
        markdown.changed();
    });
    started.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return;
        diagrams.changed();
        markdown.changed();
    });
    context.subscriptions.push(
        workspace.registerTextDocumentContentProvider('iacs-library', {
            provideTextDocumentContent: async uri => (await requests.libraryText(uri.toString())) ?? '',
        }),
        workspace.onDidOpenTextDocument(document => {
            if (document.uri.scheme === 'iacs-library' && document.languageId !== 'iacs')
                void languages.setTextDocumentLanguage(document, 'iacs');
        }),
        window.registerWebviewPanelSerializer(reportView, {
            deserializeWebviewPanel: async panel => {
                const uri = await active.find();
                if (uri === null) return panel.dispose();
                report.adopt(panel, uri);
                report.changed();
            },
        }),
    );

    /** Runs a command about a model: that of the given file, else of the one in the editor. */
    const about =
        (run: (uri: string, ...rest: unknown[]) => Promise<unknown> | undefined) =>
        async (given?: unknown, ...rest: unknown[]): Promise<void> => {
            const uri =
                given instanceof Uri ? given.toString() : typeof given === 'string' ? given : await active.find();
            if (uri === null) void offerNewModel();
            else await run(uri, ...rest);
        };
    /** Runs what is asked of a whole model: a file that no model imports has none, which is then said. */
    const inModel = (run: (uri: string, ...rest: unknown[]) => Promise<unknown> | undefined) =>
        about(async (uri, ...rest) => ((await requests.status(uri)) ? run(uri, ...rest) : sayNoModel(uri)));
    const go = async (uri: string, id: string): Promise<void> => {
        const place = await requests.locate(uri, id);
        if (place) await revealPlace(place);
    };
    const clicked = (run: (id: string) => Promise<unknown> | undefined) => (given: { iacsId?: string } | undefined) =>
        given?.iacsId === undefined ? undefined : run(given.iacsId);
    /** What a menu of the picture does to the model that is drawn there, whatever file is worked in. */
    const inPicture = (run: (uri: string, id: string) => Promise<unknown>) =>
        clicked(id => about(uri => run(uri, id))(diagrams.front?.shown.uri));
    const gesture = (name: Gesture) => clicked(async id => diagrams.front?.gesture(name, id));
    const offered: Readonly<Record<string, (...given: never[]) => unknown>> = {
        'iacs.accept': (choices: readonly Acceptable[]) => acceptOne(started, choices),
        'iacs.fillIn': fillIn,
        'iacs.openDiagram': about(uri => diagrams.show(uri)),
        'iacs.openAnotherDiagram': about(async uri => diagrams.showAnother(uri)),
        'iacs.showInDiagram': about(async (uri, id) => {
            const panel = await diagrams.show(uri);
            const [here] = typeof id === 'string' ? [id] : await atCursor(requests);
            if (here !== undefined) panel?.select(here);
        }),
        'iacs.showPath': inModel((uri, invariant) =>
            typeof invariant === 'string'
                ? showCounterexample(requests, diagrams, uri, invariant)
                : showPathBetween(requests, diagrams, uri),
        ),
        'iacs.showRequirement': inModel(uri => showRequirement(requests, diagrams, uri)),
        'iacs.showGaps': inModel(uri => showGaps(requests, diagrams, uri, id => go(uri, id))),
        'iacs.openReport': about(uri => report.show(uri)),
        'iacs.saveReport': () => inModel(uri => saveReport(requests, uri))(report.shown ?? undefined),
        'iacs.exportDiagram': () => inModel(uri => exportDiagram(diagrams, uri))(diagrams.front?.shown.uri),
        'iacs.compare': (given?: Uri | { readonly resourceUri?: Uri }) =>
            about(uri => compareWith(context, platform, requests, older, changes, uri))(
                given instanceof Uri ? given : given?.resourceUri,
            ),
        'iacs.import': async () => importFile(platform, requests, log, await active.find()),
        'iacs.newModel': (folder?: Uri) => newModel(context, folder instanceof Uri ? folder : undefined),
        'iacs.drawFlow': (given?: TreeRow | Line) =>
            inModel(uri => drawFlow(requests, uri, endsOf(given)))(given && 'from' in given ? given.uri : undefined),
        'iacs.addAsset': (row?: TreeRow) => inModel(uri => addElement(requests, uri, 'asset', row?.element ?? null))(),
        'iacs.addZone': (row?: TreeRow) => inModel(uri => addElement(requests, uri, 'zone', row?.element ?? null))(),
        'iacs.showRow': (row?: TreeRow) => showRow(active.uri, row),
        'iacs.addConduit': (row?: TreeRow) => inModel(uri => addConduit(requests, uri, row?.element ?? null))(),
        'iacs.diagram.drawFlow': clicked(async id => diagrams.front?.hang(id)),
        'iacs.diagram.addConduit': inPicture((uri, id) => addConduit(requests, uri, id)),
        'iacs.diagram.addAsset': inPicture((uri, id) => addElement(requests, uri, 'asset', id)),
        'iacs.diagram.addZone': inPicture((uri, id) => addElement(requests, uri, 'zone', id)),
        'iacs.explain': () => explainFinding(context),
        'iacs.openGuide': () => openPage(context, 'language.md'),
        'iacs.restartServer': async () => {
            // One that does not answer any more is a reason for this command: it is ended without its answer.
            if (started.needsStop()) await started.stop().catch(() => undefined);
            await started.start();
            void window.setStatusBarMessage('The language server of IACS runs again.', 6000);
        },
        'iacs.showLog': () => log.show(),
        'iacs.diagram.goToText': clicked(id => diagrams.front?.open(id)),
        'iacs.diagram.reach': gesture('reach'),
        'iacs.diagram.cut': gesture('cut'),
        'iacs.diagram.assume': gesture('assume'),
        'iacs.diagram.path': gesture('path'),
        'iacs.diagram.inside': gesture('inside'),
        'iacs.diagram.fold': gesture('fold'),
        'iacs.diagram.unfold': gesture('fold'),
        'iacs.diagram.copyImage': () => diagrams.front?.copyImage(),
        'iacs.writeCase': () => writeCase(requests, diagrams),
        'iacs.chooseDay': about(uri => chooseDay(requests, uri)),
    };
    for (const [name, run] of Object.entries(offered))
        context.subscriptions.push(commands.registerCommand(name, run as (...given: unknown[]) => unknown));
    await started.start();
    return { extendMarkdownIt: md => markdown.extend(md) };
}

/** A line that was drawn in the picture of a model. */
interface Line {
    readonly uri: string;
    readonly from: string;
    readonly to: string;
}

/** The ends that are known: of a line in the picture both, of a row of the side bar that of its asset. */
function endsOf(given?: TreeRow | Line): { from?: string; to?: string } {
    if (given === undefined) return {};
    if ('from' in given) return given;
    return given.is === 'asset' && given.element !== undefined ? { from: given.element } : {};
}

async function atCursor(requests: Requests): Promise<readonly string[]> {
    const editor = window.activeTextEditor;
    return editor ? requests.at(editor.document.uri.toString(), editor.selection.active) : [];
}

export async function deactivate(): Promise<void> {
    await client?.stop();
}
