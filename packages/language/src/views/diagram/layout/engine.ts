import type { ElkNode } from './elk-node.ts';

/** What came of a layout. */
export type LayoutAnswer =
    | { readonly kind: 'done'; readonly graph: ElkNode }
    /** The deadline passed, or the engine failed; `reason` is a sentence for the reader of the picture. */
    | { readonly kind: 'given-up'; readonly reason: string };

/**
 * Something that runs ELK, away from the thread that answers requests. Given by the shell: the diagram itself touches
 * nothing.
 */
export interface LayoutEngine {
    /**
     * Lays out a graph in ELK's JSON.
     * @param graph plain data
     * @param deadline milliseconds after which the engine gives up; `null` for never
     * @returns never rejects
     */
    layout(graph: ElkNode, deadline: number | null): Promise<LayoutAnswer>;
    /** Ends the engine; a later layout starts it anew. */
    close(): Promise<void>;
}
