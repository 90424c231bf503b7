/** What `iacs.config.json` says, read and checked. Which file holds for which model is decided in `project/`. */
export { defaultAges, type Ages } from './ages.ts';
export * from './settings.ts';
export * from './reasons.ts';
export { policyFor, type Review, type ReviewPolicy } from './review.ts';
export * from './severity.ts';
