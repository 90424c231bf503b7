import { capabilityOfAsset } from '../../../assessment/capability.ts';
import { stateText } from '../../../assessment/index.ts';
import { frAbbreviations } from '../../../catalogue/index.ts';
import type { Asset, Lookup } from '../../../model/index.ts';
import { isUnsaid, stateRank } from '../consequences.ts';
import { plural } from '../../../model/index.ts';
import type { Direction, LevelChange, ReasonKind, RequirementChange } from '../model-diff.ts';
import { liesElsewhere } from './moved-zones.ts';
import { aboutElement, claimedOnly, pairsOf, some, type Compared, type Reasons } from './reason.ts';
import { sameProduct } from './relabelled.ts';

const value = (level: number | null): number => level ?? -1;
const shown = (level: number | null): string => (level === null ? 'not stated' : String(level));
const frs = (list: readonly number[]): string =>
    list.length === 7 ? 'every FR' : list.map(fr => frAbbreviations[fr]).join(' ');

/** A zone or conduit as a reader knows it. */
const namedIn =
    ({ cutOut }: Compared): ((subject: string) => string) =>
    subject =>
        cutOut.has(subject) ? `${subject} (cut out of ${cutOut.get(subject)!})` : subject;
const own = (subject: string): string => subject;

/** Levels that rose, or that fell, a sentence for each subject. */
function* sentences(
    levels: readonly LevelChange[],
    what: LevelChange['what'],
    up: boolean,
    name: (subject: string) => string = own,
): Iterable<readonly [subject: string, text: string, changes: readonly LevelChange[]]> {
    const groups = Map.groupBy(
        levels.filter(each => each.what === what && value(each.after) > value(each.before) === up),
        ({ subject }) => subject,
    );
    for (const [subject, changes] of groups) {
        const steps = Map.groupBy(changes, ({ before, after }) => `${shown(before)} → ${shown(after)}`);
        const said = [...steps].map(([step, each]) => `${frs(each.map(({ fr }) => fr))} ${step}`);
        yield [subject, `${what} of ${name(subject)}: ${said.join(', ')}`, changes];
    }
}

/** Where more is asked: the gaps that open by it. */
function gapText({ before, after, partners }: Compared, subject: string, changes: readonly LevelChange[]): string {
    const assessed = after.assessment.of(subject);
    const was = before.assessment.of(partners.get(subject) ?? '');
    const open = changes.map(({ fr }) => fr).filter(fr => (assessed?.gap[fr] ?? 0) > (was?.gap[fr] ?? 0));
    if (open.length === 0) return 'more is asked for, and no gap opens';
    const limits = open.flatMap(fr => assessed?.limits[fr] ?? []);
    return `more is asked for, and a gap opens in ${frs(open)}${limits.length > 0 ? ` (${some(limits, 4)})` : ''}`;
}

/** The assets of a zone or conduit, with the SL-C that somebody typed for them or for their types. */
function typedBy(lookup: Lookup, asset: Asset): string {
    return JSON.stringify([asset.slC?.levels ?? null, ...lookup.typesOf(asset).map(type => type.slC?.levels ?? null)]);
}

/** Why a capability rose: a number was typed, an asset is no longer there, or a device is another one. */
function risenBy({ before, asked, pairing, partners }: Compared, subject: string): 'typed' | 'gone' | 'device' {
    const partner = partners.get(subject) ?? '';
    let gone = false;
    for (const old of before.lookup.assetsIn(partner)) {
        const now = asked.lookup.asset(pairing.elements.get(old.id) ?? '');
        if (!now || now.container !== subject) {
            gone = true;
            continue;
        }
        const type = old.type && (pairing.types.get(old.type.id) ?? old.type.id);
        // Another word for a type is another device where it names another product.
        const isSame = type === (now.type?.id ?? null) || sameProduct(before.lookup, old, asked.lookup, now);
        if (isSame && typedBy(before.lookup, old) !== typedBy(asked.lookup, now)) return 'typed';
    }
    return gone ? 'gone' : 'device';
}

/** The SL-A of an FR without what is newly claimed and not shown. */
function shownLevel({ shown }: Compared, { subject, fr, what, after }: LevelChange): LevelChange['after'] {
    return shown && what === 'SL-A' ? (shown.side.assessment.of(subject)?.slA[fr] ?? null) : after;
}

const lower = (first: LevelChange['after'], second: LevelChange['after']): LevelChange['after'] =>
    value(first) < value(second) ? first : second;

/**
 * Assets with a lower SL-C, where that of their zone or conduit was not known, so that nothing is said of it: elsewhere
 * the lowest counts. What is no longer stated is not known to be lower.
 */
