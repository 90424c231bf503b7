import {
    ColorThemeKind,
    Uri,
    ViewColumn,
    window,
    workspace,
    type Disposable,
    type ExtensionContext,
    type TextDocumentContentProvider,
} from 'vscode';
import type { CompareSide } from 'iacs-language/lsp';
import type { Changes } from '../changes.ts';
import { revealPlace } from '../preview/panel.ts';
import { nonce } from '../bytes.ts';
import type { Platform } from '../platform.ts';
import type { CompareResult, Requests } from '../requests.ts';
import { comparePage, type Clicked } from './page.ts';
import { tabTitle } from '../tab-title.ts';
import { chooseSides, type Sides } from './sides.ts';

const olderScheme = 'iacs-older';

/**
 * The texts of the revisions that were compared, for reading: a place of such a side opens in a document of its own.
 */
export class OlderTexts implements TextDocumentContentProvider {
    private readonly texts = new Map<string, string>();

    register(): Disposable {
        return workspace.registerTextDocumentContentProvider(olderScheme, this);
    }

    /** The document of a file as it was. */
    put(uri: string, revision: string, text: string): Uri {
        const older = Uri.parse(uri).with({ scheme: olderScheme, query: revision });
        this.texts.set(older.toString(), text);
        return older;
    }

    provideTextDocumentContent(uri: Uri): string {
        return this.texts.get(uri.toString()) ?? '';
    }
}

function theme(): 'light' | 'dark' | 'contrast' {
    const { kind } = window.activeColorTheme;
    if (kind === ColorThemeKind.HighContrast) return 'contrast';
    return kind === ColorThemeKind.Dark ? 'dark' : 'light';
}

/** Asks for what the model is compared with, and shows what changed in meaning, in the colours of the window. */
export async function compareWith(
    context: ExtensionContext,
    platform: Platform,
    requests: Requests,
    older: OlderTexts,
    changes: Changes,
    uri: string,
): Promise<void> {
    const sides = await chooseSides(platform, uri);
    if (!sides) return;
    const { base, files, root, newer } = sides;
    const ask = (): Promise<CompareResult | null> =>
        requests.compare({
            ...{ uri, files, base, theme: theme() },
            ...(root === undefined ? {} : { root }),
            ...(newer === undefined ? {} : { newer: newer.files }),
        });
    const [answer, system] = await Promise.all([ask(), requests.systemOf(uri)]);
    if (!answer)
        return void window.showInformationMessage(
            `There is no such model in ${newer ? `${base} and ${newer.name}` : base}, or this file belongs to none.`,
        );
    const panel = window.createWebviewPanel('iacs.compare', tabTitle(sides.title, system), ViewColumn.Beside, {
        enableScripts: true,
        localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')],
    });
    const file = (name: string): string =>
        panel.webview.asWebviewUri(Uri.joinPath(context.extensionUri, 'dist', name)).toString();
    // The page counts the entries of what it shows, which an edit changes.
    let current: CompareResult | null = answer;
    let said = '';
    const show = (shown: CompareResult | null): void => {
        current = shown;
        const all = JSON.stringify(shown);
        if (said === all) return;
        said = all;
        const { cspSource: styleSource } = panel.webview;
        const sources = { script: file('compare.js'), style: file('compare.css'), styleSource, nonce: nonce() };
        panel.webview.html = comparePage(sources, sides.title, shown);
    };
    show(answer);
    let asked = 0;
    const again = async (): Promise<void> => {
        const count = ++asked;
        // A server that is being started answers later; where there is no such model any more, that is said.
        const shown = await ask().catch(() => undefined);
        if (shown !== undefined && count === asked) show(shown);
    };
    const following = [window.onDidChangeActiveColorTheme(again)];
    // Two revisions stay what they are.
    if (!newer) following.push(changes.each(again));
    panel.onDidDispose(() => {
        asked++;
        for (const each of following) each.dispose();
    });
    panel.webview.onDidReceiveMessage(async ({ list, index, side }: Clicked) => {
        const place = current?.[list][index]?.[side];
        if (place) await reveal(sides, older, place, side);
    });
}

/** Opens a place of a side: a revision in a document of its own, everything else where it is. */
async function reveal(
    { base, files, newer, inPlace }: Sides,
    older: OlderTexts,
    place: CompareSide,
    side: Clicked['side'],
): Promise<void> {
    const revision = side === 'older' ? (inPlace ? null : { name: base, files }) : (newer ?? null);
    const uri = revision ? older.put(place.uri, revision.name, revision.files[place.uri] ?? '').toString() : place.uri;
    const at = { line: place.line, character: 0 };
    await revealPlace({ uri, range: { start: at, end: at } });
}
