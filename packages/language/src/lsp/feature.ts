import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { FilePieces, LiveAnalysis } from '../project/live/index.ts';
import type { Settings } from '../settings/index.ts';
import type { Parsed } from '../syntax/index.ts';
import type { LineIndex } from './lines.ts';

/** One state of one file: what a request is answered from. Never changes; an edit makes another one. */
export interface DocumentView {
    /** As {@link normalUri} writes it. */
    readonly uri: string;
    /** The version of the open buffer; `null` for a file that is not open. */
    readonly version: number | null;
    readonly text: string;
    readonly lines: LineIndex;
    /** The tree of exactly this text. */
    readonly parsed: Parsed;
    /** The same text, cut into the statements of its top level. */
    readonly pieces: FilePieces;
    /**
     * The models that this file belongs to, one for each root that imports it; empty for a part that no root imports.
     * With `waitsFor: 'model'` they are those of exactly this text. With `waitsFor: 'text'` they may be some edits
     * older: their names and levels are good, their places in this file may be off.
     */
    readonly analyses: readonly LiveAnalysis[];
}

/** What a person can choose in his editor. */
export interface EditorSettings {
    /** Inherited SL-T, derived SL-T and titles of requirements, between the words. */
    readonly inlayHints: boolean;
    /** Findings and gap over zones, flows over conduits. */
    readonly codeLenses: boolean;
    /**
     * True where the editor has the commands of the extension; answers to other editors call none that they do not
     * know.
     */
    readonly commands: boolean;
}

/** The settings of an editor that says none. */
export const defaultEditorSettings: EditorSettings = { inlayHints: true, codeLenses: true, commands: false };

/** What is common to all requests. */
export interface Context {
    /** The day of the server's clock, `YYYY-MM-DD`. */
    readonly today: string;
    /** The day on which models are judged: today, or another that was chosen. */
    readonly day: string;
    readonly settings: EditorSettings;
    readonly client: ClientCapabilities;
    /** All models of the workspace, in the order of their roots' URIs. */
    readonly analyses: readonly LiveAnalysis[];
    /** URIs of all `.iacs` files of the workspace, imported or not, sorted. */
    readonly files: readonly string[];
    /** URIs of the documents in the folders, which may be evidence. */
    documents?(): readonly string[];
    /** A file by any spelling of its URI: open, on disk or of the built-in library. */
    view(uri: string): DocumentView | undefined;
    /** True when something stands on disk there. */
    exists(uri: string): boolean;
    /** The settings that hold for a root; the defaults where nobody knows. */
    settingsOf?(root: string): Settings;
}

/** A request about one file: `params.textDocument.uri` says which. */
export interface DocumentFeature<P = never, R = unknown> {
    readonly about: 'document';
    /** The request of the protocol: `textDocument/hover`. */
    readonly method: string;
    /** What the server announces for it. */
    readonly capability: ServerCapabilities;
    /** `text`: answered at once. `model`: answered when the analysis of this text is done. */
    readonly waitsFor: 'text' | 'model';
    /** Pure; `null` where there is nothing to say. */
    answer(view: DocumentView, params: P, context: Context): R;
}

/** A request about the whole workspace, or about an item that an earlier answer gave. Waits for all analyses. */
export interface WorkspaceFeature<P = never, R = unknown> {
    readonly about: 'workspace';
    readonly method: string;
    readonly capability: ServerCapabilities;
    answer(params: P, context: Context): R;
}

/** A request of the editor, about one document or about all. */
export type Feature = DocumentFeature | WorkspaceFeature;

/** A request about one document. */
export function documentFeature<P, R>(feature: Omit<DocumentFeature<P, R>, 'about'>): DocumentFeature<P, R> {
    return { about: 'document', ...feature };
}

/** A request about the workspace. */
export function workspaceFeature<P, R>(feature: Omit<WorkspaceFeature<P, R>, 'about'>): WorkspaceFeature<P, R> {
    return { about: 'workspace', ...feature };
}
