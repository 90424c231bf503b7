import type { CompletionItemKind } from 'vscode-languageserver';
import type { LiveAnalysis } from '../../project/live/index.ts';
import type { Cursor } from '../cursor.ts';

/** One proposal, before it becomes the protocol's. */
export interface Item {
    readonly label: string;
    readonly kind: CompletionItemKind;
    /** Beside the label. */
    readonly detail?: string;
    /** Markdown. */
    readonly doc?: string;
    /** What is written, where it differs from the label. */
    readonly insert?: string;
    readonly snippet?: boolean;
    /** What the typed text is compared with, where it is more than the label. */
    readonly filter?: string;
    /** Lower ones come first. */
    readonly rank?: number;
    /** Where the replaced text begins, if before the present word. */
    readonly start?: number | null;
    /** The file whose import comes along. */
    readonly from?: string;
}

/** For what a completion asks: the place, the model around it, and what the editor can show. */
export interface Asking {
    readonly cursor: Cursor;
    readonly analysis: LiveAnalysis;
    readonly today: string;
    readonly snippets: boolean;
    /** Words that are in this block already. */
    readonly used: ReadonlySet<string>;
}
