/** How grave a finding is, the gravest first. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

export const severitySettings = ['off', ...severities] as const;
export type SeveritySetting = Severity | 'off';
