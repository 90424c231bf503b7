import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type {
    ClientCapabilities,
    Diagnostic,
    InitializeResult,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
} from 'vscode-languageserver';
import {
    createConnection,
    createProtocolConnection,
    ProposedFeatures,
    StreamMessageReader,
    StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { MessageConnection, ProtocolConnection } from 'vscode-languageserver/node';
import { startServer } from '../../src/lsp/server.ts';
import { entriesAmong, type Entry, type FileSystem, normalUri } from '../../src/project/index.ts';
import { drawing } from './drawing.ts';
import { sections } from './marks.ts';

const cursorMark = '<|>';

/** Calls for each notification without a listener of its own; the types of the protocol's connection leave this out. */
export function everyNotification(client: ProtocolConnection, call: (method: string) => void): void {
    (client as unknown as MessageConnection).onNotification((method: string) => call(method));
}

/** Files held in memory, which a test changes as a disk would change. */
export class MemoryDisk implements FileSystem {
    readonly texts = new Map<string, string>();
    private readonly stamps = new Map<string, number>();

    write(uri: string, text: string): void {
        this.texts.set(normalUri(uri), text);
        this.stamps.set(normalUri(uri), (this.stamps.get(normalUri(uri)) ?? 0) + 1);
    }

    delete(uri: string): void {
        this.texts.delete(normalUri(uri));
    }

    read(uri: string): string | undefined {
        return this.texts.get(normalUri(uri));
    }

    exists(uri: string): boolean {
        return this.texts.has(normalUri(uri));
    }

    stamp(uri: string): string | null {
        return this.exists(uri) ? String(this.stamps.get(normalUri(uri))) : null;
    }

    entries(folder: string): Promise<readonly Entry[]> {
        return Promise.resolve(entriesAmong(this.texts.keys(), folder));
    }
}

export const fullClient: ClientCapabilities = {
    workspace: {
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
    },
    textDocument: {
        publishDiagnostics: {
            versionSupport: true,
            relatedInformation: true,
            codeDescriptionSupport: true,
            tagSupport: { valueSet: [1, 2] },
        },
        completion: { completionItem: { snippetSupport: true } },
        codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
            dataSupport: true,
            resolveSupport: { properties: ['edit'] },
        },
    },
};

/** An editor with a server behind a real connection. */
export class Editor {
    readonly folder: string;
    readonly disk = new MemoryDisk();
    readonly capabilities: InitializeResult['capabilities'];
    /** The last diagnostics of each file, by its URI as the server writes it. */
    readonly shown = new Map<
        string,
        { readonly version: number | undefined; readonly diagnostics: readonly Diagnostic[] }
    >();
    readonly notifications: string[] = [];
    private readonly client: ProtocolConnection;
    private readonly versions = new Map<string, number>();
    private readonly buffers = new Map<string, string>();

    private constructor(
        folder: string,
        client: ProtocolConnection,
        disk: MemoryDisk,
        capabilities: InitializeResult['capabilities'],
    ) {
        this.folder = folder;
        this.client = client;
        this.disk = disk;
        this.capabilities = capabilities;
    }

