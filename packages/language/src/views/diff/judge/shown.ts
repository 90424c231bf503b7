import type { Conduit, Countermeasure, EvidenceTime, Flow, Mention, Model, Statement } from '../../../model/index.ts';
import { requirementText } from '../../../model/index.ts';
import { works } from '../../../assessment/verdicts.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import { documentsOf, showsOn, type Ageing } from './evidence.ts';
import { hasRules, isShownOneWay } from './one-way.ts';
import { isPositive, withoutNewClaims } from './said-before.ts';

/*
 * What HEAD claims newly and shows nothing of: a countermeasure that is said to work, a requirement that is said to be
 * met. It may be so, and nobody can see it in the text: nothing gets better by it before evidence is named.
 */

/** Documents by their names, each with its last day; `''` where none is said. */
type Documents = ReadonlyMap<string, string>;

/** A document of a countermeasure or a statement. */
interface Named {
    readonly text: string;
    readonly time: EvidenceTime;
}

function knownFrom(documents: readonly Named[]): Documents {
    const found = new Map<string, string>();
    for (const { text, time } of documents) {
        const day = time.dated?.date ?? '';
        if (day >= (found.get(text) ?? '')) found.set(text, day);
    }
    return found;
}

/** True for a document that was not named before, or has a later day than it had. */
const isNewTo = (known: Documents | undefined, { text, time }: Named): boolean => {
    const was = known?.get(text);
    return was === undefined || (time.dated?.date ?? '') > was;
};

const statedIn = ({ model }: Pick<DiffSide, 'model'>): readonly Claiming[] => [
    ...model.zones,
    ...model.conduits,
    ...model.assets,
];

/** The countermeasures that are put to work anywhere. */
function usedIn(side: Pick<DiffSide, 'model'>): ReadonlySet<string> {
    const blocks = statedIn(side);
    return new Set(
        [
            ...blocks.flatMap(({ applies }) => applies),
            ...blocks.flatMap(({ statements }) => statements.filter(isPositive).flatMap(({ by }) => by)),
            ...side.model.flows.flatMap(({ secured }) => secured?.by ?? []),
        ].map(({ id }) => id),
    );
}

/** Of which countermeasures of HEAD evidence is named. */
interface Shown {
    /** Those of which anything is named that counts on the day. */
    readonly documented: Set<string>;
    /** Those of which something new is named, by themselves or where they are counted on. */
    readonly measures: Set<string>;
    /** Those of which it is named by themselves: wherever they are put to work. */
    readonly everywhere: Set<string>;
    /** Of which of them the statements of a block name evidence. */
    readonly places: Map<string, Set<string>>;
}

/**
 * Tells what is shown by evidence that is good on the day from what is only said. A document shows once what it shows:
 * what BASE named of a countermeasure, or of a requirement that was missed, does not show what is said of it newly.
 */
export class Proof {
    private readonly before: DiffSide;
    private readonly after: Pick<DiffSide, 'model' | 'lookup'>;
    private readonly pairing: Pairing;
    private readonly ageing: Ageing;
    private read: Shown | undefined;

    constructor(before: DiffSide, after: Pick<DiffSide, 'model' | 'lookup'>, pairing: Pairing, ageing: Ageing) {
        [this.before, this.after, this.pairing, this.ageing] = [before, after, pairing, ageing];
    }

    /** Most changes claim nothing: then nothing is looked through. */
    private get shown(): Shown {
        return (this.read ??= this.readShown());
    }

    private readShown(): Shown {
        const shown: Shown = { documented: new Set(), measures: new Set(), everywhere: new Set(), places: new Map() };
        const { before, after, pairing } = this;
        const stated = statedIn(before).flatMap(({ statements }) => statements);
        const used = usedIn(before);
        const known = new Map(
            before.model.countermeasures.flatMap(old => {
                // What works and was put to work nowhere has not shown anything yet.
                if (works(old) && !used.has(old.id)) return [];
                const counting = stated.filter(({ by }) => by.some(({ id }) => id === old.id));
                const documents = [...old.evidence, ...counting.flatMap(documentsOf)];
                return [[pairing.countermeasures.get(old.id), knownFrom(documents)] as const];
            }),
        );
        const isNew = (id: string, document: Named): boolean =>
            this.shows(document.time) && isNewTo(known.get(id), document);
        for (const { id, evidence } of after.model.countermeasures) {
            if (evidence.some(({ time }) => this.shows(time))) shown.documented.add(id);
            if (!evidence.some(each => isNew(id, each))) continue;
            shown.measures.add(id);
            shown.everywhere.add(id);
        }
        for (const { id: place, statements } of statedIn(after)) {
            for (const statement of statements.filter(isPositive)) {
                for (const { id } of statement.by) {
                    if (documentsOf(statement).some(each => isNew(id, each))) shown.measures.add(id);
                    if (statement.evidence.length === 0 || !this.shows(statement.evidenceTime)) continue;
                    shown.documented.add(id);
                    shown.places.set(place, (shown.places.get(place) ?? new Set()).add(id));
                }
            }
        }
        return shown;
    }

    /** True for evidence that counts on the day. */
    shows(time: EvidenceTime): boolean {
        return showsOn(time, this.ageing.usual, this.ageing.today);
    }

    /** True for a countermeasure of which evidence is newly named, by itself or where it is counted on. */
    ofMeasure(id: string): boolean {
        return this.shown.measures.has(id);
    }

    /** True for a countermeasure of which evidence is named, newly or not: one that works is shown to work by that. */
    isDocumented(id: string): boolean {
        return this.shown.documented.has(id);
    }

