import { WhenAsked } from '../model/index.ts';
import type { ThreatPath } from './threat-path.ts';
import type { WaysRound } from './way-round.ts';

/** What lies on the path of a threat, each part searched for when it is first asked for. */
export interface ThreatGround {
    readonly path: ThreatPath;
    /** The ids of countermeasures that are applied elsewhere, and where that is; see {@link offPath}. */
    readonly off: ReadonlyMap<string, ReadonlySet<string>>;
    /** How the threat gets past countermeasures. */
    readonly ways: WaysRound;
}

/** Gives an object the path of its threat. */
export const pathWhenAsked = new WhenAsked<'path', ThreatPath>('path');
/** Gives an object what is applied elsewhere than on the path of its threat. */
export const offWhenAsked = new WhenAsked<'off', ThreatGround['off']>('off');
