import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import type { Place } from '../../model/index.ts';

/** Gives each finding its fingerprint; findings have to be handed over in their order. */
export type Fingerprint = (finding: Finding, system: string) => string;

/**
 * Fingerprints identify a finding after edits elsewhere: they rest on the model's system, the rule, the element that is
 * blamed and the blamed text itself, white space left aside, and on no line, message or file name. Findings that agree
 * in all of these are numbered in their order.
 * @param textAt the text at a place; an empty string where it is not known
 * @returns a function that remembers what it has seen: one for each output. Its answers are 16 hexadecimal digits.
 */
export function fingerprints(textAt: (place: Place) => string): Fingerprint {
    const seen = new Map<string, number>();
    return (finding, system) =>
        hash(counted([system, finding.rule, finding.subject, blamedText(finding.at, textAt)], seen));
}

/**
 * The fingerprints that the parts of a finding would have if each stood alone, for a finding that blames several places
 * at once. A part that was not there before makes it a new finding, though its own fingerprint is the same.
 * @returns an empty list for a finding that blames one place
 */
export function partsOf(finding: Finding, system: string, textAt: (place: Place) => string): readonly string[] {
    const { parts, at } = finding;
    if (parts.length === 1 && parts[0]!.at.start === at.start && parts[0]!.at.file === at.file) return [];
    const seen = new Map<string, number>();
    return parts.map(({ at, subject }) => hash(counted([system, finding.rule, subject, blamedText(at, textAt)], seen)));
}

function blamedText(at: Place, textAt: (place: Place) => string): string {
    return textAt(at).replace(/\s+/g, ' ').trim();
}

/** The key of some facts, with a number that distinguishes it from the same facts before. */
function counted(facts: readonly (string | null)[], seen: Map<string, number>): string {
    const key = JSON.stringify(facts);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${key}#${count}`;
}

function hash(key: string): string {
    return createHash('sha256').update(key).digest('hex').slice(0, 16);
}
