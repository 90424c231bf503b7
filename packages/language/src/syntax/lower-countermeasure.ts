import type { Countermeasure, Repeat, Span } from '../model/index.ts';
import { countermeasureStatuses } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { onceIn } from './lower-once.ts';
import { lowerRequirements, reportMaturity } from './lower-statements.ts';
import { named } from './lower-named.ts';
import type { Timed } from './lower-time.ts';
import { lowerDowntime, lowerEvidence, lowerEvidenceTime } from './lower-time.ts';
import type { Lowering } from './lowering.ts';
import { reportOpenAmount } from './slips.ts';
import type { Leaf, Tree } from './tree.ts';
import { isOpenAmount, readString, spanOf } from './values.ts';

/** What is said of the time of one piece of evidence behind a `meets`: up to where the next `evidence` begins. */
function timeBeside(fact: Tree<Ast.RequirementFact>, value: Leaf): Timed {
    const begins = (fact.evidenceAt ?? []).map(({ start }) => start);
    const from = begins.findLast(start => start < value.start) === begins[0] ? fact.start : value.start;
    const to = begins.find(start => start > value.start) ?? Infinity;
    const here = <T extends Span>(values: readonly T[] = []): readonly T[] =>
        values.filter(({ start }) => start > from && start < to);
    return {
        author: here(fact.author),
        dated: here(fact.dated),
        valid: here(fact.valid),
        until: here(fact.until),
        ...(fact.broken ? { broken: true } : {}),
    };
}

/**
 * In a countermeasure, `evidence` and `due` behind a `meets` are its own: it has no other statement for them to belong
 * to.
 */
export function lowerCountermeasure(
    lowering: Lowering,
    node: Tree<Ast.Countermeasure>,
    id: string,
    repeats: Repeat[],
): Countermeasure {
    const block = new Block(lowering, node.statements, 'countermeasure', id, repeats);
    const meets = block.of('RequirementFact', 'meets');
    for (const fact of meets) reportMaturity(lowering, fact, id);
    const trailingEvidence = meets.flatMap(fact =>
        (fact.evidence ?? []).map(value => ({
            text: readString(value.text),
            time: lowerEvidenceTime(lowering, block, timeBeside(fact, value), id),
            origin: lowering.origin(fact, value),
        })),
    );
    const trailingDue = onceIn(
        lowering,
        meets.flatMap(fact => fact.due ?? []),
        'due',
        id,
    );
    for (const fact of meets) {
        const stray = fact.by?.[0] ?? fact.because?.[0];
        if (stray)
            lowering.problem(
                'syntax',
                stray,
                'A countermeasure meets requirements by itself: `by` and `because` belong in a zone, a conduit or ' +
                    'an asset.',
                id,
            );
    }
    const cost = block.numberLeaf('cost');
    const isOpen = cost !== null && isOpenAmount(cost.text);
    if (isOpen) reportOpenAmount(lowering, cost, id);
    return {
        ...named(lowering, node, id, block),
        meets: meets.flatMap(fact => lowerRequirements(lowering, fact.requirements, id)),
        status: block.word('status', countermeasureStatuses, 'a status'),
        statusAt: block.wordAt('status'),
        due: block.dayFact('due') ?? block.day(trailingDue),
        dueAt: block.dayAt('due') ?? (trailingDue ? spanOf(trailingDue) : null),
        cost: isOpen ? null : block.number('cost'),
        owner: block.string('owner'),
        ...lowerDowntime(lowering, block, id),
        evidence: [...lowerEvidence(lowering, block, id), ...trailingEvidence],
        description: block.string('description'),
    };
}
