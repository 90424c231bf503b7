import type { Assessment, Path } from '../assessment/index.ts';
import { supportOf } from '../assessment/index.ts';
import type { Asset, CvssScore, Vulnerability, Window } from '../model/index.ts';

/** When something has to be done: docs/advisories.md has the rules and their reasons. */
export const urgencies = ['now', 'next stop', 'when renewed'] as const;
/** When something has to be done about an advisory. */
export type Urgency = (typeof urgencies)[number];

/** Who can open a session to an asset, as far as the model says it. */
export type Exposure =
    /** From outside of the system: an external, an enterprise or an untrusted zone. */
    | { readonly from: 'outside'; readonly path: Path }
    /** From another zone of the system. */
    | { readonly from: 'site'; readonly path: Path }
    /** From its own zone at most: flows are declared, and none of them leads there from elsewhere. */
    | { readonly from: 'zone' }
    /** The model declares no flow that concerns it. */
    | { readonly from: 'not said' };

/** How an attacker has to get to a vulnerability (CVSS, attack vector); `null` where no score says it. */
export type AttackVector = 'network' | 'adjacent' | 'local' | 'physical' | null;

/** How urgent an advisory is for an asset, with the reasons in words. */
export interface Weight {
    readonly urgency: Urgency;
    readonly exposure: Exposure;
    readonly vector: AttackVector;
    readonly score: CvssScore | null;
    readonly essential: boolean;
    /** The present or next window of the asset or of a zone around it; `null` where none is said. */
    readonly window: Window | null;
    /** One clause each, in the order in which they count. */
    readonly reasons: readonly string[];
}

const vectors: ReadonlyMap<string, Exclude<AttackVector, null>> = new Map([
    ['N', 'network'],
    ['A', 'adjacent'],
    ['L', 'local'],
    ['P', 'physical'],
]);
const order = ['network', 'adjacent', 'local', 'physical'] as const;

/** The widest attack vector of some vulnerabilities; `null` where one of them has none, since it may be any. */
function vectorOf(vulnerabilities: readonly Vulnerability[]): AttackVector {
    const found = vulnerabilities.map(({ scores }) =>
        scores.map(({ vector }) => vectors.get(/(?:^|\/|\()AV:([NALP])/.exec(vector)?.[1] ?? '')).find(Boolean),
    );
    const widest = order.find(each => found.includes(each)) ?? null;
    return widest !== 'network' && found.includes(undefined) ? null : widest;
}

function highest(vulnerabilities: readonly Vulnerability[]): CvssScore | null {
    return vulnerabilities.flatMap(each => each.scores).sort((a, b) => b.value - a.value)[0] ?? null;
}

/** The paths from outside to every asset that is reached from there. */
function fromOutside({ lookup, reach }: Assessment): ReadonlyMap<string, Path> {
    const outside = lookup.model.zones.filter(zone => {
        const kind = lookup.kindOf(zone.id);
        return kind === 'external' || kind === 'enterprise' || lookup.traitsOf(zone.id).has('untrusted');
    });
    return reach.spread(outside.map(zone => zone.id));
}

/** The assets on which essential functions rest. */
function essentials({ lookup }: Assessment): ReadonlySet<string> {
    const functions = lookup.model.functions.filter(each => each.traits.includes('essential'));
    return new Set(functions.flatMap(each => [...supportOf(lookup, each)]));
}

const exposures = (): Map<string, Exposure> => new Map();

/** {@link readExposure}, once an asset: several advisories may be about it. */
function exposureOf(assessment: Assessment, asset: Asset): Exposure {
    const known = assessment.once(exposures);
    let exposure = known.get(asset.id);
    if (!exposure) known.set(asset.id, (exposure = readExposure(assessment, asset)));
    return exposure;
}

function readExposure(assessment: Assessment, asset: Asset): Exposure {
    const { lookup, reach } = assessment;
    const outside = assessment.once(fromOutside).get(asset.id);
    if (outside) return { from: 'outside', path: outside };
    const zone = lookup.zoneOf(asset.id)?.id;
    const others = [...reach.reaching([asset.id])].filter(id => id !== asset.id && lookup.zoneOf(id)?.id !== zone);
    const peers = new Set(lookup.flowsOf(asset.id).flatMap(flow => [flow.from.id, flow.to.id]));
    const other = others.find(id => peers.has(id)) ?? others[0];
    const nearest = other === undefined ? null : reach.shortestPath(other, asset.id);
    if (nearest) return { from: 'site', path: nearest };
    const around = [asset.id, ...lookup.chain(asset.container).map(each => each.id)];
    return { from: around.some(id => lookup.flowsOf(id).length > 0) ? 'zone' : 'not said' };
}

/** The windows of an asset and of the zones around it that are not over, the first one first. */
export function windowsAhead({ lookup, today }: Assessment, asset: Asset): readonly Window[] {
    return [...asset.windows, ...lookup.chain(asset.container).flatMap(zone => zone.windows)]
        .filter(window => window.to.date >= today)
        .sort((a, b) => (a.from.date < b.from.date ? -1 : a.from.date > b.from.date ? 1 : 0));
}

/** Over which protocols the last session of a path runs, and who opens it. */
export function reacherText({ from, hops }: Path): string {
    const last = hops.at(-1)!;
    const over = last.protocols.length > 0 ? ` over ${last.protocols.join(', ')}` : '';
    const via = last.from === from ? '' : ` by way of ${last.from}`;
    return `${from}${via}${over}`;
}

const earlier: Readonly<Record<Urgency, Urgency>> = { now: 'now', 'next stop': 'now', 'when renewed': 'next stop' };

/** Who reaches it, against how far a vulnerability can be used from. */
function first(exposure: Exposure, vector: AttackVector): readonly [Urgency, string] {
    if (vector === 'physical') return ['when renewed', 'it takes access to the device itself'];
    if (vector === 'local') return ['when renewed', 'it takes an account or a person on the device'];
    switch (exposure.from) {
        case 'outside': {
            const who = reacherText(exposure.path);
            return vector === 'adjacent'
                ? ['next stop', `it takes the same network, and ${who} reaches the asset from outside`]
                : ['now', `${who} reaches the asset from outside`];
        }
        case 'site':
            return ['next stop', `${reacherText(exposure.path)} reaches the asset from another zone`];
        case 'zone':
            return ['when renewed', 'no declared path leads to it from another zone'];
        case 'not said':
            return ['next stop', 'the model does not say who reaches it'];
    }
}

/**
 * How urgent some vulnerabilities of an asset are.
 * @param vulnerabilities those that it has, or may have
 */
export function weigh(assessment: Assessment, asset: Asset, vulnerabilities: readonly Vulnerability[]): Weight {
    const exposure = exposureOf(assessment, asset);
    const vector = vectorOf(vulnerabilities);
    const essential = asset.traits.includes('essential') || assessment.once(essentials).has(asset.id);
    const [base, reason] = first(exposure, vector);
    const raised = essential && vector !== 'physical' && base !== 'now';
    return {
        urgency: raised ? earlier[base] : base,
        exposure,
        vector,
        score: highest(vulnerabilities),
        essential,
        window: windowsAhead(assessment, asset)[0] ?? null,
        reasons: [reason, ...(essential ? ['an essential function depends on it'] : [])],
    };
}
