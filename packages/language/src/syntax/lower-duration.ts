import type { Duration } from '../model/index.ts';
import { durationUnits, sameMeaning } from '../model/index.ts';
import type { Block } from './block.ts';
import { code, oneOfCode } from './code-marks.ts';
import type * as Ast from './generated/ast.ts';
import type { Lowering } from './lowering.ts';
import type { Tree } from './tree.ts';
import { spanOf } from './values.ts';

/** A time such as `72 hours`; one that cannot be understood is reported. */
export function lowerDuration(
    lowering: Lowering,
    block: Block,
    node: Tree<Ast.Duration> | undefined,
    subject: string | null,
): Duration | null {
    if (!node?.amount || !node.unit) return null;
    // One hour is written as people write it.
    const unit = durationUnits.find(each => each === node.unit!.text || each === `${node.unit!.text}s`);
    const meant = unit ? null : sameMeaning(node.unit.text, durationUnits);
    if (meant !== null) {
        const write = `${node.amount.text} ${meant}`;
        lowering.problem(
            'invalid-value',
            node.unit,
            `${code(node.unit.text)} is not a unit of time: ${oneOfCode(durationUnits)}; did you mean ${code(meant)}?`,
            subject,
            [lowering.replacement(`Write ${write}`, { start: node.amount.start, end: node.unit.end }, write)],
        );
        return null;
    }
    const known = unit ?? block.oneOf(node.unit, durationUnits, 'a unit of time');
    const amount = Number(node.amount.text);
    if (!/^\d{1,6}$/.test(node.amount.text) || amount === 0) {
        lowering.problem(
            'invalid-value',
            node.amount,
            `${node.amount.text} is not a time: write a whole number from 1, as in 72 hours.`,
            subject,
        );
        return null;
    }
    return known && { amount, unit: known, at: spanOf(node) };
}
