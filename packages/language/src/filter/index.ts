/**
 * What packet filters let through: sets of addresses and services, regions of sessions, first match. Arithmetic, and
 * nothing of models.
 */
export * from './address.ts';
export * from './cover.ts';
export * from './evaluate.ts';
export * from './family.ts';
export * from './interfaces.ts';
export * from './ranges.ts';
export * from './region.ts';
export * from './region-index.ts';
export * from './services.ts';
