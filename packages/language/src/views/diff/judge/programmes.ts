import type { Party, PartStatement, Programme } from '../../../model/index.ts';
import { askedAgain, ranks, Steps } from './claim-steps.ts';
import {
    ageingOf,
    documentsOf,
    droppedOf,
    judgeEvidence,
    replacement,
    showsOn,
    stretched,
    type Ageing,
} from './evidence.ts';
import { claimedOnly, pairsOf, type Compared, type Reasons } from './reason.ts';

/** What is said of each requirement on an organisation; of two that speak of one the first counts. */
function said(statements: readonly PartStatement[]): ReadonlyMap<string, PartStatement> {
    const found = new Map<string, PartStatement>();
    for (const statement of statements)
        for (const { id } of statement.requirements) if (!found.has(id)) found.set(id, statement);
    return found;
}

function judgeStatements(
    old: Party | Programme,
    now: Party | Programme,
    name: string,
    about: readonly string[],
    { usual, today }: Ageing,
    reasons: Reasons,
): void {
    const after = said(now.statements);
    const [lost, asked, gained, claimed] = [new Steps(), new Steps(), new Steps(), new Steps()];
    const [proof, later, other] = [new Steps(), new Steps(), new Steps()];
    for (const [requirement, was] of said(old.statements)) {
        const is = after.get(requirement);
        if (is?.verb !== was.verb) {
            const step = (is ? ranks[is.verb] : 0) - ranks[was.verb];
            const isGain = is !== undefined && step > 0 && is.verb !== 'excludes';
            const text = `${was.verb} became ${is ? is.verb : 'nothing'} for ${name}`;
            const fewer = was.verb === 'excludes' && step < 0 ? asked : lost;
            const isShown = isGain && is.evidence.length > 0 && showsOn(is.evidenceTime, usual, today);
            (isShown ? gained : isGain ? claimed : fewer).note(text, requirement);
            continue;
        }
        if ((was.maturity ?? 0) > (is.maturity ?? 0))
            lost.note(`maturity ${is.maturity ?? 'not stated'} for ${name}, where it was ${was.maturity}`, requirement);
        const [due, day] = [was.due?.date ?? null, is.due?.date ?? null];
        if (due !== null && (day === null || day > due))
            later.note(
                `${day === null ? 'no day is given' : `due ${day}`} for ${name}, where it was ${due}`,
                requirement,
            );
        const dropped = droppedOf(was, is);
        if (dropped.length > 0) proof.note(`no evidence for ${name} any more (${dropped.join(', ')})`, requirement);
        const replaced =
            is.evidence.length > 0 ? replacement(documentsOf(was), documentsOf(is), 'evidence', usual) : null;
        if (replaced !== null) other.note(`for ${name}, ${replaced}`, requirement);
        if (was.evidence.some(each => is.evidence.includes(each))) {
            const longer = stretched(was.evidenceTime, is.evidenceTime, usual);
            if (longer !== null) later.note(`evidence for ${name} ${longer}`, requirement);
        }
    }
    for (const [text, ids] of lost.grouped()) reasons.worse('requirement-lost', `${ids}: ${text}`, about);
    for (const [text, ids, count] of asked.grouped())
        reasons.neutral('waiver-withdrawn', `${ids}: ${text}, ${askedAgain(count)}`, about);
    for (const [text, ids] of later.grouped()) reasons.worse('date-later', `${ids}: ${text}`, about);
    for (const [text, ids] of proof.grouped()) reasons.worse('proof-lost', `${ids}: ${text}`, about);
    for (const [text, ids] of other.grouped()) reasons.neutral('proof-lost', `${ids}: ${text}`, about);
    for (const [text, ids] of gained.grouped()) reasons.better('requirement-gained', `${ids}: ${text}`, about);
    for (const [text, ids] of claimed.grouped())
        reasons.neutral('requirement-gained', `${ids}: ${text} ${claimedOnly}`, about);
}

/** What organisations claim of themselves: their certificates, and what they say of requirements on organisations. */
export function judgeProgrammes(compared: Compared, reasons: Reasons): void {
    const { before, after, pairing } = compared;
    const ageing = ageingOf(compared);
    for (const [old, now] of pairsOf(before.model.parties, after.model.parties, pairing.parties)) {
        const about = [`party ${now.id}`];
        judgeEvidence(old.certificates, now.certificates, now.id, 'certificate', about, ageing, reasons);
        judgeStatements(old, now, now.id, about, ageing, reasons);
    }
    for (const [old, now] of pairsOf(before.model.programmes, after.model.programmes, pairing.programmes))
        judgeStatements(old, now, 'the programme', [`programme ${now.id}`], ageing, reasons);
}
