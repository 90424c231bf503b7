/**
 * Why an acceptance of a rule has no effect, and what to do.
 * @param isSecond where another one counts for what the rule finds
 */
export function useless(rule: string, isSecond: boolean): string {
    if (isSecond)
        return `Another acceptance counts for what ${rule} finds here, so this one has no effect. Remove one of them.`;
    return rule.startsWith('accept-')
        ? `${rule} judges acceptances, so it cannot be accepted. Mend what it finds.`
        : `${rule} has no finding here, so this acceptance has no effect. Remove it, before it accepts a future ` +
              'finding that has not been reviewed.';
}
