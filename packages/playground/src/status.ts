import type { StatusResult } from 'iacs-language/lsp';

/** The model in a line. What nothing is said of is not fine: it is named apart. */
export function statusText(status: StatusResult | null): string {
    if (status === null) return 'This file is in no model: it has no system, and no model imports it';
    const { worst, notAssessed, contradicted, assessed, targets } = status;
    if (!assessed) return 'No zone has an SL-T';
    const parts = [
        worst === null ? null : `largest gap ${worst.gap} in ${worst.id}`,
        notAssessed === 0 ? null : `${notAssessed} not assessed`,
        contradicted === 0 ? null : `${contradicted} without a gap as stated, contradicted by the model`,
        targets.unstated === 0 ? null : `${targets.unstated} of ${targets.all} SL-T not stated`,
    ].filter(part => part !== null);
    return parts.length === 0 ? 'No gap where SL-T is stated' : parts.join(' · ');
}
