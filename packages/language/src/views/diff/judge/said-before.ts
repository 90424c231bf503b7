import { indexesOf, works } from '../../../assessment/verdicts.ts';
import { requirements as catalogue } from '../../../catalogue/index.ts';
import type { RequirementMention, Statement } from '../../../model/index.ts';
import { requirementText, untimed } from '../../../model/index.ts';
import { stateRank } from '../consequences.ts';
import type { DiffSide } from '../model-diff.ts';
import { meetEachOther } from './newly-met.ts';
import type { Proof } from './shown.ts';

/** A zone, conduit or asset, and what is said in it. */
interface Block {
    readonly id: string;
    readonly statements: readonly Statement[];
}

export const isPositive = ({ verb }: Statement): boolean => verb === 'meets' || verb === 'compensates';

/** The statements of a block that speak of a requirement in these words. */
const sayingOf = (block: Block, text: string): readonly Statement[] =>
    block.statements.filter(({ requirements }) => requirements.some(each => requirementText(each) === text));

/** What a block says of requirements, to be compared. */
const saidIn = ({ statements }: Block, name: (id: string) => string): string =>
    JSON.stringify(
        statements.map(({ verb, requirements, by, evidence, evidenceTime: { dated, until, valid }, due }) => [
            verb,
            requirements.map(requirementText),
            by.map(({ id }) => name(id)),
            evidence,
            evidence.length > 0 ? [dated?.date, until?.date, valid] : null,
            due?.date,
        ]),
    );

/** A statement that speaks and counts for nothing. */
const uncounted = (statement: Statement, requirements: readonly RequirementMention[]): Statement => ({
    ...statement,
    requirements,
    evidence: [''],
    evidenceTime: { ...untimed, unread: true },
});

/** Tells in one block what is claimed anew from what was said in BASE and counted there. */
class Claims {
    private readonly place: string;
    private readonly old: Block | undefined;
    private readonly before: DiffSide;
    private readonly proof: Proof;
    private readonly measureName: (id: string) => string;

    constructor(
        place: string,
        old: Block | undefined,
        before: DiffSide,
        proof: Proof,
        measureName: (id: string) => string,
    ) {
        [this.place, this.old, this.before, this.proof, this.measureName] = [place, old, before, proof, measureName];
    }

    /** What is left of a statement of HEAD without what it claims anew: itself where that is all. */
    left(now: Statement): readonly Statement[] {
        if (!isPositive(now)) return [now];
        const parts = now.requirements.map(mention => this.partsOf(now, mention));
        const due = now.due ?? this.dueOf(now);
        if (parts.every(each => each === now)) return [due === now.due ? now : { ...now, due }];
        return parts.flatMap((part, index) =>
            part === now ? [{ ...now, requirements: [now.requirements[index]!], due }] : part,
        );
    }

    private partsOf(now: Statement, mention: RequirementMention): Statement | readonly Statement[] {
        const said = this.old ? sayingOf(this.old, requirementText(mention)) : [];
        const known = this.knownOf(now, mention, now.verb);
        if (known[0] === mention || this.proof.ofStatement(now, this.place, said)) return now;
        const weaker = now.verb === 'meets' ? this.knownOf(now, mention, 'compensates') : known;
        const parts = weaker.length > known.length ? weaker : known;
        const verb = parts === known ? now.verb : 'compensates';
        const left = parts.length > 0 ? [{ ...now, verb, requirements: parts }] : [];
        // It speaks as it did, and does not count: what it was said in front of does not speak in its place.
        return parts[0] === mention || !said.some(isPositive) ? left : [...left, uncounted(now, [mention])];
    }

