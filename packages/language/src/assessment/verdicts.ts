import { enhancementsOf, requirementById, requirements, requirementsOfFr } from '../catalogue/index.ts';
import type { Conduit, Countermeasure, Lookup, Origin, RequirementMention, Statement, Zone } from '../model/index.ts';
import type { State } from './levels.ts';
import type { Day, Standing } from './day.ts';

/** Who speaks of a requirement at a subject, and what it says. */
export interface Verdict {
    /** `not-assessed` where the statement rests on a countermeasure of which nobody said whether it works. */
    readonly state: Exclude<State, 'capable'>;
    readonly by: readonly string[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    /** The last day on which the evidence is good; `null` where it does not age. */
    readonly evidenceUntil: string | null;
    readonly due: string | null;
    readonly inheritedFrom: string | null;
    readonly origin: Origin;
}

/** One place for each requirement, in the order of the catalogue; empty where nobody speaks. */
export type Verdicts = readonly (Verdict | undefined)[];

/** True when a verdict counts for SL-A. */
export function holds(verdict: Verdict | undefined): boolean {
    return (
        verdict !== undefined &&
        (verdict.state === 'met' || verdict.state === 'compensated' || verdict.state === 'excluded')
    );
}

/** True when a countermeasure is said to work; what shows it may have expired ({@link Day.standingOf}). */
export function works(countermeasure: Pick<Countermeasure, 'status'>): boolean {
    return countermeasure.status === 'implemented' || countermeasure.status === 'verified';
}

const nobody: Verdicts = requirements.map(() => undefined);

/**
 * The verdicts of one model, each made once: what a zone says is inherited by every zone in it, and one countermeasure
 * speaks alike of every requirement and in every zone.
 */
export class VerdictsOfModel {
    private readonly ofSubjects = new Map<string, Verdicts>();
    /** The same before it is asked whether an enhancement can be met at all; this is what zones inside inherit. */
    private readonly spoken = new Map<string, Verdicts>();
    private readonly ofMeasures = new Map<Countermeasure, Verdict>();
    private readonly standings = new Map<Countermeasure, Standing>();
    private readonly inherited = new Map<Verdict, Verdict>();
    /** The indexes of the requirements that a countermeasure meets. */
    private readonly met = new Map<Countermeasure, readonly number[]>();
    private readonly lookup: Lookup;
    private readonly day: Day;

    constructor(lookup: Lookup, day: Day) {
        this.lookup = lookup;
        this.day = day;
    }

    /**
     * The verdicts of a zone or conduit: its own, over those of the zone around it. On one subject a statement that
     * names the requirement comes first, then one that excludes the requirement whose enhancement it is, then one for
     * the whole FR, then a countermeasure that works, then a planned one; of two alike the first in the text. No
     * enhancement is met while its requirement is missed.
     */
    of(subject: Zone | Conduit): Verdicts {
        const ready = this.ofSubjects.get(subject.id) ?? withoutOrphans(this.spokenOf(subject));
        this.ofSubjects.set(subject.id, ready);
        return ready;
    }

    private spokenOf(subject: Zone | Conduit): Verdicts {
        const ready = this.spoken.get(subject.id);
        if (ready) return ready;
        const around =
            subject.kind === 'zone' && subject.parent !== null ? this.lookup.zone(subject.parent) : undefined;
        const below = around ? this.spokenOf(around) : nobody;
        const inherited =
            around && below !== nobody
                ? below.map(verdict => verdict && this.inheritedFrom(verdict, around.id))
                : nobody;
        const says = subject.statements.length > 0 || subject.applies.length > 0;
        const verdicts = says ? overlay(inherited, this.own(subject)) : inherited;
        this.spoken.set(subject.id, verdicts);
        return verdicts;
    }

    private inheritedFrom(verdict: Verdict, zone: string): Verdict {
        if (verdict.inheritedFrom !== null) return verdict;
        const known = this.inherited.get(verdict);
        if (known?.inheritedFrom === zone) return known;
        const made = { ...verdict, inheritedFrom: zone };
        this.inherited.set(verdict, made);
        return made;
    }

    private own(subject: Zone | Conduit): Verdicts {
        const verdicts = nobody.slice();
        const say = (indexes: readonly number[], verdict: Verdict): void => {
            indexes.forEach(index => (verdicts[index] ??= verdict));
        };
        for (const indexesIn of [named, takenAlong, ofWholeFr]) {
            for (const statement of subject.statements) {
                const indexes = indexesIn(statement, verdicts);
                if (indexes.length > 0) say(indexes, statementVerdict(this.lookup, statement, this.day));
            }
        }
        const countermeasures = new Set(subject.applies.flatMap(({ id }) => this.lookup.countermeasure(id) ?? []));
        for (const standing of ['works', 'planned', 'stale'] as const) {
            const speaking = [...countermeasures].filter(each => this.standingOf(each) === standing);
            if (speaking.length === 1) {
                const [one] = speaking as [Countermeasure];
                say(this.metBy(one), this.ofCountermeasure(one, standing));
                continue;
            }
            for (const [index, speakers] of this.speakersOf(speaking)) {
                verdicts[index] ??=
                    speakers.length === 1
                        ? this.ofCountermeasure(speakers[0]!, standing)
                        : countermeasureVerdict(speakers, standing, this.day);
            }
        }
        return verdicts;
    }

    private standingOf(countermeasure: Countermeasure): Standing {
        const known = this.standings.get(countermeasure) ?? this.day.standingOf(countermeasure);
        this.standings.set(countermeasure, known);
        return known;
    }

