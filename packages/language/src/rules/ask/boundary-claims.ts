import { requirements } from '../../catalogue/index.ts';
import type { Asset, Conduit, Lookup, Related, Zone } from '../../model/index.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import { carriesSignalsOnly } from './engineering.ts';
import { joiningPlants, roundOf, undeclaredJoints } from './bypasses.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import { needsOutside } from './needs.ts';
import { openRuleOf } from './open-rules.ts';

type Subject = Zone | Conduit | Asset;

/** What the model shows against a claim. */
export interface Against {
    /** The requirements that it speaks of, by their places in the catalogue. */
    readonly refuted: readonly number[];
    /** A clause: `Link has no device that enforces the boundary`. */
    readonly text: string;
    readonly related: readonly Related[];
}

/** The id of a requirement by its place in the catalogue. */
export const idOf = (index: number): string => requirements[index]!.id;

/** `SR 2.8`, or of a whole FR what it is about: `SR 2.8 and SR 2.9`. */
export function named(indexes: readonly number[]): string {
    return listed(indexes.map(idOf));
}

/** Requirements by their places in the catalogue. */
const placesOf = (wanted: (id: string) => boolean): ReadonlySet<number> =>
    new Set(requirements.filter(({ id }) => wanted(id)).map(({ index }) => index));

/** Those of the boundary of a zone. */
export const ofBoundary = placesOf(id => id.startsWith('SR 5.2'));
/** That of a zone which goes on alone. */
const ofIsland = placesOf(id => id === 'SR 5.2 RE 2');
/** Those of networks that are physically apart. */
const ofSegments = placesOf(id => id === 'SR 5.1 RE 1' || id === 'SR 5.1 RE 3');

/** True for a device of a known type that cannot enforce a boundary. */
function letsPass(lookup: Lookup, device: Asset | undefined): boolean {
    return device !== undefined && device.type !== null && !canEnforce(lookup, device);
}

/** True for a conduit that names a device which is not known, or of which a day leaves open whether it is there. */
function mayBeGuarded(lookup: Lookup, { id }: Conduit): boolean {
    return lookup.isUnread(id, 'via') || lookup.assetsIn(id).some(asset => asset.lifetimeUnread);
}

/** The conduits of a claim about a boundary: the conduit itself, or those that name the zone. */
const conduitsAt = (lookup: Lookup, { kind, id }: Subject): readonly Conduit[] =>
    kind === 'conduit' ? [lookup.conduit(id)!] : lookup.conduitsOf(id);

/**
 * A boundary that is said to be protected, and a conduit of it that has no device which could, or the device itself
 * which cannot.
 */
export function againstBoundary(
    lookup: Lookup,
    subject: Subject,
    decided: readonly number[],
    conduits = conduitsAt(lookup, subject),
): Against | null {
    const boundary = decided.filter(index => ofBoundary.has(index));
    if (boundary.length === 0) return null;
    // What no device of a known type can enforce is open as well.
    const isOpen = ({ via }: Conduit): boolean => via.every(({ id }) => letsPass(lookup, lookup.asset(id)));
    const of =
        subject.kind === 'asset'
            ? letsPass(lookup, subject)
                ? lookup.boundariesOf(subject.id)
                : []
            : conduits.filter(isOpen);
    const open = of.filter(conduit => !carriesSignalsOnly(lookup, conduit) && !mayBeGuarded(lookup, conduit));
    if (open.length === 0) return null;
    const names = listed(open.map(({ name }) => name));
    return subject.kind === 'asset'
        ? {
              refuted: boundary,
              text: `cannot filter what passes in ${names}`,
              related: related('It is named as the boundary device here.', open),
          }
        : {
              refuted: boundary,
              text: `${names} ${open.length === 1 ? 'has' : 'have'} no device that enforces the boundary`,
              related: related('It has no such device.', open),
          };
}

/** A device that filters nothing and joins a zone with another one, where no conduit does. */
function againstUndeclared(lookup: Lookup, subject: Zone | Conduit, boundary: readonly number[]): Against | null {
    const found = lookup
        .once(undeclaredJoints)
        .filter(({ pair: [one, other] }) => lookup.within(one, subject.id) !== lookup.within(other, subject.id));
    const [first] = found;
    if (subject.kind !== 'zone' || !first) return null;
    return {
        refuted: boundary,
        text: `${first.asset.id} joins ${listed(first.pair)}, and no conduit does`,
        related: related('It has an interface on both sides.', [first.asset]),
    };
}