    /**
     * What was said in BASE and did not count, or was compensated alone, and is not said any more: it speaks still, so
     * that what it was said in front of does not speak in its place. Where something new is shown, that speaks.
     * @param now what is said in HEAD
     */
    withdrawn(now: readonly Statement[]): readonly Statement[] {
        const { old } = this;
        if (!old) return [];
        const spoken = new Set(now.flatMap(({ requirements }) => requirements.map(requirementText)));
        const known = new Set(old.statements.flatMap(({ requirements }) => requirements.map(requirementText)));
        const isNew = (mention: RequirementMention, each: Statement): boolean =>
            isPositive(each) && !known.has(requirementText(mention)) && this.proof.ofStatement(each, this.place);
        const news = now.flatMap(each => each.requirements.filter(mention => isNew(mention, each)));
        return old.statements.flatMap(each => {
            const isOff = this.isOff(each, null);
            if (!isPositive(each) || (each.verb === 'meets' && !isOff)) return [];
            const requirements = each.requirements.filter(
                of => !spoken.has(requirementText(of)) && !news.some(other => meetEachOther(of, other)),
            );
            if (requirements.length === 0) return [];
            return [isOff ? uncounted(each, requirements) : { ...each, requirements, by: [] }];
        });
    }

    /**
     * What of a mention in a `meets` or `compensates` of HEAD was said in BASE no weaker, and counted there or waited
     * for countermeasures that are still named: all of it, single requirements of a whole FR, or nothing. What was said
     * and did not count, because another statement spoke first, or because it rested on what is no longer named, is as
     * new as what was not said.
     */
    private knownOf(
        now: Statement,
        mention: RequirementMention,
        verb: Statement['verb'],
    ): readonly RequirementMention[] {
        const { old } = this;
        if (!old) return [];
        const standing = sayingOf(old, requirementText(mention)).filter(
            each => (each.verb === 'meets' || each.verb === verb) && isPositive(each),
        );
        if (standing.length === 0) return [];
        const waiting = standing.filter(each => !this.isOff(each, now));
        const states = this.before.assessment.of(old.id)?.requirements;
        if (!states) return waiting.length > 0 ? [mention] : [];
        const reached = stateRank(verb === 'meets' ? 'met' : 'compensated');
        const origins = new Set(waiting.map(({ origin }) => origin));
        const isKnown = (index: number): boolean => {
            const { state, origin } = states[index]!;
            return stateRank(state) >= reached || (origin !== null && origins.has(origin));
        };
        const indexes = indexesOf(mention);
        const known = indexes.filter(isKnown);
        if (known.length === indexes.length) return [mention];
        return known.map(index => ({ kind: 'requirement', id: catalogue[index]!.id, at: mention.at }));
    }

    /** True for a statement of BASE that did not count, for a reason that is not named any more. */
    private isOff(old: Statement, now: Statement | null): boolean {
        if (old.evidence.length > 0 && !this.proof.shows(old.evidenceTime)) return true;
        const named = new Set(now?.by.map(({ id }) => id));
        return old.by.some(({ id }) => {
            const measure = this.before.lookup.countermeasure(id);
            if (!measure || named.has(this.measureName(id))) return false;
            const { evidence } = measure;
            return !works(measure) || (evidence.length > 0 && !evidence.some(({ time }) => this.proof.shows(time)));
        });
    }

    /** The day by which a statement was due, where it is only no longer said. */
    private dueOf(now: Statement): Statement['due'] {
        const { old } = this;
        if (!old) return null;
        const was = now.requirements
            .flatMap(mention => sayingOf(old, requirementText(mention)))
            .find(each => isPositive(each) && each.due !== null);
        // That it rests on a countermeasure was said as long as it was due.
        return was && !this.proof.ofStatement({ ...now, by: [] }, this.place, [was]) ? was.due : null;
    }
}

/**
 * The statements of a block of HEAD without what they claim newly and show nothing of.
 * @param old the block in BASE
 * @param measureName how HEAD calls a countermeasure of BASE
 */
export function withoutNewClaims(
    now: Block,
    old: Block | undefined,
    before: DiffSide,
    proof: Proof,
    measureName: (id: string) => string,
): readonly Statement[] {
    if (!now.statements.some(isPositive) && !old?.statements.some(isPositive)) return now.statements;
    if (old && saidIn(old, measureName) === saidIn(now, id => id)) return now.statements;
    const claims = new Claims(now.id, old, before, proof, measureName);
    const left = now.statements.map(each => claims.left(each));
    const withdrawn = claims.withdrawn(now.statements);
    const isSame = left.every((each, index) => each.length === 1 && each[0] === now.statements[index]);
    return isSame && withdrawn.length === 0 ? now.statements : [...left.flat(), ...withdrawn];
}
