import type { LiveAnalysis } from '../../project/live/index.ts';

/**
 * The consequence classes of a model's risk matrix, and those that its threats name.
 * @param typed what is typed already: a class by then in a threat, but none to propose
 */
export function classesOf(analysis: LiveAnalysis, typed: string): string[] {
    const classes = analysis.loose.assessment.matrix.matrix?.classes.map(each => each.name) ?? [];
    const named = analysis.loose
        .all('threats')
        .flatMap(threat => threat.category ?? [])
        .filter(name => name !== typed);
    return [...new Set([...classes, ...named])];
}
