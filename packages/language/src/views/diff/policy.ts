import { policyFor, type ReasonKind, type SeveritySetting } from '../../settings/index.ts';
import type { AgreementFact, Change, DiffSide, ModelDiff, Reason } from './model-diff.ts';

/** An agreement that comes from outside of the model: a trailer of a commit, a line of a pull request. */
export interface GivenAgreement {
    /** The kind of what is agreed to; `null` for all kinds. */
    readonly kind: ReasonKind | null;
    /** The id of the element that was changed; `null` for all elements. Of the two, one is named at least. */
    readonly at: string | null;
    readonly by: string;
    readonly what: string | null;
    readonly until: string | null;
}

/** An agreement, wherever it comes from, and whether it counts for this change. */
export interface StandingAgreement {
    readonly from: 'model' | 'given';
    /** The element that it speaks of, as a change names it; for one from outside as it was given. */
    readonly about: string | null;
    readonly kind: ReasonKind | null;
    readonly what: string | null;
    readonly by: string;
    readonly until: string | null;
    readonly state: AgreementFact['state'];
}

/** A reason that a review goes by. */
export interface PolicyReason {
    readonly diff: ModelDiff;
    /** The reason, by the kind that the review asks for. */
    readonly reason: Reason;
    readonly severity: Exclude<SeveritySetting, 'off'>;
    readonly needs: readonly string[];
    /** Who agreed; empty where nobody did who may. */
    readonly agreed: readonly StandingAgreement[];
}

/** What the settings of BASE ask for, and what of it is agreed to. */
export interface Policy {
    /** False where something is an error and not agreed to; `null` where that is not known of what was understood. */
    readonly holds: boolean | null;
    readonly reasons: readonly PolicyReason[];
    readonly agreements: readonly StandingAgreement[];
    /** True where the settings say what a review asks for. */
    readonly own: boolean;
}

/** Where an agreement to a change may be; for what is gone or is in no zone or conduit, also in the system. */
function homesOf({ before, after }: ModelDiff, { element, id, kind }: Change): readonly string[] {
    const { lookup, model }: DiffSide = kind === 'removed' ? before : after;
    const flow = element === 'flow' ? model.flows.find(each => each.id === id) : undefined;
    const container =
        element === 'flow'
            ? (flow?.container ?? null)
            : element === 'asset'
              ? (lookup.asset(id)?.container ?? null)
              : element === 'zone'
                ? (lookup.zone(id)?.parent ?? null)
                : null;
    const around =
        container === null
            ? []
            : lookup.conduit(container)
              ? [`conduit ${container}`]
              : lookup.chain(container).map(zone => `zone ${zone.id}`);
    const inSystem = kind === 'removed' || !['asset', 'flow', 'zone', 'conduit'].includes(element);
    return [
        `${element} ${id}`,
        ...around,
        ...(inSystem && after.model.system ? [`system ${after.model.system.id}`] : []),
    ];
}

const alongPaths: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
    'invariant-broken',
    'path-into-safety',
    'path-into-higher-target',
    'path-from-outside',
    'path-to-essential',
    'path-between-zones',
    'straight-session',
]);

const idOf = (about: string): string => about.slice(about.indexOf(' ') + 1);

/** True for an agreement that speaks of one of some elements, and of this kind of reason. */
function speaksOf({ about, kind, from }: StandingAgreement, reason: Reason, homes: readonly string[]): boolean {
    if (kind !== null && kind !== reason.kind) return false;
    if (about === null) return true;
    return homes.some(home => home === about || (from === 'given' && idOf(home) === about));
}

/**
 * Flows that came or changed between the zones that a path passes: one path is reported, and each of them may open it
 * too, so that an agreement to one is none to the others.
 */
function besides({ changes, after: { lookup, model } }: ModelDiff, { kind, about }: Reason): readonly number[] {
    if (!alongPaths.has(kind)) return [];
    const zones = new Set(about.map(each => lookup.zoneOf(idOf(each))?.id));
    const flows = new Map(model.flows.map(flow => [flow.id, flow]));
    return changes.flatMap(({ element, id, kind: change, agreement }, index) => {
        const flow = element === 'flow' && change !== 'removed' && agreement !== true ? flows.get(id) : undefined;
        if (!flow) return [];
        const ends = [flow.from, flow.to].map(end => lookup.zoneOf(end.id)?.id);
        return ends[0] !== ends[1] && ends.every(zone => zone !== undefined && zones.has(zone)) ? [index] : [];
    });
}

/** Agreements that cover a reason: each change that brings it has to be agreed to; one without a change, itself. */
function covering(
    diff: ModelDiff,
    index: number,
    reason: Reason,
    agreements: readonly StandingAgreement[],
): readonly StandingAgreement[] {
    const causes = diff.security.causes.filter(({ effects }) => effects.includes(index)).map(({ change }) => change);
    const all = [...new Set([...causes, ...besides(diff, reason)])];
    const places = all.length > 0 ? all.map(change => homesOf(diff, diff.changes[change]!)) : [reason.about];
    const found = places.map(homes => agreements.find(each => speaksOf(each, reason, homes)));
    return found.some(each => each === undefined) ? [] : [...new Set(found.flatMap(each => each ?? []))];
}

const sameName = (first: string, second: string): boolean => first.trim().toLowerCase() === second.trim().toLowerCase();

function fromModel(diff: ModelDiff): readonly StandingAgreement[] {
    return diff.security.agreements.map(each => ({ from: 'model', kind: null, ...each }));
}

function fromOutside(given: readonly GivenAgreement[], today: string): readonly StandingAgreement[] {
    return given.map(({ at, kind, what, by, until }) => ({
        from: 'given',
        about: at,
        kind,
        what,
        by,
        until,
        state: until !== null && until < today ? 'expired' : 'counts',
    }));
}

/**
 * Holds a comparison against what a review asks for, by the settings of BASE. What makes nothing worse is asked about
 * only where the settings name its kind.
 * @param given agreements from outside of the models
 * @param today the day on which they are judged, `YYYY-MM-DD`
 */
export function judgePolicy(diffs: readonly ModelDiff[], given: readonly GivenAgreement[], today: string): Policy {
    const outside = fromOutside(given, today);
    const reasons: PolicyReason[] = [];
    const agreements: StandingAgreement[] = [...outside];
    for (const diff of diffs) {
        const { review } = diff.before.settings;
        const own = fromModel(diff);
        agreements.push(...own);
        const counting = [...own, ...outside].filter(({ state }) => state === 'counts');
        for (const [index, reason] of diff.security.reasons.entries()) {
            // By its further kinds it is asked about only where the settings name one.
            for (const kind of [reason.kind, ...(reason.alsoOf ?? []).filter(each => review.has(each))]) {
                if (reason.direction !== 'worse' && !review.has(kind)) continue;
                const { severity, needs } = policyFor(review, kind);
                if (severity === 'off') continue;
                const may = counting.filter(({ by }) => needs.length === 0 || needs.some(each => sameName(each, by)));
                const asked = { ...reason, kind };
                reasons.push({ diff, reason: asked, severity, needs, agreed: covering(diff, index, asked, may) });
            }
        }
    }
    const fails = reasons.some(({ severity, agreed }) => severity === 'error' && agreed.length === 0);
    return {
        holds: fails ? false : diffs.some(({ doubts }) => doubts.length > 0) ? null : true,
        reasons,
        agreements,
        own: diffs.some(({ before }) => before.settings.review.size > 0),
    };
}
