import { fittingConduits } from '../../assessment/index.ts';
import type { Ranges, Service } from '../../filter/index.ts';
import { namesInterface, pointsOf, readAddressList, sizeOf } from '../../filter/index.ts';
import type { Access, Asset, Conduit, FirewallRule, Fix, Flow, Lookup, Mention, Zone } from '../../model/index.ts';
import { placeholder, placeIn, wholeOf, withAnd, writeString } from '../../model/index.ts';
import type { RuleReading } from '../../reconcile/index.ts';
import { Places } from '../../reconcile/index.ts';
import { freeName } from './moving.ts';
import { flowText, proposing } from './proposal.ts';
import { qualifiedFor } from './scope.ts';

const none: readonly never[] = [];

const places = (lookup: Lookup): Places => new Places(lookup);

/** By the addresses of one side of a rule, which many rules have in common: what {@link endsOf} says of them. */
const knownEnds = (): Map<string, readonly string[] | null> => new Map();

/** So many flows at most are proposed for one rule: what permits more names a zone, or is for people to take apart. */
const mostFlows = 4;

/** True for a network or a range, not for the address of one host. */
function isWide(text: string): boolean {
    const set = readAddressList([text]);
    return set !== null && sizeOf(set) > 1;
}

/**
 * The assets that have these addresses and no others, or the innermost zone with all of them; `null` for neither, and
 * for a few single addresses of which one is of no asset.
 */
function endsOf(lookup: Lookup, set: Ranges, isNetwork: boolean): readonly string[] | null {
    const known = lookup.once(places);
    if (sizeOf(set) <= mostFlows) {
        const hosts = pointsOf(set).map(point => {
            const [one, ...others] = known.book.where(point);
            return one?.kind === 'asset' && others.length === 0 ? one.leg.asset.id : null;
        });
        if (hosts.every(host => host !== null)) return [...new Set(hosts)];
        // Who has single addresses is asked: the zone is wider than they are.
        if (!isNetwork) return null;
    }
    const inner = known.innermost(set);
    return inner ? [inner.id] : null;
}

function conduitFor(lookup: Lookup, { ruleset }: RuleReading, from: string, to: string): Conduit | undefined {
    const isDevice = ({ id }: Mention): boolean => ruleset.devices.some(device => device.id === id);
    return fittingConduits(lookup, from, to).find(conduit => conduit.via.some(isDevice));
}

interface Ends {
    readonly from: readonly string[];
    readonly to: readonly string[];
}

function endsOfRule(lookup: Lookup, { from, to }: FirewallRule): Ends | null {
    const known = lookup.once(knownEnds);
    const endsAt = (side: FirewallRule['from']): readonly string[] | null => {
        const texts = side.map(each => each.text);
        const key = texts.join();
        let ends = known.get(key);
        if (ends === undefined) {
            const set = readAddressList(texts);
            ends = set ? endsOf(lookup, set, texts.some(isWide)) : null;
            known.set(key, ends);
        }
        return ends;
    };
    const source = endsAt(from);
    const target = source && endsAt(to);
    return source && target && source.length * target.length <= mostFlows ? { from: source, to: target } : null;
}

/** The flows that a rule would need, as proposals in their conduits; none where its ends are not of the model. */
export function proposedFor(lookup: Lookup, reading: RuleReading): readonly Fix[] {
    const { rule } = reading;
    const ends = endsOfRule(lookup, rule);
    if (!ends) return none;
    const because = rule.label === null ? 'permitted by a rule' : `permitted by rule ${rule.label}`;
    const flows: { readonly conduit: Conduit; readonly text: string }[] = [];
    for (const from of ends.from) {
        for (const to of ends.to) {
            const conduit = conduitFor(lookup, reading, from, to);
            const text = conduit ? flowText(lookup, { from, arrow: '->', to }, rule.services, because) : null;
            if (!conduit || text === null) return none;
            flows.push({ conduit, text });
        }
    }
    return proposing(flows, because);
}

