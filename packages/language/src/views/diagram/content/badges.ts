import type { Finding } from '../../../rules/engine/finding.ts';
import type { Badge } from './graph.ts';

const order = ['error', 'warning', 'info'] as const;

/** The findings of a picture, by what they blame. Accepted ones are left out. */
export interface Badges {
    /** The badge for the findings whose subject is one of these ids; `null` when there are none. */
    of(ids: readonly string[]): Badge | null;
    /** The badge for the findings at top level that point at one of these places. */
    at(places: readonly { readonly file: string; readonly start: number; readonly end: number }[]): Badge | null;
}

function badge(findings: readonly Finding[]): Badge | null {
    const severity = order.find(rank => findings.some(finding => finding.severity === rank));
    if (!severity) return null;
    return {
        severity,
        count: findings.length,
        messages: findings.map(finding => `${finding.severity}: ${finding.message}`),
    };
}

export function badgesOf(findings: readonly Finding[]): Badges {
    const bySubject = new Map<string, Finding[]>();
    const homeless: Finding[] = [];
    for (const finding of findings) {
        if (finding.accepted) continue;
        for (const subject of new Set([finding.subject, ...finding.parts.map(part => part.subject)])) {
            const known = subject === null ? homeless : bySubject.get(subject);
            if (known) known.push(finding);
            else if (subject !== null) bySubject.set(subject, [finding]);
        }
    }
    return {
        of: ids => badge(ids.flatMap(id => bySubject.get(id) ?? [])),
        at: places =>
            badge(
                homeless.filter(({ at }) =>
                    places.some(place => place.file === at.file && at.start >= place.start && at.end <= place.end),
                ),
            ),
    };
}
