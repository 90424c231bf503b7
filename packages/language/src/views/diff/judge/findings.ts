import type { Severity } from '../../../settings/index.ts';
import { severities } from '../../../settings/index.ts';
import type { Direction } from '../model-diff.ts';
import type { Blamed } from './blamed.ts';
import type { JudgedFindings } from './finding-changes.ts';
import { counted, some, type Reasons } from './reason.ts';

/** Findings that say of a model that it says or proves nothing; whether they come or go says nothing of the plant. */
export const aboutProof: ReadonlySet<string> = new Set([
    'accept-useless',
    'conduit-without-flows',
    'invariant-vacuous',
    'island-vacuous',
    'threat-path-missing',
    'zone-without-assets',
]);
/** Findings that are reported as what they are: invariants, and risks. */
const reportedApart: ReadonlySet<string> = new Set(['invariant-broken', 'residual-risk-above-tolerable']);

const counts = ({ finding }: Blamed): boolean =>
    finding.severity !== 'info' && !aboutProof.has(finding.rule) && !reportedApart.has(finding.rule);

/** `asset Control.Plc1` as a reader names it. */
function nameOf({ about, finding }: Blamed): string {
    return about === null ? (finding.subject ?? 'the text') : about.slice(about.indexOf(' ') + 1);
}

/** One sentence for each rule and severity: who is blamed, and for what. */
function report(
    list: readonly Blamed[],
    say: (severity: Severity, text: string, about: readonly string[], besides: readonly string[]) => void,
): void {
    const groups = Map.groupBy(list, ({ finding }) => `${severities.indexOf(finding.severity)} ${finding.rule}`);
    for (const [, group] of [...groups].sort(([a], [b]) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0))) {
        const { severity, rule } = group[0]!.finding;
        say(
            severity,
            `${some(group.map(nameOf))} (${rule})`,
            group.flatMap(({ about }) => about ?? []),
            group.flatMap(each => each.besides()),
        );
    }
}

/** Findings that say that something is not known: to give way to one of these is not better. */
const aboutUnknown: ReadonlySet<string> = new Set([
    'advisory-unconfirmed',
    'advisory-undecided',
    'assessment-incomplete',
    'capability-unknown',
    'flow-direction-unknown',
    'measure-without-status',
    'not-assessed',
    'risk-not-assessed',
    'rule-not-assessable',
    'security-mode-unstated',
]);

function directionOf({ before, after, isWord }: JudgedFindings['replaced'][number]): Direction {
    const step = severities.indexOf(after.finding.severity) - severities.indexOf(before.finding.severity);
    // Who accepted it may think otherwise of it now.
    if (step < 0) return after.finding.accepted === null ? 'worse' : 'neutral';
    return step > 0 && !isWord && !aboutUnknown.has(after.finding.rule) ? 'better' : 'neutral';
}

/**
 * What findings say of a change. A finding is fixed only where what it blamed still stands, and no other one took its
 * place.
 */
export function judgeFindings(
    { added, fixed, replaced, unread, claimed, apart, asked, silenced }: JudgedFindings,
    reasons: Reasons,
): void {
    report(
        added.filter(each => counts(each) && each.finding.accepted === null),
        (severity, text, about, besides) =>
            reasons.say('worse', 'finding-new', `new ${severity}: ${text}`, about, besides, severity === 'error'),
    );
    const pairs = Map.groupBy(
        replaced.filter(({ before, after }) => counts(before) || counts(after)),
        ({ before, after }) =>
            JSON.stringify([
                before.finding.rule,
                after.finding.rule,
                before.finding.severity,
                after.finding.severity,
                after.finding.accepted === null,
            ]),
    );
    for (const group of pairs.values()) {
        const [first] = group as [JudgedFindings['replaced'][number]];
        const [was, is] = [first.before.finding, first.after.finding];
        const accepted = is.accepted === null ? '' : ', which is accepted,';
        if (directionOf(first) === 'neutral' && was.rule === is.rule && accepted === '') continue;
        reasons.say(
            directionOf(first),
            'finding-replaced',
            `${some(group.map(({ after }) => nameOf(after)))}: ` +
                (was.rule === is.rule
                    ? `${is.rule}${accepted} was ${was.severity} and is ${is.severity}`
                    : `${was.rule} (${was.severity}) was replaced by ${is.rule} (${is.severity})`),
            group.flatMap(({ after }) => after.about ?? []),
            was.rule === is.rule ? group.flatMap(({ after }) => after.besides()) : [],
        );
    }
    report(fixed.filter(counts), (severity, text, about, besides) =>
        reasons.say('better', 'finding-fixed', `${severity} fixed: ${text}`, about, besides),
    );
    report([...silenced, ...unread].filter(counts), (severity, text, about, besides) =>
        reasons.say(
            'neutral',
            'finding-silenced',
            `not fixed, silent because less is stated or another question is asked: ${text}, ${severity}`,
            about,
            besides,
        ),
    );
    report(claimed.filter(counts), (severity, text, about) =>
        reasons.neutral('finding-silenced', `claimed to be fixed, not shown by evidence: ${text}, ${severity}`, about),
    );
    for (const [why, group] of Map.groupBy(apart, each => each.why))
        report(group.map(({ each }) => each).filter(counts), (severity, text, about) =>
            reasons.neutral('finding-asked', `${severity}, as ${why}: ${text}`, about),
        );
    const open = asked.filter(counts);
    if (open.length > 0) {
        reasons.neutral(
            'finding-asked',
            `${counted(open.length, 'finding')} more because another question is asked: ` +
                `${some(open.map(({ finding }) => finding.rule))}`,
            open.flatMap(({ about }) => about ?? []),
        );
    }
}
