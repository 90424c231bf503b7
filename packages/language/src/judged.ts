import type { Analysis, AnalysisOptions } from './analysis.ts';
import { check } from './rules/engine/check.ts';
import { shownFindings } from './rules/engine/understood.ts';
import { defaultSettings } from './settings/index.ts';

/**
 * An analysis with the answers of the rules, for whoever has something to start before they are asked.
 * @param unjudged one whose rules were left unasked
 */
export function judged(unjudged: Analysis, options: AnalysisOptions): Analysis {
    const { model, lookup, problems, assessment, riskMatrix } = unjudged;
    const answers = check({ model, lookup, assessment, today: options.today, riskMatrix }, options.settings ?? defaultSettings, options);
    return { ...unjudged, findings: shownFindings(problems, answers, model.files) };
}
