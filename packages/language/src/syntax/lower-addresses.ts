import type { Facing, Mac, Translation } from '../model/index.ts';
import { readMac } from '../model/index.ts';
import { flat } from './flat.ts';
import type { Block } from './block.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './resolve.ts';
import { readString, spanOf } from './values.ts';

/** What an asset says of its MAC addresses; without quotes they are understood and reported. */
export function lowerMacs(lowering: Lowering, block: Block, id: string): readonly Mac[] {
    return flat(block.of('MacFact'), fact =>
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
    return flat(block.of('FacesFact'), (fact): readonly Facing[] => {
        if (!fact.zone || !fact.interface) return [];
        const zone = lowering.element(fact.zone, scope, ['zone'], id);
        return zone
            ? [{ zone, interface: readString(fact.interface.text), origin: lowering.origin(fact, fact.zone) }]
            : [];
    });
}

export function lowerTranslations(lowering: Lowering, block: Block): readonly Translation[] {
    return flat(block.of('TranslatesFact'), (fact): readonly Translation[] => {
        const [from, to] = [block.address(fact.from?.value), block.address(fact.to?.value)];
        return from && to ? [{ from, to, origin: lowering.origin(fact, fact.from!) }] : [];
    });
}
