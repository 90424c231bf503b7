/** The assessment: what the model achieves against the catalogue. */
export * from './address-book.ts';
export * from './assessment.ts';
export { assess } from './assess.ts';
export { restsOn } from './verdicts.ts';
export * from './reach.ts';
export { carriesOnly } from './reach-graph.ts';
export * from './invariants.ts';
export * from './risk.ts';
export * from './risk-matrix.ts';
export * from './risk-matrix-schema.ts';
export * from './risk-presets.ts';
export type { MatrixProblem } from './risk-reader.ts';
export * from './risk-settings.ts';
export * from './target-rule.ts';
export * from './target-suggestion.ts';
export * from './threat-path.ts';
export * from './threat-risk.ts';
export * from './crossing.ts';
