import { frCount } from '../../../model/index.ts';
import type { Blamed } from './blamed.ts';
import type { Compared } from './reason.ts';

/** Rules about a threat that is written: what they miss was not asked before it was. */
const aboutThreats: ReadonlySet<string> = new Set([
    'mitigation-without-effect',
    'risk-not-assessed',
    'threat-measure-off-path',
]);

/**
 * Answers for a finding of HEAD whether it is there by a threat alone that BASE does not know. The plant was in that
 * danger before too: to say so asks more, and makes nothing worse.
 */
export function askedByNewThreats({ asked, before, pairing }: Compared): (each: Blamed) => boolean {
    const known = new Set(pairing.threats.values());
    const isNew = ({ id }: { readonly id: string }): boolean => !known.has(id);
    if (!asked.model.threats.some(isNew)) return () => false;
    const fresh = new Set(asked.model.threats.filter(isNew).map(({ id }) => `threat ${id}`));
    /** True where the threats of BASE suggest more than is stated. */
    const isBelow = (subject: string): boolean => {
        const target = asked.assessment.of(subject)?.slT ?? [];
        const threats = asked.assessment.risk.targets.get(subject)?.threats ?? [];
        return threats
            .filter(({ threat }) => !isNew(threat))
            .some(({ suggests, consequenceClass }) =>
                Array.from({ length: frCount }, (_, fr) => fr).some(
                    fr => (consequenceClass?.targets?.includes(fr) ?? true) && (suggests ?? 0) > (target[fr] ?? 0),
                ),
            );
    };
    /** Which assets no threat names is asked of a model as soon as it has any. */
    const isFirst = before.model.threats.length === 0;
    return ({ finding, part, about }) =>
        (isFirst && finding.rule === 'asset-without-threat') ||
        (finding.rule === 'sl-t-below-risk'
            ? !isBelow(finding.parts[part]!.subject ?? '')
            : about !== null && fresh.has(about) && aboutThreats.has(finding.rule));
}
