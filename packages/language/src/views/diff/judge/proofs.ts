import type { State } from '../../../assessment/index.ts';
import { works } from '../../../assessment/verdicts.ts';
import type { Asset, Conduit, Countermeasure, RequirementMention, Statement, Zone } from '../../../model/index.ts';
import { namesFrom } from '../pairing.ts';
import { askedAgain, ranks, Steps } from './claim-steps.ts';
import {
    ageingOf,
    documentsOf,
    droppedOf,
    judgeEvidence,
    judgeUsualTime,
    notKnown,
    replacement,
    showsOn,
    stretched,
    type Ageing,
} from './evidence.ts';
import { newlyMet } from './newly-met.ts';
import { documented, isDocumented, judgeReplaced, withoutEvidence } from './proof-replaced.ts';
import { claimedOnly, pairsOf, type Compared, type Reasons } from './reason.ts';
import { Proof } from './shown.ts';

/** True where something is said of a requirement in a block, or around it, by whatever statement. */
type Answered = (block: Subject, requirement: RequirementMention) => boolean;

const keyOf = (mention: RequirementMention): string =>
    mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1} SL ${mention.level}`;

/** What statements say of each requirement; of two that speak of one the first counts. */
function said(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
    const found = new Map<string, Statement>();
    for (const statement of statements) {
        for (const mention of statement.requirements)
            if (!found.has(keyOf(mention))) found.set(keyOf(mention), statement);
    }
    return found;
}

/**
 * Known faults of which nothing is said any more, though nothing says that they are mended: an admission that is taken
 * back mends nothing.
 */
function judgeWithdrawn(old: Subject, now: Subject, answered: Answered, reasons: Reasons): void {
    const after = said(now.statements);
    const steps = new Steps();
    for (const [requirement, { verb, due, requirements }] of said(old.statements)) {
        const is = after.get(requirement);
        if (verb !== 'misses' || is?.verb === 'misses' || (is && now.kind === 'asset')) continue;
        const mention = requirements.find(each => keyOf(each) === requirement)!;
        if (answered(now, mention)) continue;
        const day = due ? `, due ${due.date}` : '';
        const said = (several: boolean): string => {
            const of = several ? 'them' : 'it';
            return is ? `what is said of ${of} now (\`${is.verb}\`) does not count` : `nothing is said of ${of} now`;
        };
        steps.note(several => `missed${day} at ${now.id} before, and ${said(several)}`, requirement);
    }
    for (const [text, ids] of steps.grouped())
        reasons.worse('requirement-lost', `${ids}: ${text}`, [`${now.kind} ${now.id}`]);
}

type Subject = Zone | Conduit | Asset;

/** By a day that has passed nothing will be done earlier: it is no gain. */
const hasPassed = (day: string, today: string): boolean => day < today;
const passed = 'and that day has passed';

