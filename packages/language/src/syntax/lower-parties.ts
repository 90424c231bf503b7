import type { PartMention, PartStatement, Party, Programme, Repeat } from '../model/index.ts';
import { nearest, partyRoles, verbs } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerAccepts, lowerAgreements } from './lower-accepts.ts';
import { lowerCertificates } from './lower-responsible.ts';
import { lowerEvidenceTime } from './lower-time.ts';
import { onceIn } from './lower-once.ts';
import type { Lowering } from './lowering.ts';
import { partIdOf, restingOn } from './lower-statements.ts';
import { named } from './lower-named.ts';
import type { Leaf, Tree } from './tree.ts';
import { readString, spanOf } from './values.ts';

const none: readonly never[] = [];

const holders = { party: ['2-4', '4-1'], programme: ['2-1'] } as const;

function mentionOf(
    lowering: Lowering,
    node: Tree<Ast.RequirementRef>,
    block: keyof typeof holders,
    subject: string | null,
): readonly PartMention[] {
    const id = partIdOf(node);
    const part = lowering.knowledge.partOf(id);
    const wanted: readonly string[] = holders[block];
    if (part && wanted.includes(part)) return [{ id, at: spanOf(node) }];
    if (part) {
        lowering.problem(
            'invalid-value',
            node,
            part === '2-1'
                ? `${id} is a requirement on the asset owner (IEC 62443-2-1): state it in a programme.`
                : `${id} is a requirement of IEC 62443-${part}: state it in the party that does the work.`,
            subject,
        );
        return none;
    }
    if (node.kind?.text === 'SR' || node.kind?.text === 'FR') {
        lowering.problem(
            'invalid-value',
            node,
            `${node.kind.text} ${node.number?.text ?? ''} is a requirement on a system (IEC 62443-3-3): state ` +
                'it in a zone, conduit or asset.',
            subject,
        );
        return none;
    }
    const all = wanted.flatMap(each => lowering.knowledge.partIdsOf(each as '2-1' | '2-4' | '4-1'));
    const inside = node.number ? all.filter(each => each.startsWith(`${id}.`)) : [];
    const near = inside.length > 0 ? null : nearest(id, all);
    lowering.problem(
        'invalid-value',
        node,
        inside.length > 0
            ? `${id} is a group of ${inside.length} requirements: write those that you mean.`
            : `IEC 62443-${wanted.join(' and ')} ${wanted.length > 1 ? 'have' : 'has'} no ${id}` +
                  `${near ? `; did you mean ${near}?` : '.'}`,
        subject,
        inside.length > 0
            ? [lowering.replacement(`Write all of ${id}`, node, inside.join(', '))]
            : near
              ? [lowering.replacement(`Change to ${near}`, node, near)]
              : [],
    );
    return none;
}

/** A level of maturity, 1 to 4. */
function maturityOf(lowering: Lowering, leaf: Leaf | undefined, subject: string | null): number | null {
    if (!leaf) return null;
    if (/^[1-4]$/.test(leaf.text)) return Number(leaf.text);
    lowering.problem('invalid-value', leaf, `There is no maturity level ${leaf.text}: write 1 to 4.`, subject);
    return null;
}

function lowerPartStatements(
    lowering: Lowering,
    block: Block,
    kind: keyof typeof holders,
    subject: string | null,
): readonly PartStatement[] {
    return [...block.ofAny('RequirementFact', verbs)]
        .sort((a, b) => a.start - b.start)
        .flatMap((fact): readonly PartStatement[] => {
            const because = onceIn(lowering, fact.because, 'because', subject);
            const verb = verbs.find(each => each === fact.key?.text)!;
            const level = onceIn(lowering, fact.maturity, 'maturity', subject);
            const maturity = maturityOf(lowering, level, subject);
            const statement = {
                verb,
                requirements: (fact.requirements ?? []).flatMap(node => mentionOf(lowering, node, kind, subject)),
                maturity,
                because: because ? readString(because.text) : null,
                evidence: (fact.evidence ?? []).map(value => readString(value.text)),
                evidenceTime: lowerEvidenceTime(lowering, block, fact, subject),
                due: block.day(onceIn(lowering, fact.due, 'due', subject)),
                origin: lowering.origin(fact, { start: fact.start, end: fact.requirements?.at(-1)?.end ?? fact.end }),
            };
            const resting = restingOn(lowering, fact, statement, subject);
            // With a maturity that there is not, it is not known what is claimed.
            return level && maturity === null && (verb === 'meets' || verb === 'compensates') ? [] : resting;
        });
}

export function lowerParty(lowering: Lowering, node: Tree<Ast.Party>, id: string, repeats: Repeat[]): Party {
    const block = new Block(lowering, node.statements, 'party', id, repeats);
    return {
        ...named(lowering, node, id, block),
        roles: block.words('role', partyRoles, 'a role of a party'),
        certificates: lowerCertificates(lowering, block, id),
        statements: lowerPartStatements(lowering, block, 'party', id),
        description: block.string('description'),
    };
}

/** The id of a programme: it has no name. */
const programmeId = 'programme';

export function lowerProgramme(lowering: Lowering, node: Tree<Ast.Programme>, repeats: Repeat[]): Programme {
    const block = new Block(lowering, node.statements, 'programme', programmeId, repeats);
    return {
        id: programmeId,
        name: 'The programme',
        title: node.title ? readString(node.title.text) : null,
        doc: lowering.docs.get(node.start) ?? null,
        origin: lowering.origin(node, { start: node.start, end: node.start + programmeId.length }),
        accepts: lowerAccepts(lowering, block),
        agreements: lowerAgreements(lowering, block),
        owner: block.string('owner'),
        statements: lowerPartStatements(lowering, block, 'programme', programmeId),
        description: block.string('description'),
    };
}
