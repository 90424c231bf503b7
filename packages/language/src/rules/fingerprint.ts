import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import type { Place } from '../model/index.ts';

/** Gives each finding its fingerprint; findings have to be handed over in their order. */
export type Fingerprint = (finding: Finding, system: string) => string;

/**
 * Fingerprints tell a finding again after edits elsewhere: they rest on the model's system, the rule, the element that is
 * blamed and the blamed text itself, white space left aside, and on no line, message or file name. Findings that agree in all
 * of these are numbered in their order.
 * @param textAt the text at a place; an empty string where it is not known
 * @returns a function that remembers what it has seen: one for each output. Its answers are 16 hexadecimal digits.
 */
export function fingerprints(textAt: (place: Place) => string): Fingerprint {
    const seen = new Map<string, number>();
    return (finding, system) => {
        const blamed = textAt(finding.at).replace(/\s+/g, ' ').trim();
        const key = JSON.stringify([system, finding.rule, finding.subject, blamed]);
        const count = seen.get(key) ?? 0;
        seen.set(key, count + 1);
        return createHash('sha256').update(`${key}#${count}`).digest('hex').slice(0, 16);
    };
}
