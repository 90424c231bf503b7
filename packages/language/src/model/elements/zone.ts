import type { Span } from '../place.ts';
import type { LevelStatement } from '../level.ts';
import type { Facts } from '../facts.ts';
import { level, notAFact, word, words } from '../facts.ts';
import type { PurdueLevel, ZoneKind, ZoneTrait } from '../words.ts';
import type { Address } from './addresses.ts';
import type { Subject } from './common.ts';
import { addresses } from './addresses.ts';
import { subjectFacts } from './common.ts';
import type { Operated } from './party.ts';
import { operatedFacts } from './party.ts';
import type { Lifetime, Window } from './time.ts';
import { lifetimeFacts, windows } from './time.ts';

/** A grouping of assets with common security requirements (IEC 62443-1-1). */
export interface Zone extends Subject, Lifetime, Operated {
    readonly kind: 'zone';
    /** The id of the zone around it. */
    readonly parent: string | null;
    /** As written here; see `lookup.ts` for what is inherited. */
    readonly zoneKind: ZoneKind | null;
    /** The word after `kind`, also one that is no kind; `null` where there is none. */
    readonly kindAt: Span | null;
    readonly purdue: PurdueLevel | null;
    readonly traits: readonly ZoneTrait[];
    readonly networks: readonly Address[];
    readonly windows: readonly Window[];
    readonly slT: LevelStatement | null;
    /** An assessor's value, shown beside the computed one. */
    readonly slA: LevelStatement | null;
}

/** The facts of a zone. */
export const zoneFacts = {
    ...subjectFacts,
    kind: notAFact('what it is'),
    parent: notAFact('where it is: another one is a move'),
    zoneKind: word('kind'),
    kindAt: notAFact('where the kind is written'),
    purdue: word('purdue'),
    traits: words('is'),
    networks: addresses('network', 3),
    windows,
    ...lifetimeFacts,
    ...operatedFacts,
    slT: level('SL-T'),
    slA: level('SL-A'),
} satisfies Facts<Zone>;
