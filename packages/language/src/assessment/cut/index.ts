/** What happens if: connections that are cut, functions that stop, assets that are compromised. */
export { type CutPoint, outerZones, sever, type Severed, type Stopped, type Unclean } from './severed.ts';
export type { Question } from './loss.ts';
export { covers, isWritten } from './losses.ts';
export { enduredAlone } from './endured.ts';
export { type FunctionVerdict, judgeFunctions } from './functions.ts';
export type { IslandVerdict, KeepingVerdict } from './islands.ts';
export { type Containment, containment } from './contain.ts';
export { type Assumed, assume, supportOf, type FunctionInReach } from './assume.ts';
export { inOwnZone, reachedFrom, type ReachedAsset, reachingInto } from './reached.ts';
