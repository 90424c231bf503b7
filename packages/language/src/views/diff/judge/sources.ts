import type { Advisory, Conduit, Model, Observation, Ruleset } from '../../../model/index.ts';
import { productText } from '../../../model/index.ts';
import { isObserved } from '../../../reconcile/index.ts';
import { reads } from '../../../rules/engine/generated/reads.ts';
import type { Compared } from './reason.ts';
import { goesOn, leftOutOf, saysLessTime } from './same-observation.ts';

/** What is read from devices, sensors and publishers. */
type Source = 'rulesets' | 'observations' | 'advisories';

/** Of each product what an advisory says. */
function statesOf({ statements }: Advisory): ReadonlyMap<string, ReadonlySet<string>> {
    const pairs = statements.flatMap(({ state, products }) => products.map(({ text }) => [text, state] as const));
    return new Map(
        [...Map.groupBy(pairs, ([text]) => text)].map(([text, all]) => [text, new Set(all.map(([, s]) => s))]),
    );
}

/** True for a later edition of an advisory: its publisher may say otherwise in it. */
function isLaterEdition(old: Advisory, now: Advisory): boolean {
    const [was, is] = [old.dated?.date ?? '', now.dated?.date ?? ''];
    return is > was || (is === was && now.revision !== old.revision);
}

/** Of each product which versions and vulnerabilities an advisory speaks of, in words. */
function scopesOf({ statements }: Advisory): ReadonlyMap<string, ReadonlySet<string>> {
    const pairs = statements.flatMap(each =>
        each.products.map(({ text }) => [text, `${each.state} ${productText({ ...each, remediations: [] })}`] as const),
    );
    return new Map(
        [...Map.groupBy(pairs, ([text]) => text)].map(([text, all]) => [text, new Set(all.map(([, said]) => said))]),
    );
}

/** True where one edition of an advisory says otherwise of a product, or of how grave something is, than it did. */
function isRewritten(old: Advisory, now: Advisory): boolean {
    if (isLaterEdition(old, now)) return false;
    const scores = ({ vulnerabilities }: Advisory): ReadonlySet<string> =>
        new Set(vulnerabilities.map(each => JSON.stringify([each.cve, each.scores])));
    const [scored, said] = [scores(now), scopesOf(now)];
    return (
        [...scores(old)].some(each => !scored.has(each)) ||
        [...scopesOf(old)].some(([product, was]) => [...was].some(each => !said.get(product)?.has(each)))
    );
}

/**
 * True where an advisory says less of a product than before, and nothing else, or knows of less, or says otherwise
 * without being a later edition.
 */
function forgetsProducts(old: Advisory, now: Advisory | undefined): boolean {
    if (!now || isRewritten(old, now)) return true;
    const known = new Set(now.vulnerabilities.map(({ cve }) => cve));
    if (old.vulnerabilities.some(({ cve }) => !known.has(cve))) return true;
    const said = statesOf(now);
    return [...statesOf(old)].some(([product, was]) => {
        const is: ReadonlySet<string> = said.get(product) ?? new Set();
        return [...was].some(state => !is.has(state)) && [...is].every(state => was.has(state));
    });
}

/** True for a conduit at whose boundary the rules of a device are known. */
function isRead({ rulesets }: Model, { via }: Conduit): boolean {
    const devices = new Set(via.map(({ id }) => id));
    return rulesets.some(ruleset => ruleset.devices.some(({ id }) => devices.has(id)));
}

/** The zones of an observation, under their names in HEAD, that nothing sees any more up to its last day. */
export function blindZones(
    { sees, until }: Observation,
    { pairing, after }: Pick<Compared, 'pairing' | 'after'>,
): readonly string[] {
    const zones = sees.map(({ id }) => pairing.elements.get(id)).filter(id => id !== undefined);
    const last = until?.date ?? '';
    const newer = after.model.observations.filter(
        other => (other.until?.date ?? '9999') >= last && (other.since?.date ?? '') >= last,
    );
    const seen = new Set(newer.flatMap(other => other.sees.map(({ id }) => id)));
    return zones.filter(zone => !isObserved(after.lookup, zone, seen));
}

function withdrawnSources(compared: Compared): ReadonlySet<Source> {
    const { before, after, pairing } = compared;
    const found = new Set<Source>();
    const covered = new Set(after.model.rulesets.flatMap(({ devices }) => devices.map(({ id }) => id)));
    const isUnread = ({ id }: { readonly id: string }): boolean => {
        const device = pairing.elements.get(id);
        return device !== undefined && !covered.has(device);
    };
    const isOpened = (old: Conduit): boolean => {
        const now = after.lookup.conduit(pairing.elements.get(old.id) ?? '');
        return now !== undefined && isRead(before.model, old) && !isRead(after.model, now);
    };
    const rulesets = new Map(after.model.rulesets.map(each => [each.id, each]));
    const losesDevice = ({ id, devices }: Ruleset): boolean => {
        const now = rulesets.get(pairing.rulesets.get(id) ?? '');
        return now !== undefined && now.devices.length === 0 && devices.length > 0;
    };
    const isLess = (ruleset: Ruleset): boolean => ruleset.devices.some(isUnread) || losesDevice(ruleset);
    if (before.model.rulesets.some(isLess) || before.model.conduits.some(isOpened)) found.add('rulesets');
    const isWithdrawn = (old: Observation): boolean => {
        const now = goesOn(old, compared);
        if (!now) return blindZones(old, compared).length > 0;
        return saysLessTime(old, now) || leftOutOf(old, now).length > 0;
    };
    if (before.model.observations.some(isWithdrawn)) found.add('observations');
    const advisories = new Map(after.model.advisories.map(each => [each.id, each]));
    if (before.model.advisories.some(old => forgetsProducts(old, advisories.get(pairing.advisories.get(old.id) ?? ''))))
        found.add('advisories');
    return found;
}

/**
 * Answers for a rule whether something was taken away that it judges by: a firewall of which no rules are known any
 * more, or that is at no boundary, traffic that was seen, an advisory or a product in it. What falls silent then is
 * not mended.
 */
export function judgedByWithdrawn(compared: Compared): (rule: string) => boolean {
    const withdrawn = withdrawnSources(compared);
    return rule => [...withdrawn].some(list => reads[rule]?.[list] !== undefined);
}
