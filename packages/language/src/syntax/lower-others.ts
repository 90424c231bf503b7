import type {
    Arrangement,
    AssetType,
    Clause,
    Countermeasure,
    Exception,
    Invariant,
    Mention,
    Mitigation,
    Protocol,
    Repeat,
    Span,
    System,
    Threat,
    View,
} from '../model/index.ts';
import {
    accesses,
    arrangements,
    colourings,
    details,
    directions,
    countermeasureStatuses,
    protections,
    securityModes,
} from '../model/index.ts';
import { Block, declaredOrigin } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerMatrix, tolerated } from './lower-matrix.ts';
import { lowerCertificates, lowerServed } from './lower-responsible.ts';
import { lowerRequirements, lowerStatements, reportMaturity } from './lower-statements.ts';
import { lowerEvidence, lowerEvidenceTime, lowerSupport, lowerTime, type Timed } from './lower-time.ts';
import { lowerAdvisoryNames, named } from './lower-subjects.ts';
import { onceIn } from './lower-once.ts';
import type { Lowering } from './lowering.ts';
import { outermost } from './resolve.ts';
import type { Leaf, Tree } from './tree.ts';
import { readString, spanOf } from './values.ts';

const anyElement = ['zone', 'asset', 'conduit'] as const;
const ends = ['asset', 'zone'] as const;

export function lowerSystem(lowering: Lowering, node: Tree<Ast.System>, id: string, repeats: Repeat[]): System {
    const block = new Block(lowering, node.statements, 'system', id, repeats);
    return {
        ...named(lowering, node, id, block),
        owner: block.string('owner'),
        description: block.string('description'),
        tolerableRisk: tolerated(block),
        evidenceValid: lowerTime(lowering, block, 'EvidenceValidFact', 'evidence-valid', id),
        notes: block.notes(),
        matrix: lowerMatrix(lowering, block, id, repeats),
    };
}

export function lowerType(
    lowering: Lowering,
    node: Tree<Ast.AssetType>,
    id: string,
    builtIn: boolean,
    repeats: Repeat[],
): AssetType {
    const block = new Block(lowering, node.statements, 'type', id, repeats);
    if (!node.colon && !builtIn)
        lowering.incomplete(node.title ?? node.name!, 'Expected `:` and the type that it is derived from.', id);
    const statements = lowerStatements(lowering, block, id);
    return {
        ...named(lowering, node, id, block),
        base: node.base ? lowering.global(node.base, 'type', id) : null,
        vendor: block.string('vendor'),
        product: block.string('product'),
        version: block.string('version'),
        description: block.string('description'),
        certificates: lowerCertificates(lowering, block, id),
        ...lowerServed(lowering, block, id),
        aliases: block.texts('alias').map(text => text.text),
        supportedUntil: lowerSupport(block),
        advisoryNames: lowerAdvisoryNames(lowering, block),
        slC: block.level('SL-C'),
        statements,
        builtIn,
    };
}

export function lowerProtocol(
    lowering: Lowering,
    node: Tree<Ast.Protocol>,
    id: string,
    builtIn: boolean,
    repeats: Repeat[],
): Protocol {
    const block = new Block(lowering, node.statements, 'protocol', id, repeats);
    return {
        ...named(lowering, node, id, block),
        ports: block.ports(),
        provides: block.words('provides', protections, 'a protection'),
        security: block.word('security', securityModes, 'a mode of security'),
        traits: block.anyWords('is'),
        protocolClass: block.anyWord('class'),
        aliases: block.texts('alias').map(text => text.text),
        description: block.string('description'),
        builtIn,
    };
}

/** What is said of the time of one piece of evidence behind a `meets`: up to where the next `evidence` begins. */
function timeBeside(fact: Tree<Ast.RequirementFact>, value: Leaf): Timed {
    const begins = (fact.evidenceAt ?? []).map(({ start }) => start);
    const from = begins.findLast(start => start < value.start) === begins[0] ? fact.start : value.start;
    const to = begins.find(start => start > value.start) ?? Infinity;
    const here = <T extends Span>(values: readonly T[] = []): readonly T[] =>
        values.filter(({ start }) => start > from && start < to);
    return { author: here(fact.author), dated: here(fact.dated), valid: here(fact.valid), until: here(fact.until) };
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
    return {
        ...named(lowering, node, id, block),
        meets: meets.flatMap(fact => lowerRequirements(lowering, fact.requirements, id)),
        status: block.word('status', countermeasureStatuses, 'a status'),
        statusAt: block.wordAt('status'),
        due: block.dayFact('due') ?? block.day(trailingDue),
        cost: block.number('cost'),
        owner: block.string('owner'),
        downtime: lowerTime(lowering, block, 'DowntimeFact', 'downtime', id),
        evidence: [...lowerEvidence(lowering, block, id), ...trailingEvidence],
        description: block.string('description'),
    };
}

