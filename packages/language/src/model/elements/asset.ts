import type { LevelStatement } from '../level.ts';
import type { Facts } from '../tell.ts';
import { level, mention, mentions, text, untold, word, words } from '../tell.ts';
import type { AssetTrait, Criticality } from '../words.ts';
import type { Address, Mention, Subject } from './common.ts';
import { addresses, subjectFacts } from './common.ts';

export interface Asset extends Subject {
    readonly kind: 'asset';
    /** The id of the zone or conduit whose block it stands in. */
    readonly container: string;
    readonly type: Mention | null;
    readonly addresses: readonly Address[];
    readonly vendor: string | null;
    readonly product: string | null;
    readonly version: string | null;
    readonly criticality: Criticality | null;
    readonly traits: readonly AssetTrait[];
    readonly serves: readonly Mention[];
    readonly needs: readonly Mention[];
    readonly slC: LevelStatement | null;
}

export const assetFacts = {
    ...subjectFacts,
    kind: untold('what it is'),
    container: untold('where it is: another one is a move'),
    type: mention('type', 'type', 1.5),
    addresses: addresses('address', 4),
    vendor: text('vendor'),
    product: text('product'),
    version: text('version'),
    criticality: word('criticality'),
    traits: words('is'),
    serves: mentions('serves', 'element'),
    needs: mentions('needs', 'element'),
    slC: level('SL-C'),
} satisfies Facts<Asset>;
