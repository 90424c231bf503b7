/** How grave a finding is, the gravest first. */
export const severities = ['error', 'warning', 'info'] as const;
/** How grave a finding is. */
export type Severity = (typeof severities)[number];

/** What settings may say of the severity of a rule. */
export const severitySettings = ['off', ...severities] as const;
/** A severity, or `off`. */
export type SeveritySetting = Severity | 'off';
