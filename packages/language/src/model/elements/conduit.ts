import type { LevelStatement } from '../level.ts';
import type { Origin } from '../place.ts';
import type { Facts, FactsOf } from '../facts.ts';
import { level, mention, mentions, nothingLeft, one, text, notAFact, words } from '../facts.ts';
import type { ConduitTrait } from '../words.ts';
import type { Mention, Subject } from './common.ts';
import { subjectFacts } from './common.ts';
import type { Operated } from './party.ts';
import { operatedFacts } from './party.ts';
import type { Lifetime } from './time.ts';
import { lifetimeFacts } from './time.ts';

/** A grouping of communication channels between zones (IEC 62443-1-1). */
export interface Conduit extends Subject, Lifetime, Operated {
    readonly kind: 'conduit';
    readonly between: readonly Mention[];
    /** The devices that enforce the boundary. */
    readonly via: readonly Mention[];
    /** The zones whose network carries the conduit. */
    readonly over: readonly Mention[];
    readonly oneWay: OneWay | null;
    /** A person or a service, as text. */
    readonly monitoredBy: string | null;
    /** The party that monitors it. */
    readonly monitoringParty: Mention | null;
    readonly traits: readonly ConduitTrait[];
    readonly slT: LevelStatement | null;
    readonly slA: LevelStatement | null;
}

/** Data and sessions go from one connected zone to another only. */
export interface OneWay {
    readonly from: Mention;
    readonly to: Mention;
    readonly origin: Origin;
}

const oneWay: FactsOf<OneWay | null> = (value, names) => {
    if (!value) return [];
    const { from, to, origin: _origin, ...rest } = value;
    nothingLeft(rest);
    return one('one-way', `${names.element(from.id)} -> ${names.element(to.id)}`);
};

/** The facts of a conduit. */
export const conduitFacts = {
    ...subjectFacts,
    kind: notAFact('what it is'),
    between: mentions('between', 'element', 2),
    via: mentions('via', 'element'),
    over: mentions('over', 'element'),
    traits: words('is'),
    oneWay,
    monitoredBy: text('monitored by'),
    monitoringParty: mention('monitored by', 'party'),
    ...operatedFacts,
    ...lifetimeFacts,
    slT: level('SL-T'),
    slA: level('SL-A'),
} satisfies Facts<Conduit>;