function judgeStatements(
    old: Subject,
    now: Subject,
    countermeasure: (id: string) => string,
    { usual, today }: Ageing,
    proof: Proof,
    documents: Readonly<Record<'before' | 'after', ReadonlySet<string>>>,
    reasons: Reasons,
): void {
    const about = [`${now.kind} ${now.id}`];
    const [before, after] = [said(old.statements), said(now.statements)];
    const steps = {
        later: new Steps(),
        earlier: new Steps(),
        passed: new Steps(),
        lost: new Steps(),
        given: new Steps(),
        lower: new Steps(),
        waived: new Steps(),
        asked: new Steps(),
        higher: new Steps(),
        claimed: new Steps(),
        replaced: new Steps(),
    };
    for (const [requirement, was] of before) {
        const is = after.get(requirement);
        if (!is) continue;
        if (was.verb !== is.verb) {
            if (now.kind !== 'asset') continue;
            const step = ranks[is.verb] - ranks[was.verb];
            const fewer = was.verb === 'excludes' ? steps.asked : steps.lower;
            const more = proof.ofStatement(is, now.id, [was]) ? steps.higher : steps.claimed;
            const list = is.verb === 'excludes' ? steps.waived : step < 0 ? fewer : more;
            list.note(`${was.verb} became ${is.verb} at ${now.id}`, requirement);
            continue;
        }
        const [due, later] = [was.due?.date ?? null, is.due?.date ?? null];
        if (due !== later && is.verb === 'misses') {
            const text =
                later === null
                    ? `no day is given at ${now.id}, where it was ${due}`
                    : due === null
                      ? `due ${later} at ${now.id}`
                      : `due ${later} at ${now.id}, where it was ${due}`;
            if (due !== null && (later === null || later > due)) steps.later.note(text, requirement);
            else if (hasPassed(later!, today)) steps.passed.note(`${text}, ${passed}`, requirement);
            else steps.earlier.note(text, requirement);
        }
        const [wasShown, isShown] = [isDocumented(was, documents.before), isDocumented(is, documents.after)];
        const dropped = droppedOf(was, is);
        if (dropped.length > 0 && (!isShown || is.evidence.length > 0))
            steps.lost.note(`no evidence at ${now.id} any more (${dropped.join(', ')})`, requirement);
        const replaced =
            is.evidence.length > 0 ? replacement(documentsOf(was), documentsOf(is), 'evidence', usual) : null;
        if (replaced !== null) steps.replaced.note(`at ${now.id}, ${replaced}`, requirement);
        const longer = was.evidence.some(each => is.evidence.includes(each))
            ? stretched(was.evidenceTime, is.evidenceTime, usual)
            : null;
        if (longer !== null && is.verb !== 'misses') steps.later.note(`evidence at ${now.id} ${longer}`, requirement);
        if (!wasShown && is.evidence.length > 0 && showsOn(is.evidenceTime, usual, today))
            steps.given.note(`evidence at ${now.id}: ${is.evidence.join(', ')}`, requirement);
        const [had, has] = [was.by.map(({ id }) => countermeasure(id)), is.by.map(({ id }) => id)];
        const isAnother = has.length > 0 && had.some(id => !has.includes(id));
        const what = (by: string): string => `what ${is.verb} it at ${now.id} is ${by}`;
        if (isAnother && was.evidence.length === 0 && wasShown && !isShown)
            steps.lost.note(
                `${what(withoutEvidence(has, documents.after))} without evidence, where ${had.join(', ')} had some`,
                requirement,
            );
        if (was.evidence.length > 0 && is.evidence.length === 0 && isShown)
            steps.replaced.note(
                `${what(has.join(', '))} with evidence, where it was evidence ${dropped.join(', ')}: ${notKnown}`,
                requirement,
            );
        else if (isAnother && was.evidence.length === 0 && is.evidence.length === 0 && wasShown && isShown)
            steps.replaced.note(
                `${what(has.join(', '))} with evidence, where it was ${had.join(', ')} with evidence: ${notKnown}`,
                requirement,
            );
        if (isAnother && is.evidence.length === 0 && !wasShown && has.every(id => proof.at(now.id, id)))
            steps.given.note(
                `${what(has.join(', '))} with evidence, where ${withoutEvidence(
                    was.by.map(({ id }) => id),
                    documents.before,
                )} had none`,
                requirement,
            );
        if (had.length > 0 && has.length === 0 && is.evidence.every(each => was.evidence.includes(each)))
            steps.lost.note(
                several =>
                    `what ${is.verb} ${several ? 'them' : 'it'} at ${now.id} is no longer named ` +
                    `(${had.join(', ')})`,
                requirement,
            );
    }
    for (const [text, ids] of steps.lower.grouped()) reasons.worse('requirement-lost', `${ids}: ${text}`, about);
    for (const [text, ids] of steps.waived.grouped())
        reasons.worse('requirement-waived', `${ids}: ${text}, which achieves nothing`, about);
    for (const [text, ids, count] of steps.asked.grouped())
        reasons.neutral('waiver-withdrawn', `${ids}: ${text}, ${askedAgain(count)}`, about);
    for (const [text, ids] of steps.later.grouped()) reasons.worse('date-later', `${ids}: ${text}`, about);
    for (const [text, ids] of steps.lost.grouped()) reasons.worse('proof-lost', `${ids}: ${text}`, about);
    for (const [text, ids] of steps.replaced.grouped()) reasons.neutral('proof-lost', `${ids}: ${text}`, about);
    for (const [text, ids] of steps.higher.grouped()) reasons.better('requirement-gained', `${ids}: ${text}`, about);
    for (const [text, ids] of steps.claimed.grouped())
        reasons.neutral('requirement-gained', `${ids}: ${text} ${claimedOnly}`, about);
    for (const [text, ids] of steps.passed.grouped()) reasons.neutral('date-earlier', `${ids}: ${text}`, about);
    for (const [text, ids] of steps.earlier.grouped()) reasons.better('date-earlier', `${ids}: ${text}`, about);
    for (const [text, ids] of steps.given.grouped()) reasons.better('proof-given', `${ids}: ${text}`, about);
}

const statuses: readonly (string | null)[] = [null, 'proposed', 'planned', 'implemented', 'verified'];