    /** For each requirement, by its index, the countermeasures that meet it, in the order in which they are applied. */
    private speakersOf(countermeasures: readonly Countermeasure[]): ReadonlyMap<number, readonly Countermeasure[]> {
        const spoken = new Map<number, Countermeasure[]>();
        for (const countermeasure of countermeasures) {
            for (const index of this.metBy(countermeasure)) {
                const others = spoken.get(index);
                if (others) others.push(countermeasure);
                else spoken.set(index, [countermeasure]);
            }
        }
        return spoken;
    }

    private metBy(countermeasure: Countermeasure): readonly number[] {
        const known = this.met.get(countermeasure) ?? [...new Set(countermeasure.meets.flatMap(indexesOf))];
        this.met.set(countermeasure, known);
        return known;
    }

    private ofCountermeasure(countermeasure: Countermeasure, standing: Speaking): Verdict {
        const known =
            this.ofMeasures.get(countermeasure) ?? countermeasureVerdict([countermeasure], standing, this.day);
        this.ofMeasures.set(countermeasure, known);
        return known;
    }
}

function overlay(below: Verdicts, above: Verdicts): Verdicts {
    return below.map((verdict, index) => above[index] ?? verdict);
}

/** A requirement that is missed leaves none of its enhancements met, whoever says so. */
function withoutOrphans(verdicts: Verdicts): Verdicts {
    if (!verdicts.some(verdict => verdict?.state === 'missed')) return verdicts;
    return verdicts.map((verdict, index) => {
        const { base } = requirements[index]!;
        if (verdict?.state !== 'met' || base === null) return verdict;
        const missed = verdicts[requirementById(base)!.index];
        return missed?.state === 'missed' ? missed : verdict;
    });
}

const named = ({ requirements: mentions }: Statement): readonly number[] =>
    mentions.filter(mention => mention.kind === 'requirement').flatMap(indexesOf);

/**
 * The enhancements of what is excluded by its number: a requirement without an object has no stronger form either.
 * Where another statement before it speaks of the requirement, the exclusion does not count, and takes nothing along.
 */
const takenAlong = ({ verb, requirements: mentions, origin }: Statement, said: Verdicts): readonly number[] =>
    verb !== 'excludes'
        ? []
        : mentions.flatMap(mention =>
              mention.kind === 'requirement' && said[requirementById(mention.id)!.index]?.origin === origin
                  ? enhancementsOf(mention.id).map(({ index }) => index)
                  : [],
          );

const ofWholeFr = ({ requirements: mentions }: Statement): readonly number[] =>
    mentions.filter(mention => mention.kind === 'fr').flatMap(indexesOf);

/** The requirements, by their index, that a mention speaks of. */
export function indexesOf(mention: RequirementMention): readonly number[] {
    if (mention.kind === 'requirement') return [requirementById(mention.id)!.index];
    return requirementsOfFr(mention.fr)
        .filter(requirement => requirement.level <= mention.level)
        .map(requirement => requirement.index);
}

const stateOfVerb = { meets: 'met', misses: 'missed', excludes: 'excluded', compensates: 'compensated' } as const;

/** `meets` and `compensates … by M, N` rest on all that they name. */
function statementVerdict(lookup: Lookup, statement: Statement, day: Day): Verdict {
    const countermeasures = statement.by
        .map(mention => lookup.countermeasure(mention.id))
        .filter(countermeasure => countermeasure !== undefined);
    const positive = statement.verb === 'meets' || statement.verb === 'compensates';
    const rests = positive ? day.restsOn(countermeasures) : 'works';
    const planned = rests === 'planned';
    const own = statement.verb === 'misses' ? null : day.goodUntil(statement);
    const stale = statement.verb !== 'misses' && day.isStale(statement);
    return {
        state: stale
            ? 'not-assessed'
            : rests === 'works'
              ? stateOfVerb[statement.verb]
              : planned
                ? 'planned'
                : 'not-assessed',
        by: countermeasures.map(countermeasure => countermeasure.id),
        because: statement.because,
        evidence: [
            ...statement.evidence.map(text => day.printed(text, statement.evidenceTime)),
            ...countermeasures.flatMap(countermeasure =>
                countermeasure.evidence.map(({ text, time }) => day.printed(text, time)),
            ),
        ],
        evidenceUntil: earliest([
            own,
            ...(positive ? countermeasures.map(countermeasure => day.goodUntilOf(countermeasure)) : []),
        ]),
        due:
            statement.due?.date ??
            (planned ? latestDue(countermeasures.filter(countermeasure => !works(countermeasure))) : null),
        inheritedFrom: null,
        origin: statement.origin,
    };
}

type Speaking = Exclude<Standing, 'unknown'>;

const stateOfStanding = { works: 'met', planned: 'planned', stale: 'not-assessed' } as const;

function countermeasureVerdict(countermeasures: readonly Countermeasure[], standing: Speaking, day: Day): Verdict {
    const untils = countermeasures.map(countermeasure => day.goodUntilOf(countermeasure));
    return {
        state: stateOfStanding[standing],
        by: countermeasures.map(countermeasure => countermeasure.id),
        because: null,
        evidence: countermeasures.flatMap(countermeasure =>
            countermeasure.evidence.map(({ text, time }) => day.printed(text, time)),
        ),
        // One of several that does not age is enough.
        evidenceUntil: untils.includes(null) ? null : (untils.sort().at(-1) ?? null),
        due: standing === 'planned' ? latestDue(countermeasures) : null,
        inheritedFrom: null,
        origin: countermeasures[0]!.origin,
    };
}

function earliest(days: readonly (string | null)[]): string | null {
    return days.filter(day => day !== null).sort()[0] ?? null;
}

function latestDue(countermeasures: readonly Countermeasure[]): string | null {
    return (
        countermeasures
            .map(countermeasure => countermeasure.due?.date)
            .filter(date => date !== undefined)
            .sort()
            .at(-1) ?? null
    );
}
