import type { LiveAnalysis } from '../../project/live/index.ts';
import type { Finding } from '../../rules/index.ts';
import { severities } from '../../settings/index.ts';
import type { PlaceOf, TreeRow } from './row.ts';

/** The open findings of a model, by who is accountable and by rule. */
export class FindingRows {
    private readonly analysis: LiveAnalysis;
    private readonly placeOf: PlaceOf;

    constructor(analysis: LiveAnalysis, placeOf: PlaceOf) {
        this.analysis = analysis;
        this.placeOf = placeOf;
    }

    open(): readonly Finding[] {
        return this.analysis.findings.filter(({ accepted }) => accepted === null);
    }

    /** Who is accountable for what a finding blames; empty where that is not said. */
    ownerOf({ subject }: Finding): string {
        const { lookup, model } = this.analysis;
        if (subject === null) return model.system?.owner ?? '';
        const element = lookup.element(subject);
        const holder = element?.kind === 'asset' ? element.container : subject;
        return lookup.ownerOf(holder) ?? lookup.countermeasure(subject)?.owner ?? '';
    }

    owners(): readonly TreeRow[] {
        const counts = new Map<string, number>();
        for (const finding of this.open()) {
            const owner = this.ownerOf(finding);
            counts.set(owner, (counts.get(owner) ?? 0) + 1);
        }
        return [...counts].map(([owner, count]) => ({
            key: `owner:${owner}`,
            label: owner === '' ? 'No owner stated' : owner,
            description: String(count),
            is: 'owner',
            hasChildren: true,
        }));
    }

    rules(): readonly TreeRow[] {
        const groups = new Map<string, Finding[]>();
        for (const finding of this.open()) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
        return [...groups].map(([rule, findings]) => {
            // One rule may find graver and lighter cases: the gravest gives the icon, and none is counted as another.
            const counts = severities
                .map(severity => ({ severity, count: findings.filter(each => each.severity === severity).length }))
                .filter(({ count }) => count > 0);
            return {
                key: `rule:${rule}`,
                label: rule,
                description: counts.map(({ severity, count }) => `${severity} · ${count}`).join(', '),
                is: counts[0]!.severity,
                hasChildren: true,
            };
        });
    }

    /** Rows of findings. A rule may find several things at one place: two broken clauses of an invariant. */
    found(by: string, isOne: (finding: Finding) => boolean): readonly TreeRow[] {
        const times = new Map<string, number>();
        return this.open()
            .filter(isOne)
            .map(finding => {
                const key = `finding:${by} ${finding.rule} ${finding.at.file} ${finding.at.start}`;
                const before = times.get(key) ?? 0;
                times.set(key, before + 1);
                return this.finding(finding, by, before === 0 ? key : `${key} ${before}`);
            });
    }

    private finding(finding: Finding, by: string, key: string): TreeRow {
        const place = this.placeOf(finding.at);
        return {
            key,
            label: finding.message,
            description: by === 'owner' ? finding.rule : (finding.subject ?? ''),
            is: finding.severity,
            hasChildren: false,
            ...(place ? { place } : {}),
        };
    }
}
