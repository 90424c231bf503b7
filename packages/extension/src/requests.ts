/** What the client asks of the server beyond the Language Server Protocol. */
import type {
    Added,
    CompareParams,
    CompareResult,
    DayItem,
    DiagramParams,
    DiagramResult,
    DrawnFlow,
    ElementItem,
    GapItem,
    LocateResult,
    NewName,
    Proposal,
    Refusal,
    PathBetween,
    ShownDay,
    StatusResult,
    TreeRow,
    WrittenCase,
} from 'iacs-language/lsp';
import type { BaseLanguageClient } from 'vscode-languageclient';

export type { CompareResult, DiagramResult, LocateResult, StatusResult };

export interface PathAnswer {
    readonly ids: readonly string[];
    readonly title: string;
}

/** The server's requests as functions. */
export class Requests {
    private readonly client: BaseLanguageClient;

    constructor(client: BaseLanguageClient) {
        this.client = client;
    }

    /** Any question, for a part that brings its own types. */
    ask<R>(method: string, params: object): Promise<R> {
        return this.client.sendRequest(method, params);
    }

    diagram(params: DiagramParams): Promise<DiagramResult> {
        return this.client.sendRequest('iacs/diagram', params);
    }

    /** The picture of a text that is no file; `null` where it has no zone. */
    drawText(text: string, theme: 'light' | 'dark'): Promise<string | null> {
        return this.client.sendRequest('iacs/drawText', { text, theme });
    }

    locate(uri: string, id: string): Promise<LocateResult | null> {
        return this.client.sendRequest('iacs/locate', { uri, id });
    }

    at(uri: string, position: { line: number; character: number }): Promise<readonly string[]> {
        return this.client.sendRequest('iacs/at', { uri, position });
    }

    /** The path that refutes an invariant. */
    path(uri: string, id: string): Promise<PathAnswer | null> {
        return this.client.sendRequest('iacs/path', { uri, id });
    }

    /** `null` where there is no model. */
    pathBetween(uri: string, from: string, to: string): Promise<PathBetween | null> {
        return this.client.sendRequest('iacs/pathBetween', { uri, from, to });
    }

    status(uri: string): Promise<StatusResult | null> {
        return this.client.sendRequest('iacs/status', { uri });
    }

    /** What the system of a file is called; empty where it is not known. */
    async systemOf(uri: string): Promise<string> {
        return (await this.status(uri).catch(() => null))?.system ?? '';
    }

    elements(uri: string): Promise<readonly ElementItem[]> {
        return this.client.sendRequest('iacs/elements', { uri });
    }

    gaps(uri: string): Promise<readonly GapItem[]> {
        return this.client.sendRequest('iacs/gaps', { uri });
    }

    report(uri: string): Promise<string | null> {
        return this.client.sendRequest('iacs/report', { uri });
    }

    /** The picture for a file: SVG, Mermaid, draw.io or JSON. */
    export(params: DiagramParams & { readonly format: string }): Promise<string | null> {
        return this.client.sendRequest('iacs/export', params);
    }

    compare(params: CompareParams): Promise<CompareResult | null> {
        return this.client.sendRequest('iacs/compare', params);
    }

    /** The rows below a row of the tree of the model; the first rows for `null`. */
    tree(uri: string, key: string | null): Promise<readonly TreeRow[]> {
        return this.client.sendRequest('iacs/tree', { uri, key });
    }

    move(uri: string, asset: string, zone: string): Promise<Proposal | Refusal> {
        return this.client.sendRequest('iacs/move', { uri, asset, zone });
    }

    draw(uri: string, flow: DrawnFlow): Promise<Proposal | Refusal> {
        return this.client.sendRequest('iacs/draw', { uri, ...flow });
    }

    add(uri: string, added: Added): Promise<Proposal | Refusal> {
        return this.client.sendRequest('iacs/add', { uri, ...added });
    }

    /** Why something new cannot have a name; `null` where it can. */
    nameFault(uri: string, name: NewName): Promise<string | null> {
        return this.client.sendRequest('iacs/nameFault', { uri, ...name });
    }

    /** Protocols, the most likely ones between two assets first. */
    protocolsBetween(
        uri: string,
        from: string,
        to: string,
    ): Promise<readonly { readonly id: string; readonly title: string | null }[]> {
        return this.client.sendRequest('iacs/protocolsBetween', { uri, from, to });
    }

    /** Asset types, the most likely ones in a zone or conduit first. */
    types(uri: string, into: string | null): Promise<readonly string[]> {
        return this.client.sendRequest('iacs/types', { uri, into });
    }

    /** Chooses the day on which models are judged; `null` for today, and as an answer to what is not a day. */
    day(day: string | null): Promise<ShownDay | null> {
        return this.client.sendRequest('iacs/day', { day });
    }

    /** The day on which models are judged now. */
    shownDay(): Promise<ShownDay> {
        return this.client.sendRequest('iacs/shownDay', {});
    }

    days(uri: string): Promise<readonly DayItem[]> {
        return this.client.sendRequest('iacs/days', { uri });
    }

    writeCase(uri: string, written: WrittenCase): Promise<Proposal | Refusal> {
        return this.client.sendRequest('iacs/writeCase', { uri, ...written });
    }

    libraryText(uri: string): Promise<string | null> {
        return this.client.sendRequest('iacs/libraryText', { uri });
    }
}
