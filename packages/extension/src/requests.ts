/** What the client asks of the server beyond the Language Server Protocol. */
import type {
    CompareParams,
    CompareResult,
    DiagramParams,
    DiagramResult,
    ElementItem,
    GapItem,
    LocateResult,
    ReachResult,
    StatusResult,
} from 'iacs-language/lsp';
import type { LanguageClient } from 'vscode-languageclient/node';

export type { CompareResult, DiagramResult, LocateResult, StatusResult };

export interface PathAnswer {
    readonly ids: readonly string[];
    readonly title: string;
}

/** The server's requests as functions. */
export class Requests {
    private readonly client: LanguageClient;

    constructor(client: LanguageClient) {
        this.client = client;
    }

    diagram(params: DiagramParams): Promise<DiagramResult> {
        return this.client.sendRequest('iacs/diagram', params);
    }

    locate(uri: string, id: string): Promise<LocateResult | null> {
        return this.client.sendRequest('iacs/locate', { uri, id });
    }

    at(uri: string, position: { line: number; character: number }): Promise<readonly string[]> {
        return this.client.sendRequest('iacs/at', { uri, position });
    }

    reach(uri: string, id: string): Promise<ReachResult> {
        return this.client.sendRequest('iacs/reach', { uri, id });
    }

    /** The path that refutes an invariant. */
    path(uri: string, id: string): Promise<PathAnswer | null> {
        return this.client.sendRequest('iacs/path', { uri, id });
    }

    pathBetween(uri: string, from: string, to: string): Promise<PathAnswer | null> {
        return this.client.sendRequest('iacs/pathBetween', { uri, from, to });
    }

    status(uri: string): Promise<StatusResult | null> {
        return this.client.sendRequest('iacs/status', { uri });
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

    libraryText(uri: string): Promise<string | null> {
        return this.client.sendRequest('iacs/libraryText', { uri });
    }
}
