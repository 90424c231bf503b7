import type {
    Countermeasure,
    EvidenceTime,
    Flow,
    Mention,
    Model,
    RequirementMention,
    Statement,
} from '../../../model/index.ts';
import { requirementText } from '../../../model/index.ts';
import { works } from '../../../assessment/verdicts.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import { showsOn, type Ageing } from './evidence.ts';

/*
 * What HEAD claims newly and shows nothing of: a countermeasure that is said to work, a requirement that is said to be
 * met. It may be so, and nobody can see it in the text: nothing gets better by it before evidence is named.
 */

/** A document with its day: the same one of another day is another one. */
const documentOf = (text: string, { dated }: EvidenceTime): string => `${text} ${dated?.date ?? ''}`;

const documentsOf = ({ evidence, evidenceTime }: Pick<Statement, 'evidence' | 'evidenceTime'>): readonly string[] =>
    evidence.map(text => documentOf(text, evidenceTime));

const statementsOf = ({ model }: Pick<DiffSide, 'model'>): readonly Statement[] =>
    [...model.zones, ...model.conduits, ...model.assets].flatMap(({ statements }) => statements);

/**
 * Tells what is shown by evidence that is good on the day from what is only said. What was named of a countermeasure
 * that did not work yet, or of a requirement that was missed, does not show that this is over.
 */
export class Proof {
    private readonly measures = new Set<string>();
    private readonly ageing: Ageing;

    constructor(before: DiffSide, after: Pick<DiffSide, 'model'>, pairing: Pairing, ageing: Ageing) {
        this.ageing = ageing;
        const known = new Map<string, ReadonlySet<string>>();
        for (const old of before.model.countermeasures) {
            const now = pairing.countermeasures.get(old.id);
            if (now === undefined || works(old)) continue;
            const counting = statementsOf(before).filter(({ by }) => by.some(({ id }) => id === old.id));
            const own = old.evidence.map(({ text, time }) => documentOf(text, time));
            known.set(now, new Set([...own, ...counting.flatMap(documentsOf)]));
        }
        const note = (id: string, document: string, time: EvidenceTime): void => {
            if (this.shows(time) && known.get(id)?.has(document) !== true) this.measures.add(id);
        };
        for (const { id, evidence } of after.model.countermeasures)
            for (const { text, time } of evidence) note(id, documentOf(text, time), time);
        for (const each of statementsOf(after))
            for (const document of documentsOf(each))
                for (const { id } of each.by) note(id, document, each.evidenceTime);
    }

    private shows(time: EvidenceTime): boolean {
        return showsOn(time, this.ageing.usual, this.ageing.today);
    }

    /** True for a countermeasure of which evidence is named, by itself or where it is counted on. */
    ofMeasure(id: string): boolean {
        return this.measures.has(id);
    }

    /**
     * True for a statement that names evidence, or rests on countermeasures that all do.
     * @param missed what was said of it as long as it was missed
     */
    ofStatement(statement: Pick<Statement, 'by' | 'evidence' | 'evidenceTime'>, missed?: Statement): boolean {
        const { by, evidenceTime } = statement;
        const known = new Set(missed ? documentsOf(missed) : []);
        const isNamed = this.shows(evidenceTime) && documentsOf(statement).some(each => !known.has(each));
        return isNamed || (by.length > 0 && by.every(({ id }) => this.ofMeasure(id)));
    }
}

interface Claiming {
    readonly id: string;
    readonly statements: readonly Statement[];
    readonly applies: readonly Mention[];
}

const isPositive = ({ verb }: Statement): boolean => verb === 'meets' || verb === 'compensates';

/** Takes the claims back that are new in HEAD and not shown. */
class Withdrawal {
    private readonly before: DiffSide;
    private readonly proof: Proof;
    private readonly partners: ReadonlyMap<string, string>;
    private readonly measures: ReadonlyMap<string, Countermeasure>;
    private readonly flows: ReadonlyMap<Flow['origin'], Flow>;
    private readonly measureName: (id: string) => string;