function lowerAssets({ before, asked, pairing, partners }: Compared): readonly LevelChange[] {
    const found: LevelChange[] = [];
    for (const [old, now] of pairsOf(before.model.assets, asked.model.assets, pairing.elements)) {
        const [was, is] = [capabilityOfAsset(before.lookup, old), capabilityOfAsset(asked.lookup, now)];
        const isLower = (fr: number): boolean => (was[fr] ?? null) !== null && (is[fr] ?? 9) < was[fr]!;
        for (const fr of was.keys()) {
            if (!isLower(fr)) continue;
            const around = before.assessment.of(partners.get(now.container) ?? '')?.slC[fr] ?? null;
            if (around === null) found.push({ subject: now.id, fr, what: 'SL-C', before: was[fr]!, after: is[fr]! });
        }
    }
    return found;
}

function judgeLevels(compared: Compared, reasons: Reasons): void {
    const { after } = compared;
    const { levels: own } = compared.ownSteps;
    const { levels: plant } = compared.plantSteps;
    const about = (subject: string): string[] => [aboutElement(after, subject)];
    const name = namedIn(compared);
    for (const [subject, text] of sentences(own, 'SL-T', false, name))
        reasons.worse('sl-t-lowered', `${text}: less is asked for`, about(subject));
    for (const [subject, text, changes] of sentences(own, 'SL-T', true, name))
        reasons.neutral('sl-t-raised', `${text}: ${gapText(compared, subject, changes)}`, about(subject));
    for (const [subject, text] of sentences(plant, 'SL-A', false, name))
        reasons.worse('sl-a-lowered', text, about(subject));
    const shown = plant.map(each => ({ ...each, after: lower(each.after, shownLevel(compared, each)) }));
    for (const [subject, text] of sentences(shown, 'SL-A', true, name))
        reasons.better('sl-a-raised', text, about(subject));
    const claimed = plant.filter((each, index) => each.after !== shown[index]!.after);
    for (const [subject, text] of sentences(claimed, 'SL-A', true, name))
        reasons.neutral('sl-a-raised', `${text} ${claimedOnly}`, about(subject));
    for (const [subject, text] of sentences(plant, 'SL-C', false)) reasons.worse('sl-c-lowered', text, about(subject));
    for (const [subject, text] of sentences(lowerAssets(compared), 'SL-C', false))
        reasons.worse('sl-c-lowered', text, about(subject));
    for (const [subject, text] of sentences(plant, 'SL-C', true)) {
        const by = risenBy(compared, subject);
        if (by === 'device') reasons.better('sl-c-raised', text, about(subject));
        else
            reasons.neutral(
                'sl-c-rated',
                `${text}, ${by === 'typed' ? 'rated by hand' : 'because what limited it is no longer in the model'}`,
                about(subject),
            );
    }
}

/** Says of requirements that took the same step where they took it. */
function reportSteps(
    changes: readonly RequirementChange[],
    compared: Compared,
    report: (text: string, about: readonly string[], step: string, ids: readonly string[]) => void,
): void {
    const { before, asked } = compared;
    const bySubject = Map.groupBy(changes, ({ subject, before: was, after: is }) => JSON.stringify([subject, was, is]));
    const alike = Map.groupBy([...bySubject.values()], list =>
        JSON.stringify([list.map(({ id }) => id), list[0]!.before, list[0]!.after]),
    );
    for (const lists of alike.values()) {
        const [first] = lists[0]!;
        const ids = lists[0]!.map(({ id }) => id);
        const subjects = lists.map(list => list[0]!.subject);
        const step = `${stateText(first!.before)} → ${stateText(first!.after)}`;
        const countermeasures = subjects.flatMap(subject =>
            [asked, before].flatMap(
                side =>
                    side.assessment
                        .of(subject)
                        ?.requirements.filter(each => ids.includes(each.id))
                        .flatMap(each => each.by) ?? [],
            ),
        );
        const about = [
            ...subjects.map(subject => aboutElement(asked, subject)),
            ...countermeasures.map(id => `countermeasure ${id}`),
        ];
        report(`${some(ids, 4)} of ${some(subjects.map(namedIn(compared)), 3)}`, about, step, ids);
    }
}

/** True for a zone that lies in another one now, and did not lie in that. */
export function isPutInside({ before, asked, pairing, partners }: Compared, subject: string): boolean {
    const [now, old] = [asked.lookup.zone(subject), before.lookup.zone(partners.get(subject) ?? '')];
    if (!now || !old || now.parent === null) return false;
    const around = before.lookup.chain(old.id).slice(1);
    return around.every(({ id }) => pairing.elements.get(id) !== now.parent);
}

const waived = ({ before, after, required }: RequirementChange): boolean =>
    required && after === 'excluded' && before !== 'excluded';

