import type { AdvisoryReading, Unconfirmed, Urgency, Verdict } from '../../advisories/index.ts';
import { readAdvisories } from '../../advisories/index.ts';
import type { Assessment } from '../../assessment/index.ts';
import type { Remediation, Vulnerability } from '../../model/index.ts';

/** What an advisory means for an asset, as every format shows it. */
export interface AdvisoryRow {
    /** The number that its publisher gives it, else its name in the model. */
    readonly advisory: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly dated: string | null;
    readonly revision: string | null;
    readonly status: string | null;
    readonly asset: string;
    readonly zone: string | null;
    /** The confirmed names, as the advisory writes them. */
    readonly products: readonly string[];
    readonly verdict: Verdict;
    readonly vulnerabilities: readonly { readonly cve: string; readonly score: number | null }[];
    /** Where it is affected: further ones of which it is not known. */
    readonly perhaps: readonly string[];
    /** Why it is not known. */
    readonly why: string | null;
    readonly versions: readonly { readonly version: string; readonly by: string }[];
    /** `null` where it is not affected. */
    readonly weight: {
        readonly urgency: Urgency;
        readonly reasons: readonly string[];
        readonly reachedFrom: 'outside' | 'site' | 'zone' | 'not said';
        /** Of the last session of the path. */
        readonly protocols: readonly string[];
        readonly vector: string | null;
        readonly score: number | null;
        readonly essential: boolean;
        readonly window: { readonly title: string; readonly from: string; readonly to: string } | null;
    } | null;
    readonly fixedIn: string | null;
    readonly remediations: readonly Remediation[];
    /** How far the patch to the fixed version has come on this asset, where the model says it. */
    readonly patch: string | null;
}

/** A product of the plant whose name in advisories nobody has confirmed. */
export interface UnconfirmedRow {
    /** The type, or the assets that say their product themselves. */
    readonly holders: readonly string[];
    readonly assets: readonly string[];
    readonly vendor: string | null;
    readonly product: string | null;
    readonly candidates: readonly {
        readonly name: string;
        readonly vendor: string | null;
        readonly why: string;
        readonly advisories: readonly string[];
    }[];
}

/** What the advisories of a model mean for its assets, as it is printed. */
export interface AdvisoryRows {
    /** How many advisories the model has. */
    readonly advisories: number;
    readonly readings: readonly AdvisoryRow[];
    readonly unconfirmed: readonly UnconfirmedRow[];
    /** Assets of which nothing says which product they are. */
    readonly unsaid: readonly string[];
    /** Advisories that name no product of the plant, confirmed or not. */
    readonly elsewhere: readonly string[];
}

function vulnerabilityRow({ cve, scores }: Vulnerability): AdvisoryRow['vulnerabilities'][number] {
    return { cve, score: scores.length === 0 ? null : Math.max(...scores.map(each => each.value)) };
}

function rowOf({ lookup }: Assessment, reading: AdvisoryReading): AdvisoryRow {
    const { advisory, asset, weight, fixedIn } = reading;
    return {
        advisory: advisory.identifier ?? advisory.id,
        title: advisory.title,
        publisher: advisory.publisher,
        dated: advisory.dated?.date ?? null,
        revision: advisory.revision,
        status: advisory.status,
        asset: asset.id,
        zone: lookup.zoneOf(asset.id)?.id ?? null,
        products: [...new Set(reading.products.map(each => each.name))],
        verdict: reading.verdict,
        vulnerabilities: reading.vulnerabilities.map(vulnerabilityRow),
        perhaps: reading.perhaps.map(each => each.cve),
        why: reading.why,
        versions: reading.versions.map(({ version, by }) => ({ version, by: by.replaceAll('`', '') })),
        weight: weight && {
            urgency: weight.urgency,
            reasons: weight.reasons,
            reachedFrom: weight.exposure.from,
            protocols: 'path' in weight.exposure ? weight.exposure.path.hops.at(-1)!.protocols : [],
            vector: weight.vector,
            score: weight.score?.value ?? null,
            essential: weight.essential,
            window: weight.window && {
                title: weight.window.title,
                from: weight.window.from.date,
                to: weight.window.to.date,
            },
        },
        fixedIn,
        remediations: reading.remediations,
        patch: asset.patches.find(each => each.version === fixedIn)?.state ?? null,
    };
}

function unconfirmedRow({ product, candidates }: Unconfirmed): UnconfirmedRow {
    return {
        holders: product.holders.map(each => each.id),
        assets: product.assets.map(each => each.id),
        vendor: product.vendor,
        product: product.called[0] ?? null,
        candidates: candidates.map(({ name, vendor, why, advisories }) => ({
            name,
            vendor,
            why,
            advisories: advisories.map(each => each.identifier ?? each.id),
        })),
    };
}

/** All that the advisories of a model mean for it, the most urgent first. */
export function advisoryRows(assessment: Assessment): AdvisoryRows {
    const { readings, unconfirmed, unsaid, elsewhere } = readAdvisories(assessment);
    return {
        advisories: assessment.model.advisories.length,
        readings: readings.map(reading => rowOf(assessment, reading)),
        unconfirmed: unconfirmed.map(unconfirmedRow),
        unsaid: unsaid.map(each => each.id),
        elsewhere: elsewhere.map(each => each.identifier ?? each.id),
    };
}
