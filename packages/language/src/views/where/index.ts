/** Where addresses belong: what `iacs where` prints. */
export { isAddress, whereIs, whereText, type WhereAnswer, type WherePlace } from './to-where.ts';
