import path from 'node:path';
import type { Severity } from 'iacs-language';
import { fileUri, severities } from 'iacs-language';
import { readText } from 'iacs-language/read-text';
import type { LocatedFinding } from 'iacs-language/findings';
import type { Io } from './io.ts';
import { Failure } from './io.ts';

/** A finding of an earlier output, as far as it is compared. */
interface Earlier {
    readonly rule: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly accepted: boolean;
    readonly parts: readonly string[];
}

/**
 * True when an earlier output holds a finding: as grave at least, accepted no more than now, and with all that it
 * blames.
 */
export type Baseline = (located: LocatedFinding) => boolean;

function textOf(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

function earlierOf(value: unknown): Earlier {
    const { rule, fingerprint, severity, accepted, parts } = (value ?? {}) as Record<string, unknown>;
    return {
        rule: textOf(rule),
        fingerprint: textOf(fingerprint),
        severity: textOf(severity),
        accepted: accepted === true,
        parts: Array.isArray(parts) && parts.length > 0 ? parts.map(textOf) : [textOf(fingerprint)],
    };
}

function readEarlier(file: string, io: Io): readonly Earlier[] {
    let content: unknown;
    const unusable = (why: string): Failure =>
        new Failure(`${file} cannot be used as a baseline: ${why}. Write it with: iacs check --format json`);
    const full = path.resolve(io.cwd, file);
    io.reading?.(fileUri(full));
    const text = readText(full);
    if (text === undefined) throw unusable('there is no such file');
    if (typeof text !== 'string') throw unusable(text.unreadable.replace(/\.$/, ''));
    try {
        content = JSON.parse(text);
    } catch {
        throw unusable('it is not valid JSON');
    }
    const findings = (content as { findings?: unknown } | null)?.findings;
    if (!Array.isArray(findings))
        throw new Failure(`${file} is not a baseline: it has no findings. Write one with: iacs check --format json`);
    return findings.map(earlierOf);
}

function covers(earlier: Earlier, { finding }: LocatedFinding): boolean {
    const graver = severities.indexOf(finding.severity) < severities.indexOf(earlier.severity as Severity);
    return !graver && !(earlier.accepted && finding.accepted === null);
}

/**
 * Reads an earlier `check --format json` output.
 * @param file relative to the working directory; without one nothing is known
 */
export function baselineOf(file: string | undefined, io: Io): Baseline {
    if (file === undefined) return () => false;
    const byPart = new Map<string, Earlier[]>();
    for (const earlier of readEarlier(file, io)) {
        for (const part of earlier.parts) {
            const key = `${earlier.rule} ${part}`;
            byPart.set(key, [...(byPart.get(key) ?? []), earlier]);
        }
    }
    return located => {
        const parts = located.parts.length > 0 ? located.parts : [located.fingerprint];
        return parts.every(part =>
            byPart.get(`${located.finding.rule} ${part}`)?.some(earlier => covers(earlier, located)),
        );
    };
}
