import type { Ruleset } from '../../model/index.ts';
import { breachesOf, blockingDoubts, comparedWith, hasEvidence, reconciliation } from '../../reconcile/index.ts';
import { rowsOf, sourcesText } from '../reconcile/index.ts';
import type { FoundPart } from './data.ts';
import type { ReportInput } from './input.ts';

/** The digests that an import wrote into the comment of what it made. */
function digestsIn(doc: string | null): readonly string[] {
    return [...(doc ?? '').matchAll(/\bsha256 ([0-9a-f]{64})\b/g)].map(found => found[1]!);
}

/** What is declared, configured and seen, with the evidence that it rests on; `null` where there is none. */
export function foundPart({ lookup, model, assessment, settings, where }: ReportInput): FoundPart | null {
    if (!hasEvidence(lookup)) return null;
    const found = reconciliation(lookup, settings?.asFound.staleAfter);
    const places = new Map<string, string>();
    const shown = {
        system: model.system?.id ?? '',
        root: model.files[0] ?? '',
        found,
        breaches: breachesOf(assessment, found),
        rulesets: model.rulesets,
        observations: model.observations,
        comparedWith: (ruleset: Ruleset) => comparedWith(lookup, ruleset),
        doubtsOf: (ruleset: Ruleset) =>
            blockingDoubts(lookup, found.flows).filter(each => each.ruleset === ruleset).length,
        nameOf: (file: string): string => {
            const name = places.get(file) ?? where({ file, start: 0, end: 0 })?.file ?? '';
            places.set(file, name);
            return name;
        },
        linesOf: (file: string) => ({
            at: (offset: number) => ({ line: where({ file, start: offset, end: offset })?.line ?? 0, column: 0 }),
        }),
    };
    return {
        evidence: [
            ...model.rulesets.map(each => ({
                kind: 'ruleset' as const,
                id: each.id,
                title: each.title,
                of: each.devices.map(device => device.id),
                first: null,
                last: each.exported?.date ?? null,
                source: each.source,
                sha256: digestsIn(each.doc),
            })),
            ...model.observations.map(each => ({
                kind: 'observation' as const,
                id: each.id,
                title: each.title,
                of: each.sees.map(zone => zone.id),
                first: each.since?.date ?? null,
                last: each.until?.date ?? null,
                source: each.source,
                sha256: digestsIn(each.doc),
            })),
        ],
        notes: sourcesText(shown),
        rows: rowsOf(shown, null).map(
            ({ group, kind, what, declared, configured, observed, class: verdict, file, line }) => ({
                group,
                kind,
                what,
                declared,
                configured,
                observed,
                verdict,
                file: file === '' ? null : file,
                line: line === 0 ? null : line,
            }),
        ),
    };
}