function judgeCountermeasure(
    old: Countermeasure,
    now: Countermeasure,
    ageing: Ageing,
    proof: Proof,
    reasons: Reasons,
): void {
    const about = [`countermeasure ${now.id}`];
    const step = statuses.indexOf(now.status) - statuses.indexOf(old.status);
    const text = `${now.id} is ${now.status ?? 'of no status'}, where it was ${old.status ?? 'of no status'}`;
    if (step < 0) reasons.worse('measure-lowered', text, about);
    // What is proposed or planned changes nothing yet, and that it works has to be shown.
    if (step > 0 && !works(now)) reasons.neutral('measure-raised', text, about);
    else if (step > 0 && !(works(old) ? proof.isDocumented(now.id) : proof.ofMeasure(now.id)))
        reasons.neutral('measure-raised', `${text} ${claimedOnly}`, about);
    else if (step > 0) reasons.better('measure-raised', text, about);
    const [due, later] = [old.due?.date ?? null, now.due?.date ?? null];
    if (step === 0 && due !== later && !['implemented', 'verified'].includes(now.status ?? '')) {
        if (later === null)
            reasons.worse('date-later', `${now.id} has no day any more, where it was due ${due}`, about);
        else {
            const said = `${now.id} is due ${later}${due === null ? '' : `, where it was ${due}`}`;
            if (due !== null && later > due) reasons.worse('date-later', said, about);
            else if (hasPassed(later, ageing.today)) reasons.neutral('date-earlier', `${said}, ${passed}`, about);
            else reasons.better('date-earlier', said, about);
        }
    }
    judgeEvidence(old.evidence, now.evidence, now.id, 'evidence', about, ageing, reasons);
}

/**
 * Days and proofs as ordered facts: an earlier day above a later one, verified above implemented, evidence above none.
 */
export function judgeProofs(compared: Compared, reasons: Reasons): void {
    const { before, after, asked, pairing, partners } = compared;
    const ageing = ageingOf(compared);
    const proof = new Proof(before, after, pairing, ageing);
    judgeUsualTime(compared, reasons);
    const { countermeasure } = namesFrom(pairing);
    const documents = { before: documented(before.model), after: documented(after.model) };
    const isNewlyMet = newlyMet(after.model, before, partners, countermeasure);
    const unsaid: ReadonlySet<State | undefined> = new Set(['not-assessed', 'capable', undefined]);
    const stated = (side: Compared['before'], subject: string, requirement: RequirementMention) =>
        side.assessment.of(subject)?.requirements.find(({ id }) => id === keyOf(requirement));
    // With what BASE admitted it is missed still where nothing new is said of it.
    const answeredAt = (subject: string, requirement: RequirementMention): boolean => {
        const state = stated(asked, subject, requirement)?.state;
        return state === 'missed' ? stated(after, subject, requirement)?.state === 'missed' : !unsaid.has(state);
    };
    /** What was said of the zone all along did not answer for an asset of which the opposite was said. */
    const isSaidAnew = ({ id, container }: Asset, requirement: RequirementMention): boolean => {
        const was = stated(before, before.lookup.asset(partners.get(id) ?? '')?.container ?? '', requirement);
        const is = stated(asked, container, requirement);
        return (
            was?.state !== is?.state ||
            is?.state === 'missed' ||
            is!.evidence.some(each => !was!.evidence.includes(each))
        );
    };
    const answered: Answered = (block, requirement) => {
        if (block.kind !== 'asset') return answeredAt(block.id, requirement);
        if (isNewlyMet(block.id)(requirement)) return true;
        return answeredAt(block.container, requirement) && isSaidAnew(block, requirement);
    };
    for (const list of ['zones', 'conduits', 'assets'] as const) {
        for (const [old, now] of pairsOf<Subject>(before.model[list], after.model[list], pairing.elements)) {
            if (old.statements.length === 0) continue;
            judgeStatements(old, now, countermeasure, ageing, proof, documents, reasons);
            judgeWithdrawn(old, now, answered, reasons);
        }
    }
    judgeReplaced(compared, proof, reasons);
    for (const [old, now] of pairsOf(
        before.model.countermeasures,
        after.model.countermeasures,
        pairing.countermeasures,
    ))
        judgeCountermeasure(old, now, ageing, proof, reasons);
    for (const [old, now] of pairsOf(
        before.model.types.filter(each => !each.builtIn),
        after.model.types,
        pairing.types,
    ))
        judgeEvidence(old.certificates, now.certificates, now.id, 'certificate', [`type ${now.id}`], ageing, reasons);
}