    /** Starts a server on a folder with these files on disk. */
    static async start(
        annotated: string,
        options: {
            folder?: string;
            client?: ClientCapabilities;
            today?: () => string;
            settings?: object;
            lookEvery?: number;
            disk?: MemoryDisk;
        } = {},
    ): Promise<Editor> {
        const folder = options.folder ?? 'file:///plant/';
        const disk = options.disk ?? new MemoryDisk();
        for (const { name, text } of sections(annotated))
            disk.write(new URL(name ?? 'main.iacs', folder).href, text.replace(cursorMark, ''));
        const toServer = new PassThrough();
        const toClient = new PassThrough();
        startServer(options => createConnection(ProposedFeatures.all, toServer, toClient, options), {
            files: disk,
            today: options.today ?? (() => '2026-06-01'),
            engine: () => drawing().engine,
            ...(options.lookEvery === undefined ? {} : { lookEvery: options.lookEvery }),
        });
        const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
        const shown = new Map();
        const notifications: string[] = [];
        client.onNotification(
            'textDocument/publishDiagnostics',
            ({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
                shown.set(uri, { version, diagnostics });
            },
        );
        everyNotification(client, method => notifications.push(method));
        client.onRequest('client/registerCapability', () => null);
        client.onRequest('workspace/inlayHint/refresh', () => null);
        client.onRequest('workspace/codeLens/refresh', () => null);
        client.listen();
        const { capabilities } = await client.sendRequest<InitializeResult>('initialize', {
            processId: null,
            rootUri: folder,
            workspaceFolders: [{ uri: folder, name: 'plant' }],
            capabilities: options.client ?? fullClient,
            initializationOptions: options.settings ?? { commands: true },
        });
        await client.sendNotification('initialized', {});
        const editor = new Editor(folder, client, disk, capabilities);
        Object.assign(editor, { shown, notifications });
        await editor.settled();
        return editor;
    }

    uri(name = 'main.iacs'): string {
        return new URL(name, this.folder).href;
    }

    /** Opens a file with the text that is on disk, or another one. */
    async open(name = 'main.iacs', text: string | null = null): Promise<void> {
        const uri = this.uri(name);
        const content = text ?? this.disk.read(uri) ?? '';
        this.versions.set(uri, 1);
        this.buffers.set(uri, content);
        await this.client.sendNotification('textDocument/didOpen', {
            textDocument: { uri, languageId: 'iacs', version: 1, text: content },
        });
        await this.settled();
    }

    async close(name = 'main.iacs'): Promise<void> {
        this.buffers.delete(this.uri(name));
        await this.client.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
        await this.settled();
    }

    textOf(name = 'main.iacs'): string {
        const uri = this.uri(name);
        return this.buffers.get(uri) ?? this.disk.read(uri) ?? '';
    }

    /** Types: replaces the first occurrence of `before` in an open file. */
    async type(before: string, after: string, name = 'main.iacs'): Promise<void> {
        const uri = this.uri(name);
        const text = this.textOf(name);
        const start = text.indexOf(before);
        if (start < 0) throw new Error(`${name} has no ${before}`);
        const version = (this.versions.get(uri) ?? 1) + 1;
        this.versions.set(uri, version);
        this.buffers.set(uri, text.slice(0, start) + after + text.slice(start + before.length));
        await this.client.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [
                {
                    range: { start: positionIn(text, start), end: positionIn(text, start + before.length) },
                    text: after,
                },
            ],
        });
    }

    /** Changes files on disk and tells the server, as an editor that watches them does; `null` deletes. */
    async change(files: Readonly<Record<string, string | null>>): Promise<void> {
        const changes = Object.entries(files).map(([name, text]) => {
            const uri = this.uri(name);
            const type = text === null ? 3 : this.disk.exists(uri) ? 2 : 1;
            if (text === null) this.disk.delete(uri);
            else this.disk.write(uri, text);
            return { uri, type };
        });
        await this.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
        await this.settled();
    }

    /** Sends a notification as it is, however wrong. */
    async notify(method: string, params: object): Promise<void> {
        await this.client.sendNotification(method, params);
    }

    async request<R>(method: string, params: object): Promise<R> {
        return this.client.sendRequest<R>(method, params);
    }

    /** Asks about the place where `needle` begins in a file, moved by `<|>` inside the needle. */
    async at<R>(method: string, needle: string, name = 'main.iacs', more: object = {}): Promise<R> {
        return this.request(method, {
            textDocument: { uri: this.uri(name) },
            position: this.position(needle, name),
            ...more,
        });
    }

    position(needle: string, name = 'main.iacs'): Position {
        const text = this.textOf(name);
        const offset = Math.max(0, needle.indexOf(cursorMark));
        const start = text.indexOf(needle.replace(cursorMark, ''));
        if (start < 0) throw new Error(`${name} has no ${needle}`);
        return positionIn(text, start + offset);
    }

    range(needle: string, name = 'main.iacs'): Range {
        const start = this.textOf(name).indexOf(needle);
        return {
            start: positionIn(this.textOf(name), start),
            end: positionIn(this.textOf(name), start + needle.length),
        };
    }

    /** What is written at a range. */
    written(range: Range, name = 'main.iacs'): string {
        const text = this.textOf(name);
        return text.slice(offsetIn(text, range.start), offsetIn(text, range.end));
    }

    /** Waits until the server has nothing to do and all that it said has arrived. */
    async settled(): Promise<void> {
        for (let round = 0; round < 2; round++) {
            await pause(2);
            await this.request('workspace/symbol', { query: '\u0000' });
        }
        await pause(2);
    }

    /** Waits until something holds that the server does by itself, such as looking at the disk; fails by its test. */
    async until(holds: () => boolean): Promise<void> {
        while (!holds()) await this.settled();
        await this.settled();
    }

    /** The codes of the findings shown at a file. */
    codes(name = 'main.iacs'): string[] {
        return (this.shown.get(this.uri(name))?.diagnostics ?? []).map(({ code }) => String(code));
    }

    diagnostics(name = 'main.iacs'): readonly Diagnostic[] {
        return this.shown.get(this.uri(name))?.diagnostics ?? [];
    }

    /** The texts after an edit, by the names of the files. */
    after(edit: WorkspaceEdit): Record<string, string> {
        const edits = new Map<string, TextEdit[]>(Object.entries(edit.changes ?? {}));
        for (const change of edit.documentChanges ?? []) {
            if ('edits' in change) edits.set(change.textDocument.uri, change.edits as TextEdit[]);
        }
        return Object.fromEntries(
            [...edits].map(([uri, changes]) => {
                const name = decodeURIComponent(uri.slice(this.folder.length));
                const text = this.textOf(name);
                const sorted = changes
                    .map(({ range, newText }) => ({
                        start: offsetIn(text, range.start),
                        end: offsetIn(text, range.end),
                        newText,
                    }))
                    .sort((a, b) => b.start - a.start);
                return [
                    name,
                    sorted.reduce(
                        (now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end),
                        text,
                    ),
                ];
            }),
        );
    }

    async stop(): Promise<void> {
        await this.client.sendRequest('shutdown');
        this.client.dispose();
    }
}

function positionIn(text: string, offset: number): Position {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
}

function offsetIn(text: string, { line, character }: Position): number {
    const lines = text.split('\n');
    return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}
