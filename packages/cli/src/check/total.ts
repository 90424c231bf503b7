import type { FindingsPrinter, Totals } from 'iacs-language/findings';
import { PrintedText } from '../heap.ts';
import type { Io } from '../io.ts';
import { exit } from '../io.ts';
import { assertWritable, writeOutput } from '../output.ts';
import type { Output } from '../outputs.ts';
import { formatOf, type CheckFormat } from './formats.ts';
import type { Outcome } from './outcome.ts';
import { holding, Waiting } from './waiting.ts';

/** Prints and writes what was checked, and keeps only numbers of it. */
export class Total {
    private readonly outputs: readonly Output<CheckFormat>[];
    private readonly printers: readonly FindingsPrinter[];
    private readonly pending: readonly Waiting[];
    private readonly io: Io;
    private readonly severities = { error: 0, warning: 0, info: 0, accepted: 0 };
    private readonly counts = new Map<string, number>();
    private readonly files = new Set<string>();
    private readonly off = new Set<string>();
    /** Where nothing is written, what is printed goes out as it comes. */
    private readonly atOnce: boolean;
    private readonly printed = new PrintedText();
    /** Of a shard: the places of what it looked at, each followed by the number of its findings. */
    private readonly turns: number[] = [];
    private baselined = 0;
    private models = 0;
    private worst: number = exit.fine;

    constructor(outputs: readonly Output<CheckFormat>[], shard: string | undefined, io: Io) {
        this.outputs = outputs;
        this.printers = outputs.map(output => formatOf(output, io, shard).printer(holding()));
        this.pending = outputs.map(() => new Waiting());
        this.atOnce = outputs.every(({ file }) => file === null);
        this.io = io;
    }

    /** To be called where other threads check the models. */
    onlyPrints(): void {
        this.printed.isAll = true;
    }

    add(outcome: Outcome): void {
        for (const [index, printer] of this.printers.entries()) {
            const rendered = outcome.rendered[index]!;
            this.give(index, printer.add(rendered));
            for (const part of rendered) this.printed.add(part.length);
        }
        for (const key of ['error', 'warning', 'info', 'accepted'] as const)
            this.severities[key] += outcome.severities[key];
        for (const [rule, count] of outcome.counts) this.counts.set(rule, (this.counts.get(rule) ?? 0) + count);
        for (const file of outcome.files) this.files.add(file);
        for (const rule of outcome.off) this.off.add(rule);
        this.baselined += outcome.baselined;
        if (outcome.isModel) this.models++;
        if (outcome.turn !== undefined)
            this.turns.push(
                outcome.turn,
                Object.values(outcome.severities).reduce((sum, each) => sum + each),
            );
        this.worst = Math.max(this.worst, { fine: exit.fine, no: exit.no, failed: exit.failed }[outcome.verdict]);
    }

    /**
     * Prints the rest. No file is touched before all of them are known to be replaceable.
     * @param base the state that did not have these findings
     * @param leftOut the files that are in no model, as they are printed; `null` where nobody looked for them
     * @param force replaces files that were not written here
     * @returns the exit code
     */
    end(base: string | undefined, leftOut: readonly string[] | null, force: boolean): number {
        const summary = {
            ...this.severities,
            baselined: this.baselined,
            off: [...this.off].sort(),
            leftOut,
            ...(this.turns.length > 0 ? { turns: this.turns } : {}),
            models: this.models,
            files: this.files.size,
        };
        const totals: Totals = {
            summary: base === undefined ? summary : { ...summary, base },
            counts: this.counts,
        };
        for (const [index, printer] of this.printers.entries())
            for (const part of printer.end(totals)) {
                this.give(index, part);
                this.printed.add(part.length);
            }
        const files = this.outputs.flatMap(({ file }, index) =>
            file === null ? [] : [{ file, content: this.pending[index]! }],
        );
        for (const { file, content } of files) assertWritable(file, content, this.io, force);
        for (const { file, content } of files) writeOutput(file, content, this.io, force);
        for (const [index, { file }] of this.outputs.entries())
            if (file === null) for (const piece of this.pending[index]!.pieces()) this.io.out(piece);
        return this.worst;
    }

    private give(index: number, text: string): void {
        if (text === '') return;
        if (this.atOnce) this.io.out(text);
        else this.pending[index]!.add(text);
    }
}
