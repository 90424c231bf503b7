import { rules, type Settings, type SeveritySetting } from 'iacs-language';
import type { Change, ModelDiff, Reason, Verdict } from 'iacs-language/diff';

const ranks: readonly SeveritySetting[] = ['off', 'info', 'warning', 'error'];

interface Difference {
    readonly what: string;
    readonly direction: Reason['direction'] | null;
}

function differences(before: Settings, after: Settings): readonly Difference[] {
    const found: Difference[] = [];
    for (const rule of rules) {
        const [old, now] = [before.rules.get(rule.id) ?? rule.severity, after.rules.get(rule.id) ?? rule.severity];
        if (old !== now) found.push({ what: `rule ${rule.id}: ${old} → ${now}`, direction: ranks.indexOf(now) < ranks.indexOf(old) ? 'worse' : 'better' });
    }
    const lists = [before.exclude, after.exclude].map(list => list.join(', '));
    if (lists[0] !== lists[1]) found.push({ what: `exclude: ${lists[0] || 'nothing'} → ${lists[1] || 'nothing'}`, direction: null });
    if (before.failOn !== after.failOn) found.push({ what: `failOn: ${before.failOn} → ${after.failOn}`, direction: null });
    if (JSON.stringify(before.riskMatrix) !== JSON.stringify(after.riskMatrix)) found.push({ what: 'riskMatrix has changed', direction: null });
    return found;
}

function verdictWith(verdict: Verdict, added: readonly Difference[]): Verdict {
    const said = new Set<string>([verdict, ...added.map(each => each.direction ?? 'none')]);
    if (said.has('mixed') || (said.has('worse') && said.has('better'))) return 'mixed';
    return said.has('worse') ? 'worse' : said.has('better') ? 'better' : 'none';
}

/** Adds to a comparison what changed in the settings: a rule that is asked less is a thing that nobody sees any more. */
export function withSettings(diff: ModelDiff, before: Settings, after: Settings, file: { readonly uri: string; readonly name: string }): ModelDiff {
    const found = differences(before, after);
    if (found.length === 0) return diff;
    const changes = found.map(({ what }): Change => ({
        kind: 'changed', element: 'settings', id: 'iacs.config.json', before: 'iacs.config.json', what, file: file.name, line: 1,
        at: { file: file.uri, start: 0, end: 0 },
    }));
    const reasons = found.flatMap(({ what, direction }): Reason[] => (direction ? [{ direction, text: `the settings change ${what}` }] : []));
    return {
        ...diff,
        changes: [...changes, ...diff.changes],
        security: { ...diff.security, verdict: verdictWith(diff.security.verdict, found), reasons: [...reasons, ...diff.security.reasons] },
    };
}
