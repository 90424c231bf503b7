import type { Assessment } from '../assessment/index.ts';
import type { Advisory, Asset, Lookup, Remediation } from '../model/index.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import type { Candidate, NamedProduct } from './named-products.ts';
import { NamedProducts } from './named-products.ts';
import type { PlantProduct } from './plant-products.ts';
import { plantProducts, productOfAsset } from './plant-products.ts';
import type { Weight } from './weigh.ts';
import { urgencies, weigh } from './weigh.ts';

/** What an advisory means for an asset. */
export interface AdvisoryReading extends Judgement {
    readonly advisory: Advisory;
    readonly asset: Asset;
    /** The products that the confirmed names of the asset name. */
    readonly products: readonly NamedProduct[];
    /** What the publisher advises for them, each once. */
    readonly remediations: readonly Remediation[];
    /** The first version without the vulnerabilities, where the advisory names one. */
    readonly fixedIn: string | null;
    /** `null` where it is not affected. */
    readonly weight: Weight | null;
}

/** A product of the plant of which nobody has said what advisories call it. */
export interface Unconfirmed {
    readonly product: PlantProduct;
    readonly candidates: readonly Candidate[];
}

/** What all advisories of a model mean for it. */
export interface Advisories {
    /** By urgency, then essential ones, then by score; what is not affected comes last. */
    readonly readings: readonly AdvisoryReading[];
    readonly unconfirmed: readonly Unconfirmed[];
    /** Assets of which nothing says which product they are: no advisory can be looked up for them. */
    readonly unsaid: readonly Asset[];
    /** Advisories that name no product of the plant, confirmed or not. */
    readonly elsewhere: readonly Advisory[];
}

const namedProducts = (lookup: Lookup): NamedProducts => new NamedProducts(lookup);

/** The products of all advisories of a model. */
export function productsNamed(lookup: Lookup): NamedProducts {
    return lookup.once(namedProducts);
}

function readingsOf(assessment: Assessment, asset: Asset): readonly AdvisoryReading[] {
    const { lookup } = assessment;
    const { vendor, names } = productOfAsset(lookup, asset);
    const named = productsNamed(lookup);
    const out = new Set(names.filter(each => each.not).flatMap(each => named.of(each.name, vendor)));
    const found = new Set(
        names
            .filter(each => !each.not)
            .flatMap(each => named.of(each.name, vendor))
            .filter(each => !out.has(each)),
    );
    const byAdvisory = Map.groupBy(found, each => each.advisory);
    return Array.from(byAdvisory, ([advisory, products]): AdvisoryReading => {
        const judgement = judge(lookup, asset, advisory, products, assessment.today);
        const affected = products.filter(each => each.statement.state === 'affected');
        const remediations = new Map(
            affected.flatMap(each =>
                each.statement.remediations.map(one => [`${one.category} ${one.text}`, one] as const),
            ),
        );
        const fixed = new Set(affected.flatMap(each => each.statement.fixedIn ?? []));
        return {
            ...judgement,
            advisory,
            asset,
            products,
            remediations: [...remediations.values()],
            fixedIn: fixed.size === 1 ? [...fixed][0]! : null,
            weight: judgement.verdict === 'not-affected' ? null : weigh(assessment, asset, judgement.vulnerabilities),
        };
    });
}

function orderOf({ weight, verdict }: AdvisoryReading): readonly number[] {
    if (!weight) return [urgencies.length, 0, 0, 0];
    return [
        urgencies.indexOf(weight.urgency),
        verdict === 'affected' ? 0 : 1,
        weight.essential ? 0 : 1,
        -(weight.score?.value ?? 10),
    ];
}

function compare(one: AdvisoryReading, other: AdvisoryReading): number {
    const [a, b] = [orderOf(one), orderOf(other)];
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : a[at]! - b[at]!;
}

function readAll(assessment: Assessment): Advisories {
    const { lookup, model } = assessment;
    if (model.advisories.length === 0) return { readings: [], unconfirmed: [], unsaid: [], elsewhere: [] };
    const { products, unsaid } = plantProducts(lookup);
    const readings = model.assets.flatMap(asset => readingsOf(assessment, asset)).sort(compare);
    const named = productsNamed(lookup);
    const unconfirmed = products
        .map(product => ({ product, candidates: named.candidatesFor(product) }))
        .filter(({ candidates }) => candidates.length > 0);
    const met = new Set([
        ...readings.map(each => each.advisory),
        ...unconfirmed.flatMap(({ candidates }) => candidates.flatMap(each => each.advisories)),
    ]);
    return { readings, unconfirmed, unsaid, elsewhere: model.advisories.filter(each => !met.has(each)) };
}

/** What the advisories of a model mean for its assets; worked out once. */
export function readAdvisories(assessment: Assessment): Advisories {
    return assessment.once(readAll);
}
