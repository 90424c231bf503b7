import type { LiveAnalysis } from '../live-analysis.ts';
import { matrixOf } from '../../assessment/index.ts';

/** The consequence classes of a model's risk matrix, and those that its threats name. */
export function classesOf(analysis: LiveAnalysis): string[] {
    const classes = matrixOf(analysis.model, null).matrix?.classes.map(each => each.name) ?? [];
    return [...new Set([...classes, ...analysis.model.threats.flatMap(threat => threat.category ?? [])])];
}
