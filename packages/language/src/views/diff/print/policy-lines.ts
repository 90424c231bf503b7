import { severities } from '../../../settings/index.ts';
import type { Policy, PolicyReason, StandingAgreement } from '../policy.ts';

/** One line of what a review asks for, without marks. */
export interface PolicyLine {
    readonly mark: 'missing' | 'warning' | 'agreed' | 'void';
    readonly text: string;
}

const joined = (...parts: readonly (string | false | null)[]): string => parts.filter(part => part).join(' ');

/** `"Second jump host" by Risk owner until 2027-01-01 (zone Control)`. */
function agreementLine({ what, by, until, about, kind }: StandingAgreement, withPlace: boolean): string {
    const place = [kind, about].filter(part => part !== null).join(' at ');
    return joined(
        what !== null && `"${what}"`,
        `by ${by}`,
        until !== null && `until ${until}`,
        withPlace && place !== '' && `(${place})`,
    );
}

const needed = (needs: readonly string[]): string => (needs.length > 0 ? `, needs ${needs.join(' or ')}` : '');

function reasonLine({ reason, severity, needs, agreed }: PolicyReason): PolicyLine {
    if (agreed.length > 0)
        return {
            mark: 'agreed',
            text: `${reason.kind}: agreed ${agreed.map(each => agreementLine(each, false)).join('; ')}: ${reason.text}`,
        };
    return {
        mark: severity === 'error' ? 'missing' : 'warning',
        text: `${reason.kind} (${severity}${needed(needs)}): ${reason.text}`,
    };
}

const why: Readonly<Record<Exclude<StandingAgreement['state'], 'counts'>, string>> = {
    lapsed: 'it was given to an earlier state',
    expired: 'its day has passed',
};

/** Who agreed to something else than what a review asks for here. */
function idle({ agreements, reasons }: Policy): readonly StandingAgreement[] {
    const used = new Set(reasons.flatMap(({ agreed }) => agreed));
    return agreements.filter(each => each.state === 'counts' && !used.has(each));
}

/**
 * What a review asks for, the gravest first: what nobody agreed to, what only warns, what is agreed to, and agreements
 * that no longer count. Empty where nobody has set a policy or agreed to anything, and it was not asked for.
 */
export function policyLines(policy: Policy, asked: boolean): readonly PolicyLine[] {
    if (!asked && !policy.own && policy.agreements.length === 0) return [];
    const order = (severity: PolicyReason['severity']): number => severities.indexOf(severity);
    const shown = [...policy.reasons]
        .sort((a, b) => order(a.severity) - order(b.severity))
        .filter(({ severity, agreed }) => severity !== 'info' || agreed.length > 0)
        .map(reasonLine);
    const marks = ['missing', 'warning', 'agreed'] as const;
    return [
        ...marks.flatMap(mark => shown.filter(line => line.mark === mark)),
        ...idle(policy).map((each): PolicyLine => ({
            mark: 'agreed',
            text: `nothing that is asked for here: ${agreementLine(each, true)}`,
        })),
        ...policy.agreements.flatMap((each): readonly PolicyLine[] =>
            each.state === 'counts'
                ? []
                : [{ mark: 'void', text: `${agreementLine(each, true)} does not count: ${why[each.state]}` }],
        ),
    ];
}

/** One sentence for what a policy says. */
export function policyText({ reasons, holds }: Policy): string {
    const errors = reasons.filter(({ severity }) => severity === 'error');
    const open = errors.filter(({ agreed }) => agreed.length === 0).length;
    if (holds === null) return 'not everything could be read, so there is no answer';
    if (errors.length === 0) return 'nothing that has to be agreed to';
    return open === 0 ? 'agreed to' : `${open} of ${errors.length} not agreed to`;
}
