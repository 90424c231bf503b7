import type { Clause, Exception, Invariant, Mention, Repeat } from '../model/index.ts';
import { accesses } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { named } from './lower-named.ts';
import type { Lowering } from './lowering.ts';
import { ends, outermost } from './resolve.ts';
import { wordOf } from './statement-heads.ts';
import type { Tree } from './tree.ts';
import { readString } from './values.ts';

/** An invariant, with the clauses that are complete; the others are reported. */
export function lowerInvariant(
    lowering: Lowering,
    node: Tree<Ast.Invariant>,
    id: string,
    repeats: Repeat[],
): Invariant {
    const block = new Block(lowering, node.statements, 'invariant', id, repeats);
    const clauses: Clause[] = [];
    for (const fact of [...block.ofAny('ClauseFact', ['deny', 'require'])].sort((a, b) => a.start - b.start)) {
        const verb = fact.key?.text === 'require' ? 'require' : 'deny';
        const end = (node: Tree<Ast.QName> | undefined): Mention | null =>
            node ? lowering.element(node, outermost, ends, id) : null;
        const from = end(fact.source);
        const to = end(fact.target);
        const through = end(fact.through);
        // Where `via` is written for it, that is said.
        const isVia = (node.statements ?? []).some(each => wordOf(each) === 'via' && each.start === fact.end + 1);
        if (verb === 'require' && !fact.through && fact.target && !isVia) {
            lowering.problem(
                'syntax',
                fact.target,
                '`require path` needs `through`: `require path from X to Y through Z`.',
                id,
            );
        }
        if (verb === 'deny' && fact.through) {
            lowering.problem('syntax', fact.through, '`deny path` does not take `through`: it denies every path.', id);
        }
        if (verb === 'require' && fact.access) {
            lowering.problem(
                'syntax',
                fact.access,
                "'write' belongs to 'deny' only: deny write path from X to Y. A required path has to pass Z " +
                    'whatever its access.',
                id,
            );
        }
        const access = verb === 'deny' && fact.access ? ('write' as const) : null;
        const complete = verb === 'deny' ? !fact.through : through !== null;
        if (from && to && complete) clauses.push({ verb, access, from, to, through, origin: lowering.origin(fact) });
    }
    const exceptions: Exception[] = block.of('ExceptFact', 'except').flatMap(fact => {
        const from = fact.source ? lowering.element(fact.source, outermost, ends, id) : null;
        const to = fact.target ? lowering.element(fact.target, outermost, ends, id) : null;
        const protocols = lowering.globals(fact.protocols, 'protocol', id);
        const until = block.lastDay(fact.until?.[0], fact);
        // Of the protocols at least one has to be known: without any, every flow is excepted.
        const isUnlimited = protocols.length === 0 && (fact.protocols ?? []).length > 0;
        if (!from || !to || !fact.arrow || until === undefined || isUnlimited) return [];
        return [
            {
                from,
                to,
                protocols,
                until,
                arrow: fact.arrow.text as Exception['arrow'],
                // A slip must not let the exception cover more than was meant.
                access: fact.access?.[0] ? (block.oneOf(fact.access[0], accesses, 'a kind of access') ?? 'read') : null,
                because: fact.because?.[0] ? readString(fact.because[0].text) : null,
                origin: lowering.origin(fact, { start: fact.source!.start, end: fact.target!.end }),
            },
        ];
    });
    return { ...named(lowering, node, id, block), clauses, exceptions };
}
