import type { Analysis, Source } from 'iacs-language';
import { analyse, isRoot, parse } from 'iacs-language';
import { diff, sideOf, type DiffSide, type ModelDiff } from 'iacs-language/diff';
import { printedName } from './files.ts';
import { rootsOf, type Texts } from './revisions.ts';
import { withSettings } from './settings-change.ts';

/** How a comparison is made. */
export interface CompareOptions {
    readonly cwd: string;
    readonly today: string;
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
 * Compares the models of two sides. Both are judged by the settings of the first one, so that a change that turns a rule off hides
 * nothing; that it does is told as a change of its own.
 */
export function compare(before: Texts, after: Texts, { cwd, today }: CompareOptions): readonly ModelDiff[] {
    const judged = (texts: Texts): Analysis[] => rootsOf(texts, isRoot).map(root =>
        analyse(root, texts, { today, settings: before.settingsFor(root.uri).settings }));
    const old = judged(before);
    const now = judged(after);
    const place = (uri: string): string => printedName(uri, cwd);
    const order = (pair: readonly [Analysis | null, Analysis | null]): number => (pair[1] ? now.indexOf(pair[1]) : now.length + old.indexOf(pair[0]!));
    return pairRoots(old, now, place).sort((a, b) => order(a) - order(b)).map(([first, second]) => {
        const { settings } = before.settingsFor((first ?? second)!.root);
        const side = (analysis: Analysis | null, texts: Texts): DiffSide => sideOf(
            analysis ?? analyse(parse((first ?? second)!.root, ''), nothing, { today, settings, withoutRules: true }),
            { today, riskMatrix: settings.riskMatrix, textOf: uri => texts.textOf(uri), fileName: place },
        );
        const found = diff(side(first, before), side(second, after));
        if (!first || !second) return found;
        const { settings: later, file } = after.settingsFor(second.root);
        return withSettings(found, settings, later, { uri: file, name: place(file) });
    });
}
