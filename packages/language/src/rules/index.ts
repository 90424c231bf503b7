/** The rules: questions asked of a model and its assessment, in families. One import and one line a rule. */
import type { Rule } from './rule.ts';

export * from './finding.ts';
export * from './rule.ts';

/** Rules that ask the same kind of question, under the heading that the documentation gives them. */
export interface Family {
    readonly title: string;
    readonly rules: readonly Rule[];
}

export const families: readonly Family[] = [
    { title: 'Partition', rules: [] },
    { title: 'Documentation', rules: [] },
    { title: 'Conduits and flows', rules: [] },
    { title: 'Paths', rules: [] },
    { title: 'Protocols', rules: [] },
    { title: 'Essential functions', rules: [] },
    { title: 'Levels', rules: [] },
    { title: 'Evidence', rules: [] },
    { title: 'Monitoring and ownership', rules: [] },
    { title: 'Risk', rules: [] },
    { title: 'Text', rules: [] },
    { title: 'Acceptances', rules: [] },
];

/** All rules, in the order of the families. */
export const rules: readonly Rule[] = families.flatMap(family => family.rules);
