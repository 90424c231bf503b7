/**
 * The core as a library: text in, models, assessments and findings out. No input, no output, no clock.
 * The views have doors of their own (`iacs-language/diagram`, `/diff`, `/findings`, `/report`), so that nobody loads
 * what he does not show.
 */
export * from './advisories/index.ts';
export * from './analysis.ts';
export * from './assessment/index.ts';
export * from './catalogue/index.ts';
export { componentRequirementById, componentRequirements } from './catalogue/components.ts';
export * from './library/index.ts';
export * from './model/index.ts';
export { check, type CheckOptions } from './rules/engine/check.ts';
export * from './rules/engine/fingerprint.ts';
export { withoutFix } from './rules/fix/none.ts';
export * from './rules/index.ts';
export * from './project/index.ts';
export * from './reconcile/index.ts';
export * from './settings/index.ts';
export * from './syntax/index.ts';
