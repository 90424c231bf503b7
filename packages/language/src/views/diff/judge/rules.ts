import { meets } from '../../../filter/index.ts';
import type { Asset, Ruleset } from '../../../model/index.ts';
import type { Passage } from '../../../reconcile/index.ts';
import { beyond, passagesOf, passageText, Places } from '../../../reconcile/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { counted, type Compared, type Reasons } from './reason.ts';

/** How many sessions are reported one by one. */
const mostReported = 6;

function rulesetsOf({ model }: DiffSide, device: string): readonly Ruleset[] {
    return model.rulesets.filter(ruleset => ruleset.devices.some(each => each.id === device));
}

/**
 * What a device lets through for sure, or perhaps as well; `null` where its rules are not known, or cannot be followed.
 */
function letThrough(side: DiffSide, device: Asset, perhaps: boolean): readonly Passage[] | null {
    const rulesets = rulesetsOf(side, device.id);
    // Of several rule sets every one has to let a session through; which they are is not worked out here.
    return rulesets.length === 1 ? passagesOf(side.lookup, rulesets[0]!, device, perhaps) : null;
}

/** The parts that concern the plant; of a rule of which none does, all of them. */
function concerning(places: Places, some: readonly Passage[]): readonly Passage[] {
    return [...Map.groupBy(some, passage => passage.rule).values()].flatMap(parts => {
        const own = parts.filter(({ from, to }) => meets(from, places.all) || meets(to, places.all));
        return own.length > 0 ? own : parts;
    });
}

/** Sessions in the names of a side, with the rule that lets them through. */
function textsOf({ lookup }: DiffSide, some: readonly Passage[]): ReadonlyMap<string, Passage> {
    const places = new Places(lookup);
    return new Map(concerning(places, some).map(passage => [passageText(lookup, places, passage), passage]));
}

/** True for a text that does not name all that it speaks of: two of these may mean something else. */
const isCutShort = (text: string): boolean => / and \d+ more\b/.test(text);

/** What the firewalls let through now and did not before, and the other way round, in zones and assets. */
export function judgeRules({ before, after, partners }: Compared, reasons: Reasons): void {
    if (before.model.rulesets.length === 0 || after.model.rulesets.length === 0) return;
    for (const device of after.model.assets) {
        const old = before.lookup.asset(partners.get(device.id) ?? '');
        if (!old || rulesetsOf(after, device.id).length === 0 || rulesetsOf(before, old.id).length === 0) continue;
        const about = [...rulesetsOf(after, device.id).map(ruleset => `ruleset ${ruleset.id}`), `asset ${device.id}`];
        const [was, is] = [letThrough(before, old, false), letThrough(after, device, false)];
        const [could, can] = [letThrough(before, old, true), letThrough(after, device, true)];
        const known = was && is && could && can;
        // A condition that nobody can judge closes nothing.
        const [surely, perhaps, closed] = known
            ? [beyond(is, was), beyond(can, could), beyond(was, can)]
            : [null, null, null];
        const opened = surely && perhaps ? [...surely, ...perhaps] : null;
        if (!opened || !closed) {
            reasons.neutral(
                'rule-unclear',
                `what ${device.id} lets through now cannot be compared with what it let through before`,
                about,
            );
            continue;
        }
        const [now, gone] = [textsOf(after, opened), textsOf(before, closed)];
        for (const [found, others, direction, kind, words] of [
            [now, gone, 'worse', 'rule-opened', 'lets through now'],
            [gone, now, 'better', 'rule-closed', 'no longer lets through'],
        ] as const) {
            // What has other addresses, and rules that follow them, lets the same through.
            const reported = new Map([...found].filter(([text]) => !others.has(text) || isCutShort(text)));
            for (const [text, { rule }] of [...reported].slice(0, mostReported)) {
                reasons.say(
                    direction,
                    kind,
                    `${device.id} ${words} ${text}${rule.label === null ? '' : ` (rule "${rule.label}")`}`,
                    about,
                );
            }
            if (reported.size > mostReported)
                reasons.say(
                    direction,
                    kind,
                    `${device.id} ${words} ${counted(reported.size - mostReported, 'more kind')} of sessions`,
                    about,
                );
        }
    }
}
