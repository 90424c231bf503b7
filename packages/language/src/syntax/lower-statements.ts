import type { RequirementMention, Statement } from '../model/index.ts';
import { nearest } from '../model/index.ts';
import { flat } from './flat.ts';
import type { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerEvidenceTime } from './lower-time.ts';
import { onceIn } from './lower-once.ts';
import type { Lowering } from './lowering.ts';
import type { Tree } from './tree.ts';
import { readString, spanOf } from './values.ts';

const none: readonly never[] = [];
const verbs = ['meets', 'misses', 'excludes', 'compensates'] as const;

/** Lowers `SR 1.1`, `SR 1.1 RE 2` and `FR 2 SL 1`; what does not exist is reported and left out. */
export function lowerRequirements(
    lowering: Lowering,
    nodes: readonly Tree<Ast.RequirementRef>[] | undefined,
    subject: string | null,
): readonly RequirementMention[] {
    return flat(nodes, (node): readonly RequirementMention[] => {
        const number = node.number?.text;
        if (node.kind?.text === 'FR' && number !== undefined) return lowerWholeFr(lowering, node, subject);
        if (node.kind?.text !== 'SR') return otherRequirement(lowering, node, subject);
        if (number === undefined) return [];
        const id = `SR ${number}${node.enhancement ? ` RE ${node.enhancement.text}` : ''}`;
        if (lowering.knowledge.isRequirement(id)) return [{ kind: 'requirement', id, at: spanOf(node) } as const];
        const near = nearest(id, lowering.knowledge.requirementIds);
        lowering.problem(
            'invalid-value',
            node,
            `IEC 62443-3-3 has no ${id}${near ? `; did you mean ${near}?` : '.'}`,
            subject,
            near ? [lowering.replacement(`Change to ${near}`, node, near)] : [],
        );
        return [];
    });
}

/** The id that a reference writes: `NET 3.2`, `SP.07.04 RE 1`, `SM-1`. */
export function partIdOf({ kind, number, enhancement }: Tree<Ast.RequirementRef>): string {
    const word = kind?.text ?? '';
    const tail = enhancement ? ` RE ${enhancement.text}` : '';
    return number === undefined ? `${word}${tail}` : `${word}${word === 'SP' ? '.' : ' '}${number.text}${tail}`;
}

/** What is not a requirement on a system: it may be one on an organisation. */
function otherRequirement(lowering: Lowering, node: Tree<Ast.RequirementRef>, subject: string | null): [] {
    if (!node.kind || node.kind.text === 'FR') return [];
    const id = partIdOf(node);
    const part = lowering.knowledge.partOf(id);
    const close = /^(SR|FR)(\d+)$/i.exec(node.kind.text);
    const spaced = close && `${close[1]!.toUpperCase()} ${close[2]}${node.number ? `.${node.number.text}` : ''}`;
    const near = part ? null : nearest(spaced ?? id, lowering.knowledge.requirementIds);
    const where = part === '2-1' ? 'in the programme of the asset owner' : 'in the party that does the work';
    lowering.problem(
        part ? 'invalid-value' : 'syntax',
        node,
        part
            ? `${id} is a requirement of IEC 62443-${part}, on an organisation: state it ${where}.`
            : `Expected a requirement such as \`SR 1.1\` or \`FR 2 SL 1\`, but found \`${close ? close[0] : id}\`` +
                  (close ? `; write a space after ${close[1]!.toUpperCase()}.` : '.'),
        subject,
        near ? [lowering.replacement(`Change to ${near}`, node, near)] : [],
    );
    return [];
}

/** A maturity level is said of a process: it means nothing beside a requirement on a system. */
export function reportMaturity(lowering: Lowering, fact: Tree<Ast.RequirementFact>, subject: string | null): void {
    const [maturity] = fact.maturity ?? [];
    if (maturity)
        lowering.problem(
            'invalid-value',
            maturity,
            'A maturity level is said of requirements on organisations, in a party or a programme: remove it here.',
            subject,
        );
}

function lowerWholeFr(
    lowering: Lowering,
    node: Tree<Ast.RequirementRef>,
    subject: string | null,
): RequirementMention[] {
    const fr = Number(node.number!.text);
    if (!Number.isInteger(fr) || fr < 1 || fr > 7) {
        lowering.problem(
            'invalid-value',
            node.number!,
            `There is no FR ${node.number!.text}: foundational requirements go from 1 to 7.`,
            subject,
        );
        return [];
    }
    if (!node.level) {
        lowering.problem('syntax', node, `Add the level: FR ${fr} SL 1.`, subject);
        return [];
    }
    if (!/^[1-4]$/.test(node.level.text)) {
        lowering.problem(
            'invalid-value',
            node.level,
            `There is no security level ${node.level.text} to meet: write 1 to 4.`,
            subject,
        );
        return [];
    }
    return [{ kind: 'fr', fr: fr - 1, level: Number(node.level.text), at: spanOf(node) }];
}

/**
 * A statement with the countermeasures that it rests on. A claim that rests on one that nobody knows claims nothing.
 * @returns the statement, or none
 */
export function restingOn<T extends { readonly verb: Statement['verb'] }>(
    lowering: Lowering,
    fact: Tree<Ast.RequirementFact>,
    statement: T,
    subject: string | null,
): readonly (T & Pick<Statement, 'by'>)[] {
    const by = lowering.countermeasures(fact, subject);
    const claims = statement.verb === 'meets' || statement.verb === 'compensates';
    return by || !claims ? [{ ...statement, by: by ?? none }] : none;
}

/** Lowers the statements about requirements that are in a block. */
export function lowerStatements(lowering: Lowering, block: Block, subject: string | null): readonly Statement[] {
    const facts = block.ofAny('RequirementFact', verbs);
    if (facts.length === 0) return none;
    return [...facts]
        .sort((a, b) => a.start - b.start)
        .flatMap((fact): readonly Statement[] => {
            reportMaturity(lowering, fact, subject);
            const because = onceIn(lowering, fact.because, 'because', subject);
            const statement = {
                verb: verbs.find(verb => verb === fact.key?.text)!,
                requirements: lowerRequirements(lowering, fact.requirements, subject),
                because: because ? readString(because.text) : null,
                evidence: (fact.evidence ?? []).map(value => readString(value.text)),
                evidenceTime: lowerEvidenceTime(lowering, block, fact, subject),
                due: block.day(onceIn(lowering, fact.due, 'due', subject)),
                origin: lowering.origin(fact, { start: fact.start, end: fact.requirements?.at(-1)?.end ?? fact.end }),
            };
            return restingOn(lowering, fact, statement, subject);
        });
}
