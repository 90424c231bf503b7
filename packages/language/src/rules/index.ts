/** The rules: questions asked of a model and its assessment. One line a rule, in the order of the families. */
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [];