export function lowerThreat(lowering: Lowering, node: Tree<Ast.Threat>, id: string, repeats: Repeat[]): Threat {
    const block = new Block(lowering, node.statements, 'threat', id, repeats);
    const grade = (leaf: Leaf | undefined, what: string): number | null => {
        if (!leaf) return null;
        if (/^[1-9]\d?$/.test(leaf.text)) return Number(leaf.text);
        lowering.problem('invalid-value', leaf, `${leaf.text} is not a ${what}: grades are whole numbers from 1.`, id);
        return null;
    };
    const likelihood = block.of('LikelihoodFact', 'likelihood')[0]?.value;
    const consequence = block.of('ConsequenceFact', 'consequence')[0]?.value;
    const mitigations: Mitigation[] = block.of('MitigatedFact', 'mitigated').map(fact => ({
        by: lowering.globals(fact.by, 'countermeasure', id),
        toLikelihood: grade(fact.likelihood, 'likelihood'),
        toConsequence: grade(fact.consequence, 'consequence'),
        origin: lowering.origin(fact),
    }));
    return {
        ...named(lowering, node, id, block),
        from: block.mentions('from', outermost, anyElement),
        against: block.mentions('against', outermost, anyElement),
        likelihood: grade(likelihood, 'likelihood'),
        consequence: grade(consequence, 'consequence'),
        likelihoodAt: likelihood ? spanOf(likelihood) : null,
        consequenceAt: consequence ? spanOf(consequence) : null,
        mitigations,
        description: block.string('description'),
        category: lowerCategory(lowering, block, id),
    };
}

/** In a threat `category` names a class; what differs for it stands in the matrix. */
function lowerCategory(lowering: Lowering, block: Block, threat: string): string | null {
    const fact = block.of('CategoryFact', 'category')[0];
    if (fact?.open)
        lowering.problem(
            'syntax',
            fact.open,
            "In a threat, 'category' names a consequence class; write what differs for it in the matrix of the system.",
            threat,
        );
    return fact?.value?.text ?? null;
}

export function lowerInvariant(
    lowering: Lowering,
    node: Tree<Ast.Invariant>,
    id: string,
    repeats: Repeat[],
): Invariant {
    const block = new Block(lowering, node.statements, 'invariant', id, repeats);
    const clauses: Clause[] = [];
    for (const fact of [...block.of('ClauseFact', 'deny', 'require')].sort((a, b) => a.start - b.start)) {
        const verb = fact.key?.text === 'require' ? 'require' : 'deny';
        const end = (node: Tree<Ast.QName> | undefined): Mention | null =>
            node ? lowering.element(node, outermost, ends, id) : null;
        const from = end(fact.source);
        const to = end(fact.target);
        const through = end(fact.through);
        if (verb === 'require' && !fact.through && fact.target) {
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
        const until = block.day(fact.until?.[0]);
        if (!from || !to || !fact.arrow) return [];
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

export function lowerView(lowering: Lowering, node: Tree<Ast.View>, id: string, repeats: Repeat[]): View {
    const block = new Block(lowering, node.statements, 'view', id, repeats);
    const path = block.of('PathFact', 'path')[0];
    const from = path?.source ? lowering.element(path.source, outermost, ends, id) : null;
    const to = path?.target ? lowering.element(path.target, outermost, ends, id) : null;
    const threat = block.of('Threat')[0]?.name;
    return {
        ...named(lowering, node, id, block),
        origin: declaredOrigin(lowering, node),
        include: block.mentions('include', outermost, anyElement),
        exclude: block.mentions('exclude', outermost, anyElement),
        focus: block.mentions('focus', outermost, anyElement),
        hide: block.mentions('hide', outermost, anyElement),
        highlight: block.mentions('highlight', outermost, anyElement),
        direction: block.word('direction', directions, 'a direction'),
        detail: block.word('detail', details, 'a detail'),
        colour: block.word('colour', colourings, 'a colouring'),
        path: from && to ? { from, to } : null,
        cut: block.mentions('cut', outermost, anyElement),
        assume: block.mentions('assume', outermost, anyElement),
        threat: threat ? lowering.global(threat, 'threat', id) : null,
        description: block.string('description'),
        arranged: lowerArranged(lowering, block, id),
    };
}

/** Each statement is an order of its own. */
function lowerArranged(lowering: Lowering, block: Block, id: string): readonly Arrangement[] {
    const facts = [
        ...block.of('RowFact', 'row'),
        ...block.of('MentionFact', 'beside'),
        ...block.of('MentionFact', 'left-to-right'),
    ];
    return facts
        .sort((a, b) => a.start - b.start)
        .flatMap(({ key, targets }) => {
            const word = arrangements.find(each => each === key?.text);
            // Both are names of the same shape.
            const zones = lowering.elements(targets as readonly Tree<Ast.QName>[], outermost, ['zone'], id);
            return word && zones.length > 0 ? [{ word, zones }] : [];
        });
}
