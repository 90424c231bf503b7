import type { Address, AssetAddress, Facing, Mac, Translation } from '../model/index.ts';
import { readMac } from '../model/index.ts';
import { flat } from './flat.ts';
import type { Block } from './block.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './resolve.ts';
import type { Leaf } from './tree.ts';
import { listOfRange } from './slips.ts';
import { addressFault, readString, spanOf } from './values.ts';

const none: readonly never[] = [];

/**
 * An address or a prefix as it is written; one that cannot be is reported.
 * @param inList true where several may be written, with commas between them
 */
export function lowerAddress(
    lowering: Lowering,
    value: Leaf | undefined,
    subject: string | null,
    inList = false,
): Address | null {
    if (!value) return null;
    if (value.text.startsWith('"')) return { text: readString(value.text), at: spanOf(value) };
    const fault = addressFault(value.text);
    if (!fault) return { text: value.text, at: spanOf(value) };
    // Behind `10.0` of a half-typed address the parser stumbles over a point: that is the same mistake.
    lowering.explained.push(value.end);
    const list = inList ? listOfRange(value.text) : null;
    const fixes = list === null ? undefined : [lowering.replacement(`Write ${list}`, value, list)];
    lowering.problem('invalid-value', value, fault, subject, fixes);
    return null;
}

/** The addresses of an asset, each with the zone that it says it lies in. */
export function lowerLegs(lowering: Lowering, block: Block, scope: Scope): readonly AssetAddress[] {
    const facts = block.of('AddressFact', 'address');
    if (facts.length === 0) return none;
    return flat(facts, ({ values = [], start, end }) =>
        values.flatMap(({ value, zone }) => {
            const address = lowerAddress(lowering, value, block.subject, true);
            if (!address) return [];
            return [
                {
                    ...address,
                    zone: zone ? lowering.element(zone, scope, ['zone'], block.subject) : null,
                    statementAt: values.length === 1 ? { start, end } : null,
                },
            ];
        }),
    );
}

/** The networks of a zone. */
export function lowerNetworks(lowering: Lowering, block: Block): readonly Address[] {
    const facts = block.of('NetworkFact', 'network');
    return facts.length === 0
        ? none
        : flat(facts, fact =>
              (fact.values ?? []).flatMap(({ value }) => lowerAddress(lowering, value, block.subject) ?? []),
          );
}

/** What an asset says of its MAC addresses; without quotes they are understood and reported. */
export function lowerMacs(lowering: Lowering, block: Block, id: string): readonly Mac[] {
    const facts = block.of('MacFact');
    if (facts.length === 0) return none;
    return flat(facts, fact =>
        (fact.values ?? []).flatMap(({ value }): readonly Mac[] => {
            if (!value) return [];
            const isText = value.text.startsWith('"');
            const written = isText ? readString(value.text) : value.text;
            const text = readMac(written);
            if (text === null)
                lowering.problem(
                    'invalid-value',
                    value,
                    `${written} is not a MAC address: write six pairs of digits, as in "00:1b:1b:00:00:01".`,
                    id,
                );
            else if (!isText)
                lowering.problem('syntax', value, 'Write a MAC address in double quotes.', id, [
                    lowering.replacement('Put it in quotes', value, `"${written}"`),
                ]);
            return text === null ? [] : [{ text, at: spanOf(value) }];
        }),
    );
}

export function lowerFacings(lowering: Lowering, block: Block, scope: Scope, id: string): readonly Facing[] {
    const facts = block.of('FacesFact');
    if (facts.length === 0) return none;
    return flat(facts, (fact): readonly Facing[] => {
        if (!fact.zone || !fact.interface) return [];
        const zone = lowering.element(fact.zone, scope, ['zone'], id);
        return zone
            ? [{ zone, interface: readString(fact.interface.text), origin: lowering.origin(fact, fact.zone) }]
            : [];
    });
}

export function lowerTranslations(lowering: Lowering, block: Block): readonly Translation[] {
    const facts = block.of('TranslatesFact');
    if (facts.length === 0) return none;
    return flat(facts, (fact): readonly Translation[] => {
        const [from, to] = [
            lowerAddress(lowering, fact.from?.value, block.subject),
            lowerAddress(lowering, fact.to?.value, block.subject),
        ];
        return from && to ? [{ from, to, origin: lowering.origin(fact, fact.from!) }] : [];
    });
}
