/** The resolved model for scripts of others: what `iacs export model` prints. */
export * from './data.ts';
export { resolvedModel } from './to-resolved.ts';
