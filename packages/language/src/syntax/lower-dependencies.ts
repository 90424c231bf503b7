import type {
    Alternatives,
    Dependency,
    Endurance,
    EssentialFunction,
    Island,
    Keeping,
    Repeat,
    Without,
} from '../model/index.ts';
import { functionTraits } from '../model/index.ts';
import { flat } from './flat.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerDuration } from './lower-duration.ts';
import { named } from './lower-named.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './resolve.ts';
import { outermost } from './resolve.ts';
import type { Tree } from './tree.ts';
import { readString } from './values.ts';

const anyElement = ['asset', 'zone', 'conduit'] as const;
const none: readonly never[] = [];

export interface Needs {
    readonly needs: readonly Dependency[];
    readonly needsOneOf: readonly Alternatives[];
}

const noNeeds: Needs = { needs: none, needsOneOf: none };

/** A name that an element has, or else a function. */
function dependency(
    lowering: Lowering,
    node: Tree<Ast.QName>,
    scope: Scope,
    subject: string | null,
): Dependency | null {
    const [part, ...further] = node.parts ?? [];
    const isFunction =
        part !== undefined && further.length === 0 && lowering.isOnly(part.text, scope, anyElement, 'function');
    const found = isFunction
        ? lowering.global(part, 'function', subject)
        : lowering.element(node, scope, [...anyElement, 'function'], subject);
    return found && { ...found, of: isFunction ? 'function' : 'element' };
}

function dependencies(
    lowering: Lowering,
    nodes: readonly Tree<Ast.QName>[] | undefined,
    scope: Scope,
    subject: string | null,
): readonly Dependency[] {
    return flat(nodes, node => dependency(lowering, node, scope, subject) ?? []);
}

/** What an asset or a function needs: all of what is named with commas, one of what is named with `or`. */
export function lowerNeeds(lowering: Lowering, block: Block, scope: Scope, subject: string | null): Needs {
    const facts = block.of('NeedsFact', 'needs');
    if (facts.length === 0) return noNeeds;
    const needs: Dependency[] = [];
    const needsOneOf: Alternatives[] = [];
    for (const fact of facts) {
        const found = dependencies(lowering, fact.targets, scope, subject);
        const ors = fact.orAt?.length ?? 0;
        if (ors > 0 && ors < (fact.targets?.length ?? 0) - 1) {
            lowering.problem(
                'syntax',
                fact.orAt![0]!,
                '`needs` takes commas for all of them, or `or` for one of them, and not both: ' +
                    'write the others in a statement of their own.',
                subject,
            );
        }
        // One that is not understood may be the one that is left: what is known is not needed for sure then.
        const isWhole = found.length > ors && found.length >= (fact.targets?.length ?? 0);
        const isAll = ors === 0 || (isWhole && found.length < 2);
        if (isAll) needs.push(...found);
        if (isAll && isWhole) continue;
        needsOneOf.push({
            any: isAll ? none : found,
            ...(isWhole ? {} : { unread: true as const }),
            origin: lowering.origin(fact),
        });
    }
    return { needs, needsOneOf };
}

export function lowerWithouts(
    lowering: Lowering,
    block: Block,
    scope: Scope,
    subject: string | null,
): readonly Without[] {
    const facts = block.of('WorksFact', 'works');
    if (facts.length === 0) return none;
    return flat(facts, fact =>
        dependencies(lowering, fact.targets, scope, subject).map(without => ({
            without,
            because: fact.because ? readString(fact.because.text) : null,
            origin: lowering.origin(fact, without.at),
        })),
    );
}

export function lowerFunction(
    lowering: Lowering,
    node: Tree<Ast.PlantFunction>,
    id: string,
    repeats: Repeat[],
): EssentialFunction {
    const block = new Block(lowering, node.statements, 'function', id, repeats);
    const endures = block.of('EnduresFact', 'endures').flatMap((fact): readonly Endurance[] => {
        const without = dependencies(lowering, fact.targets, outermost, id);
        const duration = lowerDuration(lowering, block, fact.duration, id);
        return duration
            ? without.map(each => ({ without: each, duration, origin: lowering.origin(fact, each.at) }))
            : none;
    });
    return {
        ...named(lowering, node, id, block),
        ...lowerNeeds(lowering, block, outermost, id),
        worksWithout: lowerWithouts(lowering, block, outermost, id),
        endures,
        traits: block.words('is', functionTraits, 'a trait of a function'),
        fallback: block.string('fallback'),
        owner: block.string('owner'),
        description: block.string('description'),
    };
}

export function lowerIsland(lowering: Lowering, node: Tree<Ast.Island>, id: string, repeats: Repeat[]): Island {
    const block = new Block(lowering, node.statements, 'island', id, repeats);
    const keeps = block.of('KeepsFact', 'keeps').flatMap((fact): readonly Keeping[] => {
        const duration = lowerDuration(lowering, block, fact.duration, id);
        // A time that is not understood must not become "for good", nor shorter than was meant.
        if (fact.duration && !duration) return none;
        return lowering
            .globals(fact.targets, 'function', id)
            .map(kept => ({ function: kept, duration, origin: lowering.origin(fact, kept.at) }));
    });
    return {
        ...named(lowering, node, id, block),
        cut: block.mentions('cut', outermost, anyElement),
        keeps,
        description: block.string('description'),
    };
}
