import type { Countermeasure, Lookup, PartStatement } from '../model/index.ts';
import { goodUntil, usualTime } from './evidence-time.ts';
import type { Day } from './day.ts';

/** What a person says of a requirement on an organisation. */
export interface PartVerdict {
    /**
     * `planned` where it rests on a countermeasure that is planned; `not-assessed` where nothing is said, where its
     * evidence has expired, or where it rests on a countermeasure of which nothing says that it works.
     */
    readonly state: 'met' | 'compensated' | 'excluded' | 'planned' | 'missed' | 'not-assessed';
    /** 1 to 4. */
    readonly maturity: number | null;
    readonly by: readonly string[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    /** The last day on which the evidence is good; `null` where it does not age. */
    readonly evidenceUntil: string | null;
    readonly due: string | null;
    /** Why what is stated does not count, as the end of a sentence; `null` where it counts, or nothing is stated. */
    readonly lapse: string | null;
    /** The statement; `null` where nothing is said. */
    readonly statement: PartStatement | null;
}

const silent: PartVerdict = {
    state: 'not-assessed',
    maturity: null,
    by: [],
    because: null,
    evidence: [],
    evidenceUntil: null,
    due: null,
    lapse: null,
    statement: null,
};

const stateOfVerb = { meets: 'met', misses: 'missed', excludes: 'excluded', compensates: 'compensated' } as const;

function verdictOf(lookup: Lookup, day: Day, statement: PartStatement): PartVerdict {
    const { verb, maturity, because, evidence, evidenceTime, due } = statement;
    const by = statement.by
        .map(({ id }) => lookup.countermeasure(id))
        .filter((each): each is Countermeasure => each !== undefined);
    const claims = verb === 'meets' || verb === 'compensates';
    const rests = claims ? day.restsOn(by) : 'works';
    const until = evidence.length === 0 || verb === 'misses' ? null : goodUntil(evidenceTime, usualTime(lookup));
    const stale = verb !== 'misses' && day.isStale(statement);
    return {
        state: stale || rests === 'unknown' ? 'not-assessed' : rests === 'planned' ? 'planned' : stateOfVerb[verb],
        maturity,
        by: by.map(({ id }) => id),
        because,
        evidence: evidence.map(text => day.printed(text, evidenceTime)),
        evidenceUntil: until,
        due: due?.date ?? null,
        lapse: stale
            ? lapsedText(day, statement, until)
            : rests === 'unknown'
              ? `which rests on ${by.map(({ id }) => id).join(', ')}: nothing says that it works`
              : null,
        statement,
    };
}

/** Why evidence shows nothing on a day. */
function lapsedText(day: Day, { evidenceTime: time }: PartStatement, until: string | null): string {
    if (time.unread === true) return 'with evidence of a time that cannot be read';
    if (day.isAhead(time)) return `with evidence of a day to come, ${time.dated!.date}`;
    return `with evidence that was good until ${until}`;
}

/**
 * What statements say of one requirement: the first that names it counts. An enhancement of 2-4 is not met while its
 * base requirement is missed.
 * @param id canonical: `NET 3.2`, `SP.07.04 RE 1`, `SM-1`
 */
export function partVerdict(lookup: Lookup, day: Day, statements: readonly PartStatement[], id: string): PartVerdict {
    const naming = statements.find(({ requirements }) => requirements.some(each => each.id === id));
    const own = naming ? verdictOf(lookup, day, naming) : silent;
    const [base, enhancement] = id.split(' RE ');
    if (enhancement === undefined || own.state !== 'met') return own;
    const below = partVerdict(lookup, day, statements, base!);
    return below.state === 'missed' ? { ...own, state: 'missed' } : own;
}
