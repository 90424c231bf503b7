import type { Asset, Edit, Fix, Lookup, Related } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import { isHeldApart, unjoined } from '../ask/bypasses.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import type { Pair } from '../ask/legs.ts';
import { freeName } from '../fix/moving.ts';
import { counted, listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

function lastName(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

/** A declaration of a conduit under a free name. */
function conduitText(
    lookup: Lookup,
    zones: readonly string[],
    name: string,
    device: string | null,
    taken: Set<string>,
): string {
    const free = freeName(name, each => taken.has(each) || lookup.said().element(each) !== undefined);
    taken.add(free);
    const head = `conduit ${free} between ${zones.join(' and ')}`;
    return device === null ? `${head} {}` : `${head} {\n  via ${device}\n}`;
}

/** So many conduits nobody means at once: between most pairs of zones of a central firewall nothing passes. */
const mostConduits = 6;

/** A device that enforces boundaries keeps its zones apart two by two; any other one joins all of them. */
function fixes(lookup: Lookup, asset: Asset, pairs: readonly Pair[]): readonly Fix[] {
    const enforces = canEnforce(lookup, asset);
    const zones = [...new Set(pairs.flat())];
    const groups = enforces || zones.length === 2 ? pairs : [zones];
    if (groups.length > mostConduits) return [];
    const taken = new Set<string>();
    const texts = groups.map(group => {
        const name = group.length === 2 ? `${lastName(group[0]!)}To${lastName(group[1]!)}` : `${asset.name}Link`;
        return conduitText(lookup, group, name, enforces ? asset.id : null, taken);
    });
    const title =
        groups.length === 1
            ? `Create a conduit between ${listed(groups[0]!)}`
            : `Create ${groups.length} conduits with ${asset.name}`;
    const edits = texts.map((text): Edit => ({ kind: 'append', file: asset.origin.file, text }));
    // That the device has legs in these zones is said already; that it keeps them apart is not.
    return [
        enforces
            ? { kind: 'claim', title: `${title}…`, fill: texts.map(() => asset.id), edits }
            : { kind: 'fix', title, edits },
    ];
}

/**
 * Where the interfaces are, and what no conduit joins: of one pair both zones, of several with a common zone that one
 * with the others, else the pairs by their names.
 */
function pairsText(pairs: readonly Pair[]): string {
    if (pairs.length === 1) return `${pairs[0]!.join(' and ')}, and no conduit joins these zones`;
    const common = pairs[0]!.find(zone => pairs.every(pair => pair.includes(zone)));
    if (common !== undefined) {
        const others = listed(pairs.map(([one, other]) => (one === common ? other : one)));
        return `${common} as well as in ${others}, and no conduit joins ${common} with them`;
    }
    const named = pairs.slice(0, 4).map(pair => pair.join(' and '));
    const more = pairs.length > named.length ? [counted(pairs.length - named.length, 'more pair')] : [];
    return `several zones, and no conduit joins ${[...named, ...more].join('; ')}`;
}

/** The zones that it joins; each leg is blamed where it is declared, in the block of the device. */
function legs(lookup: Lookup, asset: Asset, zones: ReadonlySet<string>): readonly Related[] {
    return [...zones].flatMap(id => {
        const zone = lookup.zone(id);
        if (!zone) return [];
        const leg = asset.serves.find(each => each.id === id);
        return [
            {
                message: 'One of these zones.',
                at: nameOf(zone.origin),
                ...(leg ? { blamed: { subject: asset.id, at: placeIn(asset.origin, leg.at) } } : {}),
            },
        ];
    });
}

export default {
    id: 'served-zones-without-conduit',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.1'],
    summary: 'A device has an interface in two zones that no conduit joins: an undocumented connection.',
    why:
        'A device in two networks connects them, whether intended or not. Attackers look for such devices first, ' +
        'and a segmentation that ignores them is not real. A firewall that enforces a conduit of each zone ' +
        'separates them; for it this is only information, because a single rule would connect the zones.',
    falsePositives: 'The networks are demonstrably separate inside the device. Say so in the acceptance.',
    check({ model, lookup }, report) {
        // A conduit of which an end is not known may be the one that joins them.
        if (model.conduits.some(({ id }) => lookup.isUnread(id, 'conduit') || lookup.isUnread(id, 'over'))) return;
        for (const asset of model.assets) {
            if (asset.serves.length === 0) continue;
            const found = unjoined(lookup, asset);
            const open = found.filter(pair => !isHeldApart(lookup, asset, pair));
            const pairs = open.length > 0 ? open : found;
            if (pairs.length === 0) continue;
            const names = pairsText(pairs);
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                severity: open.length > 0 ? 'error' : 'info',
                message:
                    open.length > 0
                        ? `${asset.id} has an interface in ${names}: an undocumented ` +
                          'connection. Declare the conduit, or remove the interface.'
                        : `${asset.id} has an interface in ${names}: only ` +
                          'its rules separate them. Declare a conduit if something passes.',
                fixes: fixes(lookup, asset, pairs),
                related: legs(lookup, asset, new Set(pairs.flat())),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Switch1 : core-switch { serves Office }
        ^^^^^^^
}
zone Office { kind enterprise }
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Switch1 : core-switch { serves Office }
}
zone Office { kind enterprise }

conduit ControlToOffice between Control and Office {}
`,
        },
        {
            title: 'A switch joins all of its zones in one conduit',
            before: `system Plant
zone Control {
  SL-T 2
  asset Switch1 : core-switch { serves Field, Packaging }
        ^^^^^^^
}
zone Field { SL-T 2 }
zone Packaging { SL-T 2 }
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Switch1 : core-switch { serves Field, Packaging }
}
zone Field { SL-T 2 }
zone Packaging { SL-T 2 }

conduit Switch1Link between Control and Field and Packaging {}
`,
        },
        {
            title: 'A firewall separates its zones pairwise',
            before: `system Plant
zone Control {
  SL-T 2
  asset Fw1 : firewall { serves Field, Packaging }
        ^^^
}
zone Field { SL-T 2 }
zone Packaging { SL-T 2 }
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Fw1 : firewall { serves Field, Packaging }
}
zone Field { SL-T 2 }
zone Packaging { SL-T 2 }

conduit ControlToField between Control and Field {
  via Control.Fw1
}

conduit ControlToPackaging between Control and Packaging {
  via Control.Fw1
}

conduit FieldToPackaging between Field and Packaging {
  via Control.Fw1
}
`,
        },
        {
            title: 'The conduit is declared',
            before: `system Plant
zone Control { SL-T 2 }
zone Office { kind enterprise }
conduit ControlOffice between Control and Office {
  via Fw1
  asset Fw1 : firewall { serves Control, Office }
}
`,
        },
    ],
} satisfies Rule;