    /**
     * True for a countermeasure that is shown where it is put to work: by something new that is named of it, or by a
     * statement there or around. What showed it elsewhere does not speak of this place.
     */
    at(place: string, id: string): boolean {
        if (this.shown.everywhere.has(id)) return true;
        const container = this.after.lookup.asset(place)?.container ?? place;
        const around = this.after.lookup.chain(container).map(zone => zone.id);
        return [place, container, ...around].some(each => this.shown.places.get(each)?.has(id));
    }

    /**
     * True for a statement that names evidence, or rests on countermeasures that are all shown there.
     * @param place what it stands in
     * @param old what was said of it as long as it was missed, excluded or did not count
     */
    ofStatement(
        statement: Pick<Statement, 'by' | 'evidence' | 'evidenceTime'>,
        place: string,
        old: readonly Statement[] = [],
    ): boolean {
        const { by, evidenceTime } = statement;
        const known = knownFrom(old.flatMap(documentsOf));
        const isNamed = this.shows(evidenceTime) && documentsOf(statement).some(each => isNewTo(known, each));
        return isNamed || (by.length > 0 && by.every(({ id }) => this.at(place, id)));
    }
}

interface Claiming {
    readonly id: string;
    readonly statements: readonly Statement[];
    readonly applies: readonly Mention[];
}

/** Takes the claims back that are new in HEAD and not shown. */
class Withdrawal {
    private readonly model: Model;
    private readonly before: DiffSide;
    private readonly proof: Proof;
    private readonly partners: ReadonlyMap<string, string>;
    private readonly measures: ReadonlyMap<string, Countermeasure>;
    private readonly flows: ReadonlyMap<Flow['origin'], Flow>;
    private readonly measureName: (id: string) => string;
    private asked: Pick<DiffSide, 'model' | 'lookup'> | undefined;

    constructor(model: Model, before: DiffSide, pairing: Pairing, proof: Proof) {
        this.model = model;
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
        if (!old) return { ...now, status: 'planned' };
        if (old.status === null) return { ...now, status: null, statusAt: null };
        if (!works(old)) return { ...now, status: old.status };
        const known = new Set(old.meets.map(requirementText));
        const meets = now.meets.filter(each => known.has(requirementText(each)));
        return meets.length === now.meets.length ? now : { ...now, meets };
    }

    /** What is claimed to be put to work: all of it was before, or is shown. */
    private mentions(place: string, now: readonly Mention[], old: readonly Mention[]): readonly Mention[] {
        const known = new Set(old.map(({ id }) => this.measureName(id)));
        const kept = now.filter(({ id }) => known.has(id) || this.proof.at(place, id));
        return kept.length === now.length ? now : kept;
    }

    /** What was put to work, did not work yet and does not, and is not named any more: it is still not there. */
    private dropped(now: readonly Mention[], old: readonly Mention[]): readonly Mention[] {
        const named = new Set(now.map(({ id }) => id));
        const isPlanned = (id: string): boolean =>
            this.model.countermeasures.some(each => each.id === id && each.status === 'planned');
        return old.flatMap(each => {
            const id = this.measureName(each.id);
            if (named.has(id) || this.before.lookup.countermeasure(each.id)?.status !== 'planned') return [];
            return isPlanned(id) ? [{ ...each, id }] : [];
        });
    }

    claiming<T extends Claiming>(now: T): T {
        const old = this.before.lookup.element(this.partners.get(now.id) ?? '') as Claiming | undefined;
        const statements = withoutNewClaims(now, old, this.before, this.proof, this.measureName);
        const put = this.mentions(now.id, now.applies, old?.applies ?? []);
        const dropped = this.dropped(now.applies, old?.applies ?? []);
        const applies = dropped.length > 0 ? [...put, ...dropped] : put;
        const isSame = applies === now.applies && statements === now.statements;
        return isSame ? now : { ...now, statements, applies };
    }

    /** Made for what is newly called one-way, or turned: few changes ask it. */
    private get side(): Pick<DiffSide, 'model' | 'lookup'> {
        return (this.asked ??= { model: this.model, lookup: this.before.lookup.of(this.model) });
    }

    conduit(said: Conduit): Conduit {
        const now = this.claiming(said);
        const old = this.before.lookup.conduit(this.partners.get(now.id) ?? '');
        if (!old || now.oneWay === null) return now;
        if (old.oneWay === null) return isShownOneWay(this.side, now) ? now : { ...now, oneWay: null };
        // A diode shows that it goes one way, and not which: its flows or rules turn that, and no word alone.
        const isTurned = (['from', 'to'] as const).some(
            end => this.partners.get(now.oneWay![end].id) !== old.oneWay![end].id,
        );
        return isTurned && !hasRules(this.side, now) ? { ...now, oneWay: null } : now;
    }

    flow(now: Flow): Flow {
        if (!now.secured) return now;
        const old = this.flows.get(now.origin)?.secured ?? null;
        if (this.mentions(now.container ?? '', now.secured.by, old?.by ?? []) === now.secured.by) return now;
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
    const withdrawal = new Withdrawal(model, before, pairing, proof);
    const said = {
        countermeasures: each(model.countermeasures, one => withdrawal.measure(one)),
        zones: each(model.zones, one => withdrawal.claiming(one)),
        conduits: each(model.conduits, one => withdrawal.conduit(one)),
        assets: each(model.assets, one => withdrawal.claiming(one)),
        flows: each(model.flows, one => withdrawal.flow(one)),
    };
    const isSame = (Object.keys(said) as (keyof typeof said)[]).every(list => said[list] === model[list]);
    return isSame ? model : { ...model, ...said };
}
