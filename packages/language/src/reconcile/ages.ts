export { daysBetween } from '../model/index.ts';

/** After so many days an export of rules or an observation says little of the plant of today. */
export const oldAfter = 180;