    constructor(before: DiffSide, pairing: Pairing, proof: Proof) {
        this.before = before;
        this.proof = proof;
        this.partners = new Map([...pairing.elements].map(([old, now]) => [now, old]));
        this.measures = new Map(
            before.model.countermeasures.map(each => [pairing.countermeasures.get(each.id) ?? '', each]),
        );
        this.flows = new Map([...pairing.flows].map(([old, now]) => [now.origin, old]));
        this.measureName = namesFrom(pairing).countermeasure;
    }

    measure(now: Countermeasure): Countermeasure {
        if (!works(now) || this.proof.ofMeasure(now.id)) return now;
        const old = this.measures.get(now.id);
        if (!old || !works(old)) return { ...now, status: old?.status ?? 'planned' };
        const known = new Set(old.meets.map(requirementText));
        const meets = now.meets.filter(each => known.has(requirementText(each)));
        return meets.length === now.meets.length ? now : { ...now, meets };
    }

    /** What is claimed to be put to work: all of it was before, or is shown. */
    private mentions(now: readonly Mention[], old: readonly Mention[]): readonly Mention[] {
        const known = new Set(old.map(({ id }) => this.measureName(id)));
        const kept = now.filter(({ id }) => known.has(id) || this.proof.ofMeasure(id));
        return kept.length === now.length ? now : kept;
    }

    claiming<T extends Claiming>(now: T): T {
        const old = this.before.lookup.element(this.partners.get(now.id) ?? '') as Claiming | undefined;
        const known = new Set(
            (old?.statements ?? []).filter(isPositive).flatMap(each => each.requirements.map(requirementText)),
        );
        const missed = (text: string): Statement | undefined =>
            old?.statements.find(
                ({ verb, requirements }) =>
                    verb === 'misses' && requirements.some(each => requirementText(each) === text),
            );
        const statements = now.statements.flatMap((each): readonly Statement[] => {
            const isKept = (mention: RequirementMention): boolean => {
                const text = requirementText(mention);
                return known.has(text) || this.proof.ofStatement(each, missed(text));
            };
            if (!isPositive(each) || each.requirements.every(isKept)) return [each];
            const requirements = each.requirements.filter(isKept);
            return requirements.length === 0 ? [] : [{ ...each, requirements }];
        });
        const applies = this.mentions(now.applies, old?.applies ?? []);
        const isSame = applies === now.applies && statements.every((each, index) => each === now.statements[index]);
        return isSame && statements.length === now.statements.length ? now : { ...now, statements, applies };
    }

    flow(now: Flow): Flow {
        if (!now.secured) return now;
        const old = this.flows.get(now.origin)?.secured ?? null;
        if (this.mentions(now.secured.by, old?.by ?? []) === now.secured.by) return now;
        if (!old) return { ...now, secured: null };
        const by = old.by.map(each => ({ ...each, id: this.measureName(each.id) }));
        return { ...now, secured: { ...now.secured, protections: old.protections, by } };
    }
}

function each<T>(list: readonly T[], turn: (one: T) => T): readonly T[] {
    const turned = list.map(turn);
    return turned.every((one, index) => one === list[index]) ? list : turned;
}

/**
 * HEAD without what it claims newly and shows nothing of; the same model where there is nothing of it.
 * @param model HEAD, or HEAD with the questions of BASE
 * @param before BASE
 * @param proof what HEAD shows
 */
export function withoutClaims(model: Model, before: DiffSide, pairing: Pairing, proof: Proof): Model {
    const withdrawal = new Withdrawal(before, pairing, proof);
    const said = {
        countermeasures: each(model.countermeasures, one => withdrawal.measure(one)),
        zones: each(model.zones, one => withdrawal.claiming(one)),
        conduits: each(model.conduits, one => withdrawal.claiming(one)),
        assets: each(model.assets, one => withdrawal.claiming(one)),
        flows: each(model.flows, one => withdrawal.flow(one)),
    };
    const isSame = (Object.keys(said) as (keyof typeof said)[]).every(list => said[list] === model[list]);
    return isSame ? model : { ...model, ...said };
}
