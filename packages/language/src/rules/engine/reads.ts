import type { Model } from '../../model/index.ts';
import { partsRead, reads, type Part, type Read } from './generated/reads.ts';
import type { Rule } from './rule.ts';

/**
 * What is said in a model that a rule may look at: which elements there are (`zones`), or what is said of them
 * (`zones.owner`); `whole` for anything that is said of another day.
 */
export type Fact = string;

/** The fields in which an element differs from what it was; none where it says the same. */
export type Differing = (before: object, after: object) => readonly string[];

type Elements = readonly (object & { readonly id?: string })[];

function* changesOf(list: string, before: Elements, after: Elements, differing: Differing): Generator<Fact> {
    if (before === after) return;
    if (before.length !== after.length || before.some((each, index) => each.id !== after[index]!.id)) {
        // Whoever looks at an element looks at the list of them too.
        yield list;
        return;
    }
    for (let index = 0; index < before.length; index++) {
        const [old, now] = [before[index]!, after[index]!];
        if (old === now) continue;
        for (const field of differing(old, now)) yield `${list}.${field}`;
    }
}

/** True where a sensor gives the name of a host: an asset is found by its title then. */
function namesHosts({ observations }: Model): boolean {
    return observations.some(({ conversations }) =>
        conversations.some(({ from, to }) => from.name !== null || to.name !== null),
    );
}

/**
 * The facts in which two states of a model differ. Another title of an asset is another answer to what was seen of
 * hosts by their names, and to nothing else that a comparison looks at.
 */
export function changedFacts(before: Model, after: Model, differing: Differing): ReadonlySet<Fact> {
    const found = new Set<Fact>();
    for (const key of Object.keys(after) as (keyof Model)[]) {
        const [old, now] = [before[key], after[key]];
        if (old === now) continue;
        if (key === 'system') {
            const systems = [old, now].map(each => (each ? [each as Model['system'] & object] : []));
            for (const fact of changesOf(key, systems[0]!, systems[1]!, differing)) found.add(fact);
        } else if (key === 'files') {
            if (before.files.join('\n') !== after.files.join('\n')) found.add(key);
        } else for (const fact of changesOf(key, old as Elements, now as Elements, differing)) found.add(fact);
    }
    if (found.has('assets.title') && namesHosts(after)) found.add('observations.conversations');
    return found;
}

/** What decides which answers are heard at all (`check`), whatever their rules look at. */
const ofAll: readonly Fact[] = ['conduits', 'conduits.between', 'conduits.origin', 'files'];

/**
 * True where a rule has to be asked again. A rule of which it is not known what it reads reads everything.
 * @param changed see {@link changedFacts}
 */
export function isConcerned({ id }: Pick<Rule, 'id'>, changed: ReadonlySet<Fact>): boolean {
    if (changed.size === 0) return false;
    const own = reads[id];
    return !own || ofAll.some(fact => changed.has(fact)) || isRead(own, changed);
}

function isRead(own: Read, changed: ReadonlySet<Fact>): boolean {
    for (const fact of changed) {
        const [list, field] = fact.split('.') as [string, string | undefined];
        const fields = own[list];
        if (fields !== undefined && (field === undefined || fields === '*' || fields.split(' ').includes(field)))
            return true;
    }
    return false;
}

/**
 * True where a part of what is compared may be another one, on the same day and by the same settings: the levels of
 * zones and conduits with the states of their requirements, who reaches whom, the verdicts on invariants, or the risks.
 * @param changed see {@link changedFacts}
 */
export function concerns(part: Part, changed: ReadonlySet<Fact>): boolean {
    return isRead(partsRead[part], changed);
}

/**
 * The rules that compare what is declared with what is configured and what was seen: all of them read addresses, and
 * what sensors say of these. Who reads addresses for the legs of a device, and rules for what they permit, compares
 * nothing.
 */
const comparing = Object.entries(reads)
    .filter(
        ([, { assets, observations }]) =>
            assets?.split(' ').includes('addresses') && observations?.split(' ').includes('conversations'),
    )
    .map(([id]) => id);

/**
 * True where those rules compare what they compared before, but for the addresses of assets and what is said of flows.
 * @param changed see {@link changedFacts}
 */
export function comparesNearlyAlike(changed: ReadonlySet<Fact>): boolean {
    const others = new Set([...changed].filter(fact => fact !== 'assets.addresses' && !/^flows\b/.test(fact)));
    return !comparing.some(id => isConcerned({ id }, others));
}