/** A boundary that is said to be protected, and a machine or device with a leg on both sides of it. */
export function againstBypasses(lookup: Lookup, subject: Subject, decided: readonly number[]): Against | null {
    const boundary = decided.filter(index => ofBoundary.has(index));
    if (boundary.length === 0 || subject.kind === 'asset') return null;
    const conduits = conduitsAt(lookup, subject);
    const round = lookup.once(roundOf);
    const found = conduits.filter(({ id }) => round.has(id));
    const assets = [...new Set(found.flatMap(({ id }) => round.get(id)!))];
    if (assets.length === 0) return againstUndeclared(lookup, subject, boundary);
    return {
        refuted: boundary,
        text:
            `${listed(assets.map(({ id }) => id))} ${assets.length === 1 ? 'goes' : 'go'} round ` +
            listed(found.map(({ name }) => name)),
        related: related('It has an interface on both sides.', assets),
    };
}

/**
 * Networks that are said to be physically apart, and a device that both go through and that enforces nothing between
 * them: a switch of which settings keep them apart, or a machine that holds servers of both.
 */
function againstOnePlatform(lookup: Lookup, subject: Subject, decided: readonly number[]): Against | null {
    const apart = decided.filter(index => ofSegments.has(index));
    if (subject.kind !== 'zone' || apart.length === 0) return null;
    const shared = lookup.once(joiningPlants);
    const found = shared.filter(({ pair }) => pair.some(zone => lookup.within(zone, subject.id)));
    const [first] = found;
    if (!first) return null;
    const assets = [...new Set(found.map(({ asset }) => asset))];
    return {
        refuted: apart,
        text:
            `${listed(assets.map(({ id }) => id))} ${assets.length === 1 ? 'has' : 'have'} an interface in both ` +
            listed(first.pair),
        related: related('It has an interface on both sides.', assets),
    };
}

/** A boundary that is said to be protected, and a firewall of it with a rule that permits everything. */
export function againstRules(
    lookup: Lookup,
    subject: Subject,
    decided: readonly number[],
    conduits = conduitsAt(lookup, subject),
): Against | null {
    const boundary = decided.filter(index => ofBoundary.has(index) && !ofIsland.has(index));
    if (boundary.length === 0 || lookup.model.rulesets.length === 0) return null;
    const devices =
        subject.kind === 'asset' ? [subject.id] : conduits.flatMap(({ via }) => via.map(device => device.id));
    for (const device of new Set(devices)) {
        const rule = openRuleOf(lookup, device);
        if (rule)
            return {
                refuted: boundary,
                text: `a rule of ${device} permits everything`,
                related: related('This rule.', [rule]),
            };
    }
    return null;
}

/** An island that is said to be possible, and an essential asset in it that stops when the boundary is closed. */
function againstNeeds(lookup: Lookup, subject: Subject, decided: readonly number[]): Against | null {
    const island = decided.filter(index => ofIsland.has(index));
    if (subject.kind !== 'zone' || island.length === 0) return null;
    const [need] = lookup
        .assetsWithin(subject.id)
        .filter(asset => asset.traits.includes('essential'))
        .flatMap(asset => needsOutside(lookup, asset, new Set()));
    if (!need) return null;
    const { essential, service, others } = need;
    const services = [service, ...others].map(({ id }) => id).join(' or ');
    return {
        refuted: island,
        text: `${essential.id} stops without ${services}, which ${others.length === 0 ? 'is' : 'are'} outside`,
        related: [
            ...related('It is essential, and needs it.', [essential]),
            ...related('The service outside.', [service]),
        ],
    };
}

/**
 * What is shown against claims of a boundary, in the order in which it is told, and the requirements that each is
 * about.
 */
export const boundaryClaims: readonly {
    readonly of: ReadonlySet<number>;
    readonly against: (lookup: Lookup, subject: Subject, decided: readonly number[]) => Against | null;
}[] = [
    { of: ofBoundary, against: againstBoundary },
    { of: ofBoundary, against: againstRules },
    { of: ofIsland, against: againstNeeds },
    { of: ofSegments, against: againstOnePlatform },
];