/** True where an exclusion of HEAD decides on a requirement. */
function speaksByExclusion({ after }: Compared, { subject, id }: RequirementChange): boolean {
    const origin = after.assessment.of(subject)?.requirements.find(each => each.id === id)?.origin;
    return [...after.model.zones, ...after.model.conduits].some(({ statements }) =>
        statements.some(each => each.verb === 'excludes' && each.origin === origin),
    );
}

function judgeRequirements(compared: Compared, reasons: Reasons): void {
    const { requirements: own } = compared.ownSteps;
    const plant = compared.plantSteps.requirements.filter(({ required }) => required);
    const step = (each: RequirementChange): number => stateRank(each.after) - stateRank(each.before);
    const waivers = new Set(own.filter(waived).map(each => `${each.subject} ${each.id}`));
    const isWaived = (each: RequirementChange): boolean => waivers.has(`${each.subject} ${each.id}`);
    const say =
        (direction: Direction, kind: ReasonKind, verb: string) =>
        (text: string, about: readonly string[], said: string): void =>
            reasons.say(direction, kind, `${text}: ${said}${verb}`, about);
    const isElsewhere = (subject: string): boolean => {
        const { before, asked, pairing, partners } = compared;
        const [old, now] = [before.lookup.zone(partners.get(subject) ?? ''), asked.lookup.zone(subject)];
        return old !== undefined && now !== undefined && liesElsewhere(old, now, pairing);
    };
    // A fault that was admitted is not mended in a part of the zone, or at another place, because nothing is said of it
    // there.
    const isForgotten = ({ subject, before: was, after: is }: RequirementChange): boolean =>
        was === 'missed' && isUnsaid(is) && (compared.cutOut.has(subject) || isElsewhere(subject));
    const isLost = (each: RequirementChange): boolean =>
        step(each) < 0 && each.before !== 'excluded' && !isWaived(each);
    const inPlant = new Set(plant.map(each => `${each.subject} ${each.id}`));
    // What is excluded newly, by what shows nothing, is not asked of HEAD; it says less than before all the same.
    const isPutAside = (each: RequirementChange): boolean =>
        each.required &&
        isLost(each) &&
        !inPlant.has(`${each.subject} ${each.id}`) &&
        speaksByExclusion(compared, each);
    // What was excluded was not achieved: it is asked for again, and nothing is lost.
    reportSteps(
        [...plant.filter(each => isLost(each) || isForgotten(each)), ...own.filter(isPutAside)],
        compared,
        say('worse', 'requirement-lost', ''),
    );
    reportSteps(own.filter(waived), compared, (text, about, said, ids) =>
        reasons.worse(
            'requirement-waived',
            `${ids.length} ${ids.length === 1 ? 'requirement' : 'requirements'} waived by excludes, not ` +
                `achieved: ${text} (${said})`,
            about,
        ),
    );
    reportSteps(
        own.filter(each => each.before === 'excluded' && stateRank(each.after) < stateRank('excluded')),
        compared,
        (text, about, said, ids) =>
            reasons.neutral(
                'waiver-withdrawn',
                `${text}: ${said}, so ${plural(ids.length, 'it is', 'they are')} asked for again`,
                about,
            ),
    );
    const gained = plant.filter(each => step(each) > 0 && each.after !== 'excluded');
    // A plan changes nothing yet.
    const planned = gained.filter(({ after }) => after === 'planned');
    const isShown = ({ subject, id, after }: RequirementChange): boolean => {
        const shown = compared.shown?.side.assessment.of(subject)?.requirements.find(each => each.id === id);
        return shown === undefined || stateRank(shown.state) >= stateRank(after);
    };
    // A zone that was put into another one has what is said there by its place alone.
    const isInherited = ({ subject, id }: RequirementChange): boolean => {
        if (!isPutInside(compared, subject)) return false;
        const is = compared.asked.assessment.of(subject)?.requirements.find(each => each.id === id);
        return is !== undefined && is.inheritedFrom !== null;
    };
    const achieved = gained.filter(each => each.after !== 'planned' && !isInherited(each));
    const claimed = achieved.filter(each => !isShown(each));
    reportSteps(
        gained.filter(each => each.after !== 'planned' && isInherited(each)),
        compared,
        say('neutral', 'requirement-gained', ', as it is said of the zone around it'),
    );
    reportSteps(achieved.filter(isShown), compared, say('better', 'requirement-gained', ''));
    reportSteps(claimed, compared, say('neutral', 'requirement-gained', ` ${claimedOnly}`));
    reportSteps(planned, compared, say('neutral', 'requirement-gained', ''));
}

/** Levels and requirements, HEAD judged with the questions of BASE. */
export function judgeAssessment(compared: Compared, reasons: Reasons): void {
    judgeLevels(compared, reasons);
    judgeRequirements(compared, reasons);
}
