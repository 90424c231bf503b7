/**
 * The most frequent call by itself: a check of what is there. It is built into one file, which Node compiles as a
 * whole and of which the compiled code is kept (`start/kept-code.js`). Its threads have the same file
 * (`bin/thread.js`). What compares with an earlier state is not in it.
 */
import { alone } from './alone.ts';
import check from './commands/check.ts';

export { work } from './check/work.ts';
export const main = alone({ check: async () => ({ default: check }) });
