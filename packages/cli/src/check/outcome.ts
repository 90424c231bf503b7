import type { FailLevel, Severity } from 'iacs-language';
import { severities } from 'iacs-language';
import type { LocatedFinding, PrintedModel, Shown } from 'iacs-language/findings';
import { locate, summarise } from 'iacs-language/findings';
import type { Baseline } from '../baseline.ts';
import { printedName } from '../files.ts';
import type { Io } from '../io.ts';
import type { Output } from '../outputs.ts';
import { findingOf, type Unread } from '../unread.ts';
import type { Checked } from './checked.ts';
import { formatOf, type CheckFormat } from './formats.ts';

/** What remains of a model when it has been checked: plain data, which can come from another thread. */
export interface Outcome {
    /** Its findings for each of the outputs. */
    readonly rendered: readonly (readonly string[])[];
    readonly severities: Readonly<Record<Severity | 'accepted', number>>;
    /** The open findings of each rule. */
    readonly counts: readonly (readonly [rule: string, count: number])[];
    /** How many findings are left out because the baseline has them. */
    readonly baselined: number;
    /** The rules that are switched off. */
    readonly off: readonly string[];
    /** URIs. */
    readonly files: readonly string[];
    /** What must be said on standard error. */
    readonly notices: readonly string[];
    /** Whether it is good enough, is not, or could not be read or understood as a whole. */
    readonly verdict: 'fine' | 'no' | 'failed';
    /** False for what could not be read. */
    readonly isModel: boolean;
    /** Its place among what a shard looks at, from 0. */
    turn?: number;
}

export interface Wanted {
    readonly outputs: readonly Output<CheckFormat>[];
    readonly known: Baseline;
    /** The level that an option asks for, in the place of what the settings say. */
    readonly failOn: FailLevel | undefined;
    readonly shard: string | undefined;
}

function counted(located: readonly LocatedFinding[]): Pick<Outcome, 'severities' | 'counts'> {
    const { error, warning, info, accepted } = summarise(located, 0, 0);
    const counts = new Map<string, number>();
    for (const { finding } of located)
        if (finding.accepted === null) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    return { severities: { error, warning, info, accepted }, counts: [...counts] };
}

function failsAt(level: FailLevel, located: readonly LocatedFinding[]): boolean {
    if (level === 'never') return false;
    const worst = (severity: Severity): number => severities.indexOf(severity);
    return located.some(({ finding }) => finding.accepted === null && worst(finding.severity) <= worst(level));
}

/** The findings of a model, rendered, and what they mean for the whole. */
export function outcomeOf(model: Checked, { outputs, known, failOn, shard }: Wanted, io: Io): Outcome {
    const { file, system, settings, understood } = model;
    const located = model.located.filter(each => !known(each));
    const off = [...settings.rules].filter(([, severity]) => severity === 'off').map(([rule]) => rule);
    const printed: PrintedModel = { root: file, system: system ?? '', asked: true, off: new Set(off) };
    const fails = failsAt(failOn ?? settings.failOn, located);
    return {
        rendered: outputs.map(output => formatOf(output, io, shard, model).render(located, printed)),
        ...counted(located),
        baselined: model.located.length - located.length,
        off,
        files: model.files,
        notices: system === null ? [`There is no system in ${file}: name the root file that imports it.`] : [],
        verdict: system === null || !understood ? 'failed' : fails ? 'no' : 'fine',
        isModel: true,
    };
}

/** The finding of a file that could not be read. */
export function outcomeOfUnread(unread: Unread, { outputs, known, shard }: Wanted, io: Io): Outcome {
    const shown: Shown = {
        // Two files that cannot be read are two findings to a baseline: only their names distinguish them.
        system: unread.file,
        root: unread.file,
        nameOf: uri => printedName(uri, io.cwd) || '.',
        linesOf: () => unread.lines,
    };
    const all = locate([findingOf(unread)], shown);
    const located = all.filter(each => !known(each));
    const printed: PrintedModel = { root: unread.file, system: '', asked: false, off: new Set() };
    return {
        rendered: outputs.map(output => formatOf(output, io, shard).render(located, printed)),
        ...counted(located),
        baselined: all.length - located.length,
        off: [],
        files: [],
        notices: [unread.message],
        verdict: 'failed',
        isModel: false,
    };
}
