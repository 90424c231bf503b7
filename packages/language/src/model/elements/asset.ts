import type { LevelStatement } from '../level.ts';
import type { Facts } from '../facts.ts';
import { day, level, mention, mentions, one, text, notAFact, word, words } from '../facts.ts';
import type { AssetTrait, Criticality } from '../words.ts';
import type { AdvisoryName } from './advisory.ts';
import { advisoryNames } from './advisory.ts';
import type { Operated } from './party.ts';
import { operatedFacts } from './party.ts';
import type { Lifetime, Patch, Patched, Window } from './time.ts';
import { lifetimeFacts, patched, patches, windows } from './time.ts';
import type { Alternatives, Dependency, Without } from './dependency.ts';
import { alternatives, dependencies, withouts } from './dependency.ts';
import type { AssetAddress, Facing, Mac, Translation } from './addresses.ts';
import type { DateFact, Mention, Subject } from './common.ts';
import { addressText, assetAddresses, facings, macs, translations } from './addresses.ts';
import { subjectFacts } from './common.ts';

/** Hardware or software in a zone or conduit. */
export interface Asset extends Subject, Lifetime, Operated {
    readonly kind: 'asset';
    /** The id of the zone or conduit whose block it is in. */
    readonly container: string;
    readonly type: Mention | null;
    readonly addresses: readonly AssetAddress[];
    /** True where it says that its address is not fixed. */
    readonly dhcp: boolean;
    readonly macs: readonly Mac[];
    readonly faces: readonly Facing[];
    readonly translates: readonly Translation[];
    readonly vendor: string | null;
    readonly product: string | null;
    readonly version: string | null;
    readonly criticality: Criticality | null;
    readonly traits: readonly AssetTrait[];
    readonly serves: readonly Mention[];
    /** What it stops without, each by itself. */
    readonly needs: readonly Dependency[];
    /** Groups of which one is enough. */
    readonly needsOneOf: readonly Alternatives[];
    readonly worksWithout: readonly Without[];
    readonly windows: readonly Window[];
    readonly patchedTo: Patched | null;
    readonly patches: readonly Patch[];
    /** The last day of support. */
    readonly supportedUntil: DateFact | null;
    /** What advisories call it, beside the names of its type. */
    readonly advisoryNames: readonly AdvisoryName[];
    readonly slC: LevelStatement | null;
}

/** The addresses of an asset for people: `10.20.5.10`, `10.1.0.1 in Control`, `dhcp`. */
export function addressTexts({ addresses, dhcp }: Asset): readonly string[] {
    return [...addresses.map(address => addressText(address)), ...(dhcp ? ['dhcp'] : [])];
}

/** The facts of an asset. */
export const assetFacts = {
    ...subjectFacts,
    kind: notAFact('what it is'),
    container: notAFact('where it is: another one is a move'),
    type: mention('type', 'type', 1.5),
    addresses: assetAddresses,
    dhcp: dhcp => one('address', dhcp ? 'dhcp' : null),
    macs,
    faces: facings,
    translates: translations,
    vendor: text('vendor'),
    product: text('product'),
    version: text('version'),
    criticality: word('criticality'),
    traits: words('is'),
    serves: mentions('serves', 'element'),
    needs: dependencies('needs'),
    needsOneOf: alternatives,
    worksWithout: withouts,
    windows,
    ...lifetimeFacts,
    ...operatedFacts,
    patchedTo: patched,
    patches,
    supportedUntil: day('supported until'),
    advisoryNames,
    slC: level('SL-C'),
} satisfies Facts<Asset>;
