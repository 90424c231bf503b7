import { assess } from '../../src/assessment/index.ts';
import type { Lookup, Model } from '../../src/model/index.ts';
import { lookup, onceOf, onDay } from '../../src/model/index.ts';
import type { Context, Rule } from '../../src/rules/engine/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { defaultSettings } from '../../src/settings/index.ts';

/** What each rule reads of a model: lists, each with the fields of its elements; `*` for all of them. */
export type Reads = Map<string, Map<string, Set<string>>>;

/** What a question of the lookup reads besides the elements that it gives: the lists and fields behind its maps. */
const behind: { readonly [K in keyof Lookup]?: readonly string[] } = {
    element: ['zones', 'assets', 'conduits'],
    zone: ['zones'],
    conduit: ['conduits'],
    asset: ['assets'],
    type: ['types'],
    protocol: ['protocols'],
    allProtocols: ['protocols'],
    countermeasure: ['countermeasures'],
    hasName: ['zones.name', 'assets.name'],
    zonesIn: ['zones.parent'],
    assetsIn: ['assets.container'],
    assetsWithin: ['assets.container', 'zones.parent'],
    flowsIn: ['flows.container'],
    flowsOf: ['flows.from', 'flows.to'],
    conduitsOf: ['conduits.between'],
    serving: ['assets.serves'],
    isUnread: ['unread.subject', 'unread.word'],
    boundariesOf: ['conduits.via'],
    chain: ['zones.parent'],
    within: ['zones.parent'],
    zoneOf: ['zones', 'assets.container'],
    kindOf: ['zones.parent', 'zones.zoneKind'],
    purdueOf: ['zones.parent', 'zones.purdue'],
    traitsOf: ['zones.parent', 'zones.traits'],
    ownerOf: ['conduits.owner', 'zones.parent', 'zones.owner'],
    typesOf: ['types.base', 'assets.type'],
    isA: ['types.base', 'assets.type'],
    typeIsA: ['types.base'],
    componentTypeOf: ['types.base', 'assets.type'],
};

type Note = (list: string, field: string | null) => void;

/** What notes the fields that are looked at of the elements of a list: one for all of them, of which there are many. */
function notingOf(list: string, note: Note): ProxyHandler<object> {
    return {
        get(target, field) {
            if (typeof field === 'string') note(list, field);
            return Reflect.get(target, field) as unknown;
        },
        has(target, field) {
            if (typeof field === 'string') note(list, field);
            return Reflect.has(target, field);
        },
    };
}

/** A model that notes which of its lists and fields are looked at. */
function watched(model: Model, note: Note): Model {
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(model)) {
        const noting = notingOf(key, note);
        if (Array.isArray(value))
            copy[key] = value.map((each: unknown) =>
                typeof each === 'object' && each !== null ? new Proxy(each, noting) : each,
            );
        else copy[key] = typeof value === 'object' && value !== null ? new Proxy(value as object, noting) : value;
    }
    return new Proxy(copy as unknown as Model, {
        get(target, key) {
            if (typeof key === 'string') note(key, null);
            return Reflect.get(target, key);
        },
    });
}

/** The same questions, with a note of what their answers rest on. */
function watchedLookup(model: Model, note: Note, whole = model): Lookup {
    const real = lookup(model);
    const copy: Record<string, unknown> = { model };
    for (const key of Object.keys(real) as (keyof Lookup)[]) {
        if (key === 'model' || key === 'once' || key === 'said' || key === 'of') continue;
        const facts = behind[key];
        if (!facts) throw new Error(`recording.ts does not say what ${key} of the lookup reads`);
        const question = real[key] as (...args: unknown[]) => unknown;
        copy[key] = (...args: unknown[]): unknown => {
            for (const fact of facts) {
                const [list, field] = fact.split('.') as [string, string | undefined];
                note(list, null);
                if (field !== undefined) note(list, field);
            }
            return question(...args);
        };
    }
    let said: Lookup | undefined;
    copy['said'] = (): Lookup => {
        note('whole', null);
        return (said ??= whole === model ? found : watchedLookup(whole, note));
    };
    // The elements of the other model are watched, or made by who asks.
    copy['of'] = lookup;
    const found = copy as unknown as Lookup & { once: Lookup['once'] };
    return Object.assign(found, { once: onceOf<Lookup>(found) });
}

