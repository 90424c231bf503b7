import type { Analysis, Source } from 'iacs-language';
import { analyse, parse } from 'iacs-language';
import { diff, sideOf, type DiffSide, type ModelDiff } from 'iacs-language/diff';
import { printedName } from './files.ts';
import { withSettings } from './settings-change.ts';
import { candidatesOf, settingsAt, type Side } from './sides.ts';

/** How a comparison is made. */
export interface CompareOptions {
    readonly cwd: string;
    readonly today: string;
}

/** What was compared, and what of it could not be read. */
export interface Comparison {
    readonly diffs: readonly ModelDiff[];
    /** Files of either side in which there may be a model, each with the reason. */
    readonly unread: readonly { readonly side: 'base' | 'head'; readonly uri: string; readonly reason: string }[];
}

/** A model that one side does not have. */
const nothing: Source = { parse: () => undefined, resolve: () => null };

/** Pairs the roots of both sides: by place, then by the name of the system, then what alone is left. */
function pairRoots(before: readonly Analysis[], after: readonly Analysis[], placeOf: (root: string) => string): [Analysis | null, Analysis | null][] {
    const pairs: [Analysis | null, Analysis | null][] = [];
    const lost = new Set(before);
    const won = new Set(after);
    const systemOf = (analysis: Analysis): string => analysis.model.system?.id ?? '';
    for (const keyOf of [(each: Analysis) => placeOf(each.root), systemOf]) {
        for (const now of [...won]) {
            const old = [...lost].find(each => keyOf(each) === keyOf(now));
            if (!old) continue;
            pairs.push([old, now]);
            lost.delete(old);
            won.delete(now);
        }
    }
    if (lost.size === 1 && won.size === 1) return [...pairs, [[...lost][0]!, [...won][0]!]];
    return [...pairs, ...[...won].map((now): [null, Analysis] => [null, now]), ...[...lost].map((old): [Analysis, null] => [old, null])];
}

/**
 * Compares the models of two sides. Both are searched and judged by the settings of the first one, so that a change that turns a rule off
 * or leaves a file out hides nothing; that it does is reported as a change of its own.
 */
export async function compare(before: Side, after: Side, { cwd, today }: CompareOptions): Promise<Comparison> {
    const excludes = (uri: string): boolean => before.project.settings.excludes(uri);
    const unread: Comparison['unread'][number][] = [];
    const judged = async (side: Side, name: 'base' | 'head'): Promise<Analysis[]> => {
        const { texts } = side.project;
        const candidates = await candidatesOf(side, excludes);
        for (const uri of candidates) {
            const content = texts.get(uri);
            if (content !== undefined && 'unreadable' in content) unread.push({ side: name, uri, reason: content.unreadable });
        }
        return candidates.filter(uri => side.project.isRoot(uri)).map(root =>
            analyse(texts.state(root)!.parsed, side.project, { today, settings: settingsAt(before, root).settings }));
    };
    const old = await judged(before, 'base');
    const now = await judged(after, 'head');
    const place = (uri: string): string => printedName(uri, cwd);
    const order = (pair: readonly [Analysis | null, Analysis | null]): number => (pair[1] ? now.indexOf(pair[1]) : now.length + old.indexOf(pair[0]!));
    const diffs = pairRoots(old, now, place).sort((a, b) => order(a) - order(b)).map(([first, second]) => {
        const { settings } = settingsAt(before, (first ?? second)!.root);
        const side = (analysis: Analysis | null, { project }: Side): DiffSide => sideOf(
            analysis ?? analyse(parse((first ?? second)!.root, ''), nothing, { today, settings, withoutRules: true }),
            { today, riskMatrix: settings.riskMatrix, textOf: uri => project.texts.state(uri)?.text, fileName: place },
        );
        const found = diff(side(first, before), side(second, after));
        if (!first || !second) return found;
        const { settings: later, file } = settingsAt(after, second.root);
        return withSettings(found, settings, later, { uri: file, name: place(file) });
    });
    return { diffs, unread };
}
