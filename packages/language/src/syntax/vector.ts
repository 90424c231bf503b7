import { code, oneOfCode } from './code-marks.ts';
import type { Level, LevelStatement } from '../model/index.ts';
import { frAbbreviations, frCount, nearest, silent } from '../model/index.ts';
import type * as Ast from './generated/ast.ts';
import type { Lowering } from './lowering.ts';
import type { Leaf, Tree } from './tree.ts';
import { readLevel } from './values.ts';

/**
 * Lowers `2`, `{2 2 0 1 3 1 3}`, `{ IAC 2 RDF 3 }` and `2 { RDF 3 }`; what is impossible in it is reported and says
 * nothing.
 */
export function lowerVector(
    lowering: Lowering,
    vector: Tree<Ast.Vector> | undefined,
    subject: string | null,
): Pick<LevelStatement, 'levels' | 'uniform'> {
    // One that is not closed has been reported, and lacks what stands behind the mistake.
    if (!vector || (vector.open && !vector.close)) return { levels: silent, uniform: false };
    const level = (leaf: Leaf | undefined): Level | null => levelOf(lowering, leaf, subject);
    if (!vector.base && (vector.entries ?? []).length === 0)
        lowering.problem('invalid-value', vector, 'The level is missing: write one, such as 2 or { RDF 2 }.', subject);
    const base = level(vector.base);
    const entries = vector.entries ?? [];
    const levels: (Level | null)[] = new Array<Level | null>(frCount).fill(base);
    const plain = entries.filter(entry => !entry.fr);
    if (plain.length > 0 && plain.length < entries.length) {
        lowering.problem(
            'invalid-value',
            vector,
            'Either seven levels in the order IAC UC SI DC RDF TRE RA, or each with the name of its requirement.',
            subject,
        );
        return { levels, uniform: false };
    }
    if (plain.length > 0) {
        const compact = plain.length === 1 && /^\d{7}$/.test(plain[0]!.level?.text ?? '');
        if (compact || plain.length !== frCount) {
            const spaced = `{${plain[0]!.level!.text.split('').join(' ')}}`;
            lowering.problem(
                'invalid-value',
                vector,
                compact
                    ? `Separate the seven levels: ${spaced}.`
                    : `A vector has seven levels, in the order IAC UC SI DC RDF TRE RA; this one has ${plain.length}.`,
                subject,
                compact ? [lowering.replacement(`Write ${spaced}`, vector, spaced)] : [],
            );
            return { levels, uniform: false };
        }
        return { levels: plain.map(entry => levelOf(lowering, entry.level, subject)), uniform: false };
    }
    const seen = new Set<number>();
    for (const entry of entries) {
        const fr = frAbbreviations.indexOf(entry.fr!.text);
        if (fr < 0) {
            const near = nearest(entry.fr!.text, frAbbreviations);
            lowering.problem(
                'invalid-value',
                entry.fr!,
                `${code(entry.fr!.text)} is not a foundational requirement: ${oneOfCode(frAbbreviations)}.`,
                subject,
                near ? [lowering.replacement(`Change to ${near}`, entry.fr!, near)] : [],
            );
            continue;
        }
        if (seen.has(fr)) {
            lowering.problem(
                'invalid-value',
                entry.fr!,
                `${entry.fr!.text} is in this vector twice; the first one counts.`,
                subject,
            );
            continue;
        }
        seen.add(fr);
        levels[fr] = level(entry.level);
    }
    return { levels, uniform: entries.length === 0 };
}

function levelOf(lowering: Lowering, leaf: Leaf | undefined, subject: string | null): Level | null {
    if (!leaf) return null;
    const value = readLevel(leaf.text);
    if (value === null)
        lowering.problem(
            'invalid-value',
            leaf,
            `There is no security level ${leaf.text}: levels go from 0 to 4.`,
            subject,
        );
    return value;
}
