import type {
    Advisory,
    CvssScore,
    ProductState,
    ProductStatement,
    Remediation,
    Repeat,
    Vulnerability,
} from '../model/index.ts';
import { advisoryStatuses, productStates, remediationCategories } from '../model/index.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { named } from './lower-named.ts';
import type { Lowering } from './lowering.ts';
import type { Tree } from './tree.ts';
import { readString } from './values.ts';

export function lowerAdvisory(lowering: Lowering, node: Tree<Ast.Advisory>, id: string, repeats: Repeat[]): Advisory {
    const block = new Block(lowering, node.statements, 'advisory', id, repeats);
    return {
        ...named(lowering, node, id, block),
        identifier: block.string('identifier'),
        publisher: block.string('publisher'),
        dated: block.dayFact('dated'),
        revision: block.string('revision'),
        status: block.word('status', advisoryStatuses, 'a status of an advisory'),
        source: block.string('source'),
        description: block.string('description'),
        vulnerabilities: block.of('VulnerabilityFact').flatMap(fact => lowerVulnerability(lowering, fact, id) ?? []),
        statements: (node.statements ?? [])
            .filter(statement => statement.$type === 'ProductsFact')
            .flatMap(fact => lowerProducts(lowering, fact, id, repeats) ?? []),
    };
}

function lowerVulnerability(
    lowering: Lowering,
    fact: Tree<Ast.VulnerabilityFact>,
    subject: string,
): Vulnerability | null {
    if (!fact.cve) return null;
    const scores = (fact.scores ?? []).flatMap(({ value, vector }): readonly CvssScore[] => {
        if (!value || !vector) return [];
        if (Number(value.text) <= 10) return [{ value: Number(value.text), vector: readString(vector.text) }];
        lowering.problem(
            'invalid-value',
            value,
            `${value.text} is not a CVSS base score: scores go from 0 to 10.`,
            subject,
        );
        return [];
    });
    return {
        cve: readString(fact.cve.text),
        title: fact.title ? readString(fact.title.text) : null,
        scores,
        origin: lowering.origin(fact, fact.cve),
    };
}

function lowerProducts(
    lowering: Lowering,
    fact: Tree<Ast.ProductsFact>,
    subject: string,
    repeats: Repeat[],
): ProductStatement | null {
    const state = productStates.find((each): each is ProductState => each === fact.key?.text);
    const [first] = fact.values ?? [];
    if (state === undefined || !first) return null;
    const block = new Block(lowering, fact.statements, state, subject, repeats);
    const texts = (word: string): readonly string[] => block.texts(word).map(each => each.text);
    const remediations = block.of('RemediationFact', 'remediation').flatMap((each): readonly Remediation[] => {
        const category =
            each.category && block.oneOf(each.category, remediationCategories, 'a category of a remediation');
        return category && each.text ? [{ category, text: readString(each.text.text) }] : [];
    });
    return {
        state,
        products: fact.values!.map(value => ({
            text: readString(value.text),
            origin: lowering.origin(fact, value),
        })),
        vendor: block.string('vendor'),
        versions: texts('versions'),
        cves: texts('cve'),
        modelNumbers: texts('model-number'),
        serialNumbers: texts('serial-number'),
        cpes: texts('cpe'),
        purls: texts('purl'),
        fixedIn: block.string('fixed-in'),
        remediations,
        origin: lowering.origin(fact, first),
    };
}
