/** What is declared, what firewalls are configured to do and what was seen on the wire, held against each other. */
export * from './ages.ts';
export { comparedWith, type ComparedWith } from './compared.ts';
export { askDevice, Filters } from './configured.ts';
export { stoppingOf } from './flow-devices.ts';
export { someAddresses } from './device-rules.ts';
export * from './doubts.ts';
export * from './evidence.ts';
export * from './needs.ts';
export * from './permitted.ts';
export * from './places.ts';
export * from './of-model.ts';
export * from './reconcile.ts';
export { isSeen } from './observation-text.ts';
export { tunnelChanges } from './tunnels.ts';
export type * from './types.ts';
export { areOthers, wireName } from './wire-names.ts';
export { boundaryDevices, isObserved, notUnderstood, type NotKnown } from './world-limits.ts';
export * from './worlds.ts';
