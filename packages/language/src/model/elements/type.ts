import type { LevelStatement } from '../level.ts';
import type { Facts } from '../facts.ts';
import { day, level, many, mention, quoted, text, notAFact } from '../facts.ts';
import type { DateFact, Mention, Named } from './common.ts';
import type { Statement } from './requirement-statements.ts';
import { namedFacts } from './common.ts';
import { statements } from './requirement-statements.ts';
import type { AdvisoryName } from './advisory.ts';
import { advisoryNames } from './advisory.ts';
import type { Certificate, Served } from './party.ts';
import { certificates, servedFacts } from './party.ts';

/** A kind of asset, derived from one of the component types of IEC 62443-4-2. */
export interface AssetType extends Named, Served {
    /** The id of the type it rests on; `null` for the four component types. */
    readonly base: Mention | null;
    readonly vendor: string | null;
    readonly product: string | null;
    readonly version: string | null;
    readonly description: string | null;
    readonly certificates: readonly Certificate[];
    /** Other names by which people know it. */
    readonly aliases: readonly string[];
    /** The last day of support. */
    readonly supportedUntil: DateFact | null;
    /** What advisories call it. */
    readonly advisoryNames: readonly AdvisoryName[];
    readonly slC: LevelStatement | null;
    /** Capabilities: `meets` in a type. */
    readonly statements: readonly Statement[];
    readonly builtIn: boolean;
}

/** The facts of an asset type. */
export const typeFacts = {
    ...namedFacts,
    base: mention('base', 'type'),
    vendor: text('vendor'),
    product: text('product'),
    version: text('version'),
    description: text('description'),
    certificates,
    ...servedFacts,
    aliases: aliases => many('alias', aliases.map(quoted)),
    supportedUntil: day('supported until'),
    advisoryNames,
    slC: level('SL-C'),
    statements,
    builtIn: notAFact('whose it is'),
} satisfies Facts<AssetType>;