/** Writes a flow as the rule has it that differs from it in one thing: what is right is for people to say. */
export function asTheRule(lookup: Lookup, { rule, differsFrom, differsIn }: RuleReading): readonly Fix[] {
    if (!differsFrom || !differsIn) return [];
    const title = (what: string): string => `Change the flow to the rule: ${what}`;
    if (differsIn === 'service') {
        const texts = portTexts(rule.services);
        if (texts === null || differsFrom.ports.length > 0) return [];
        return [
            {
                kind: 'fix',
                title: title(texts.join(', ')),
                edits: [{ kind: 'add', into: differsFrom.origin, text: texts.join('\n'), where: 'first' }],
            },
        ];
    }
    const [end, ...others] = endsOfRule(lookup, rule)?.[differsIn] ?? [];
    if (end === undefined || others.length > 0) return [];
    return [
        {
            kind: 'fix',
            title: title(`${differsIn} ${end}`),
            edits: [{ kind: 'replace', at: placeIn(differsFrom.origin, differsFrom[differsIn].at), text: end }],
        },
    ];
}

function portTexts(services: readonly Service[]): readonly string[] | null {
    if (services.some(({ transport, ranges }) => !['tcp', 'udp', 'sctp'].includes(transport) || ranges.length === 0))
        return null;
    return services.map(
        ({ transport, ranges }) =>
            `port ${transport} ${ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')}`,
    );
}

/** Takes a flow away; never made for many at once. */
export function withoutFlow(flow: Flow): Fix {
    return { kind: 'fix', title: 'Remove the flow', edits: [{ kind: 'remove', at: wholeOf(flow.origin) }] };
}

/** Declares the access that was seen, with a place for who needs it: that it happens allows nothing. */
export function withAccess(flow: Flow, access: Access): readonly Fix[] {
    if (flow.accessAt === null || flow.approvedBy !== null) return [];
    const who = placeholder(`who decided that it may ${access}`);
    return [
        {
            kind: 'claim',
            fill: [who],
            title: `Declare that it may ${access}…`,
            edits: [
                {
                    kind: 'replace',
                    at: placeIn(flow.origin, flow.accessAt),
                    text: `${access} approved by ${writeString(who)}`,
                },
            ],
        },
    ];
}

/**
 * Gives a flow that goes round the device of its conduit a conduit of its own, for the path that was found: what is on
 * it, and where that is shown, is to be filled in.
 */
export function onItsOwnPath(lookup: Lookup, flow: Flow, devices: string): readonly Fix[] {
    const conduit = lookup.conduit(flow.container ?? '');
    if (!conduit) return [];
    const zones = conduit.between.map(end => end.id);
    const name = freeName(`${conduit.name}Past`, each => lookup.said().element(each) !== undefined);
    const shown = placeholder(`where the path past ${devices} is shown`);
    return [
        {
            kind: 'claim',
            fill: [shown],
            title: `Give it a conduit of its own, for the path past ${devices}…`,
            edits: [
                {
                    kind: 'enclose',
                    statements: [wholeOf(flow.origin)],
                    head: `conduit ${name} between ${zones.join(' and ')}`,
                    facts: [`evidence ${writeString(shown)}`],
                    after: conduit.origin,
                },
                ...qualifiedFor(lookup, flow, { around: [name], connected: zones }),
            ],
        },
    ];
}

/** Says that a proposed flow is decided, and leaves a place for who did. */
export function decided(flow: Flow): readonly Fix[] {
    const { proposed, approvedBy } = flow;
    if (!proposed) return [];
    const who = placeholder('who decided it');
    const claim: Fix = {
        kind: 'claim',
        fill: [who],
        title: 'Declare the flow as decided…',
        edits: [{ kind: 'replace', at: wholeOf(proposed.origin), text: `approved by ${writeString(who)}` }],
    };
    return [...(approvedBy === null ? [claim] : []), withoutFlow(flow)];
}

