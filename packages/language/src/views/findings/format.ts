import type { LocatedFinding } from './located.ts';
import type { Summary } from './summary.ts';

/** The model whose findings are printed. */
export interface PrintedModel {
    /** The root file as it is printed, and the system; the system is empty where nothing could be read. */
    readonly root: string;
    readonly system: string;
    /** False for a file that could not be read: no rule was asked. */
    readonly asked: boolean;
    /** The rules that are switched off by settings or an option. */
    readonly off: ReadonlySet<string>;
}

/** What is known when all models have been looked at. */
export interface Totals {
    readonly summary: Summary;
    /** How many open findings each rule has. */
    readonly counts: ReadonlyMap<string, number>;
}

/**
 * A format in which findings are printed, model by model, so that a thousand models need the memory of one. What
 * `render` returns is plain text and can come from another thread.
 */
export interface FindingsFormat {
    /** The findings of a model in the format. */
    render(findings: readonly LocatedFinding[], model: PrintedModel): readonly string[];
    /**
     * Puts together what was rendered, in the order in which it is added.
     * @param hold keeps what cannot be printed before the end; memory by itself
     */
    printer(hold?: Hold): FindingsPrinter;
}

/**
 * Keeps bytes somewhere, until the function that it returns reads them again. What is read may be overwritten when
 * something else is read.
 */
export type Hold = (bytes: Uint8Array) => () => Uint8Array;

/** Puts the findings of models together as they come. */
export interface FindingsPrinter {
    /** @returns what can be printed now */
    add(rendered: readonly string[]): string;
    /** @returns the rest, in parts */
    end(totals: Totals): Iterable<string>;
}

/** For formats that are a list of pieces and nothing else. */
export function plainPrinter(head: string, tail: string): FindingsPrinter {
    let begun = false;
    const beginning = (): string => {
        const text = begun ? '' : head;
        begun = true;
        return text;
    };
    return {
        add: rendered => beginning() + rendered.join(''),
        end: () => [beginning() + tail],
    };
}