/** Under this name it is recorded what the levels read. */
export const levelsName = 'the levels';

/** The same of who reaches whom, of the verdicts on the invariants, and of the risks. */
export const reachName = 'the reach';
export const invariantsName = 'the invariants';
export const risksName = 'the risks';

/** Works out all that is known of the levels. */
function askLevels({ assessment }: Context): void {
    for (const { requirements } of assessment.subjects) void requirements.length;
}

/** The connections between all ends, and the zones between which a session goes. */
export function reachSaid({ assessment: { reach, lookup } }: Pick<Context, 'assessment'>): unknown {
    const { ends, forward, carriers } = reach.graph;
    const zone = (end: string): string | undefined => lookup.zoneOf(end)?.id;
    return [
        ends,
        ...[forward.row, forward.target, forward.carrier].map(list => Array.from(list)),
        carriers.map(each => {
            if (each.kind !== 'flow') return each;
            const { id, from, to, arrow } = each.flow;
            return [id, arrow, each.backward, zone(from.id), zone(to.id)];
        }),
    ];
}

/** What becomes of each clause and of each exception. */
export function invariantsSaid({ assessment }: Pick<Context, 'assessment'>): unknown {
    return assessment.invariants.map(({ invariant, holds, clauses }) => [
        invariant.id,
        holds,
        clauses.map(({ holds: each, counterexample }) => [each, counterexample?.hops.map(({ to }) => to)]),
    ]);
}

/** What is said of the risk of each threat, by the matrix. */
export function risksSaid({ assessment: { risk } }: Pick<Context, 'assessment'>): unknown {
    return [
        risk.matrix,
        risk.threats.map(({ threat, today, residual, tolerable, path, mitigations }) => {
            const { id, likelihood, consequence, category, from, against } = threat;
            const ends = [...from, ...against].map(each => each.id);
            const lines = mitigations.map(({ mitigation, counts }) => [mitigation.by.map(each => each.id), counts]);
            return [id, likelihood, consequence, category, ends, today, residual, tolerable, path.exists, lines];
        }),
    ];
}

/** Asks a rule, and for the fixes of what it finds. */
function askRule(rule: Rule, context: Context): void {
    const steps = rule.check(context, ({ fixes }) => {
        if (typeof fixes === 'function') fixes();
    });
    for (const _step of steps ?? []);
}

/** All that is asked, by its name. */
const questionsAsked: readonly (readonly [name: string, ask: (context: Context) => unknown])[] = [
    ...rules.map(rule => [rule.id, (context: Context) => askRule(rule, context)] as const),
    [levelsName, askLevels],
    [reachName, reachSaid],
    [invariantsName, invariantsSaid],
    [risksName, risksSaid],
];

/**
 * Asks every rule of a model by itself, the levels and what else is compared, and notes what they read, on the way
 * through whatever they ask.
 * @param whole all that a text says, on whatever day
 * @param into gets it, beside what is there
 */
export function record(whole: Model, today: string, into: Reads): void {
    const model = onDay(whole, today);
    let own: Map<string, Set<string>> | null = null;
    const note: Note = (list, field) => {
        if (!own) return;
        const fields = own.get(list) ?? new Set<string>();
        own.set(list, fields);
        if (field !== null) fields.add(field);
    };
    for (const [name, ask] of questionsAsked) {
        own = null;
        // Nothing that another rule has found out of these elements is remembered for them.
        const seen = watched(model, note);
        const seenWhole = model === whole ? seen : watched(whole, note);
        const questions = watchedLookup(seen, note, seenWhole);
        const assessment = assess(questions, { today, matrix: defaultSettings.riskMatrix });
        own = into.get(name) ?? new Map<string, Set<string>>();
        into.set(name, own);
        ask({
            model: seen,
            // A list of its own: what the text says of another day may differ where the model of the day does not.
            get whole() {
                note('whole', null);
                return seenWhole;
            },
            lookup: questions,
            assessment,
            today,
            acceptances: [],
            findings: [],
            ages: defaultSettings.asFound,
        });
        own = null;
    }
}