/** What a host is until somebody has looked: it has a network interface, and no more is known. */
const unknownType = 'host-device';

/** Declares a host that was seen, with a place for what it is. */
export function hostFix(lookup: Lookup, zone: Zone, address: string): Fix {
    const name = freeName('Unknown', each => lookup.said().element(`${zone.id}.${each}`) !== undefined);
    const asked = placeholder(`what ${address} is`);
    return {
        kind: 'claim',
        // Which type it is nobody knows yet: an editor goes there next.
        fill: [asked, unknownType],
        title: `Declare ${address} as an asset of ${zone.name}…`,
        edits: [
            {
                kind: 'add',
                into: zone.origin,
                text: `asset ${name} ${writeString(asked)} : ${unknownType} {\n  address ${address}\n}`,
                where: 'last',
            },
        ],
    };
}

interface Unfaced {
    readonly device: Asset;
    /** The interfaces, each with the zones that it may face. */
    readonly choices: readonly { readonly name: string; readonly zones: readonly string[] }[];
}

/**
 * The interfaces of a rule of which is to say which zone a device faces by them: of one that has no zone yet each is a
 * choice, and of one that has some, the zone of an address of the rule that lies beyond another firewall.
 */
function unfacedBy(lookup: Lookup, { ruleset, rule }: Pick<RuleReading, 'ruleset' | 'rule'>): Unfaced | null {
    const device = ruleset.devices.map(({ id }) => lookup.asset(id)).find(asset => asset !== undefined);
    if (!device || rule.when !== null) return null;
    const isKnown = (name: string): boolean => device.faces.some(each => namesInterface(name, each.interface));
    const faced = device.faces.map(each => each.zone.id);
    const zones = lookup
        .once(places)
        .book.zonesOf(device)
        .slice(0, 6)
        .map(zone => zone.id);
    const sides = [
        [rule.enters, rule.from],
        [rule.leaves, rule.to],
    ] as const;
    const choices = sides.flatMap(([some, addresses]) => {
        const names = some?.names ?? [];
        const unsaid = names.filter(name => !isKnown(name)).slice(0, 2);
        if (unsaid.length > 0 || names.length !== 1) return unsaid.map(name => ({ name, zones }));
        const set = readAddressList(addresses.map(each => each.text));
        const zone = set && lookup.once(places).innermost(set);
        const isFaced = !zone || faced.some(id => lookup.within(zone.id, id));
        return isFaced ? [] : [{ name: names[0]!, zones: [zone.id] }];
    });
    return { device, choices };
}

/** Says which zone a device faces by the interfaces of a rule. */
export function facesFixes(lookup: Lookup, reading: Pick<RuleReading, 'ruleset' | 'rule'>): readonly Fix[] {
    const unfaced = unfacedBy(lookup, reading);
    if (!unfaced) return [];
    const { device, choices } = unfaced;
    return choices.flatMap(({ name, zones: some }) =>
        some.map((zone): Fix => ({
            kind: 'claim',
            fill: [zone],
            title: `State that ${device.name} faces ${zone} by ${name}…`,
            edits: [{ kind: 'add', into: device.origin, text: `faces ${zone} by ${writeString(name)}`, where: 'last' }],
        })),
    );
}

/** What is to be written so that a rule with interfaces can be evaluated, as a sentence; empty where nothing is. */
export function facesToWrite(lookup: Lookup, reading: Pick<RuleReading, 'ruleset' | 'rule'>): string {
    const unfaced = unfacedBy(lookup, reading);
    const names = [...new Set(unfaced?.choices.map(({ name }) => name))];
    if (!unfaced || names.length === 0) return '';
    return ` Write ${withAnd(names.map(name => `\`faces … by ${writeString(name)}\``))} into ${unfaced.device.name}.`;
}
