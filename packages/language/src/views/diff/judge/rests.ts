import { capabilityOfAsset } from '../../../assessment/capability.ts';
import { placesOfCountermeasures } from '../../../assessment/off-path.ts';
import type { Asset, Conduit, Flow, Mention } from '../../../model/index.ts';
import { dayAfter, isDoneBy } from '../../../model/index.ts';
import type { Blamed } from './blamed.ts';
import { judgedByNeighbours } from './neighbours.ts';
import type { Compared } from './reason.ts';
import { allowedByOthers, goesOn, isNarrowed } from './services.ts';
import { hidesContent, isUndecided } from './words-of-flows.ts';
import { isPutInside } from './levels.ts';
import { isAskedLess } from './ratings.ts';
import { judgedByWithdrawn } from './sources.ts';
import { judgedByClaims } from './withdrawn-claims.ts';
import { roleOf, sameProduct } from './relabelled.ts';

/** A flow on both sides, or a conduit. */
interface Partners {
    readonly flow?: readonly [Flow, Flow];
    readonly conduit?: readonly [Conduit, Conduit];
}

/**
 * What a rule rests on, so that it falls silent where that goes: then it is not satisfied. True where it still has
 * something to judge. The boundary that a flow crosses is asked of every rule.
 */
const restsOn: Readonly<Record<string, (partners: Partners) => boolean>> = {
    'one-way-without-proxies': ({ conduit }) => !conduit || conduit[1].oneWay !== null,
    'one-way-contradicted': ({ conduit }) => !conduit || conduit[1].oneWay !== null,
    'flow-expired': ({ flow }) =>
        !flow || (flow[1].until !== null && flow[1].until.date <= (flow[0].until?.date ?? '')),
    'flow-proposed': ({ flow }) => !flow || flow[1].approvedBy !== null,
    'order-through-one-device': ({ conduit }) => !conduit || conduit[1].via.length > 0,
    'security-device-in-safety-path': ({ conduit }) => !conduit || conduit[1].via.length > 0,
    'traffic-beyond-access': ({ flow }) => !flow || flow[1].access !== null,
    'temporary-flow-unapproved': ({ flow }) => !flow || flow[1].until !== null,
};

/**
 * Rules about a gap to the SL-T. They fall silent too where nothing is said any more of what was missing: the gap is
 * there all the same.
 */
const aboutGaps: ReadonlySet<string> = new Set(['gap-below-target']);

/** Rules that hold zones and assets against the threats. To take a threat out of the model mends nothing. */
const aboutThreats: ReadonlySet<string> = new Set([
    'asset-without-threat',
    'sl-t-below-risk',
    'sl-t-without-threat',
    'threat-measure-off-path',
]);

/** Rules that ask who is responsible, where the model knows any party. */
const aboutParties: ReadonlySet<string> = new Set([
    'essential-asset-unmaintained',
    'owners-conduit-unmonitored',
    'remote-party-without-proof',
]);

/** Rules about what an asset needs. That it left the model mends nothing; what has retired is still in it. */
const aboutNeeds: ReadonlySet<string> = new Set(['essential-need-outside', 'need-without-flow']);

/** True where a threat is gone, or comes from less or is against less than before of what is still there. */
function hasLostThreat({ before, after, pairing }: Compared): boolean {
    const threats = new Map(after.model.threats.map(each => [each.id, each]));
    return before.model.threats.some(old => {
        const now = threats.get(pairing.threats.get(old.id) ?? '');
        if (!now) return true;
        const loses = (was: readonly Mention[], is: readonly Mention[]): boolean => {
            const known = new Set(is.map(({ id }) => id));
            return was.some(({ id }) => pairing.elements.has(id) && !known.has(pairing.elements.get(id)!));
        };
        return loses(old.against, now.against) || loses(old.from, now.from);
    });
}

/** True where a countermeasure was put to work somewhere, and is so nowhere any more. */
function droppedMeasures({ before, after, pairing }: Compared): boolean {
    const applied = ({ lookup }: Compared['before']): ReadonlySet<string> =>
        new Set(placesOfCountermeasures(lookup).keys());
    const now = applied(after);
    return [...applied(before)].some(id => !now.has(pairing.countermeasures.get(id) ?? ''));
}

/** Rules that hold a device against the SL-T of where it is. */
const aboutTargets: ReadonlySet<string> = new Set([
    'boundary-device-below-target',
    'shared-platform-below-target',
    'target-out-of-reach',
]);

/** Rules about a zone by itself. One that was put into another one has no boundary less to watch, and its target. */
const aboutZones: ReadonlySet<string> = new Set(['boundary-without-detection', 'zone-without-target']);

/** Rules that say that less passes than is declared: what lets more through mends nothing. */
const aboutBlocked: ReadonlySet<string> = new Set(['flow-not-permitted']);

/** Rules about a day: to put it off mends nothing. */
const aboutDays: ReadonlySet<string> = new Set([
    'due-date-passed',
    'accept-expired',
    'invariant-exception-expired',
    'planned-past-due',
]);

/** Gives a flow of HEAD as it is judged: where its word is taken for nothing, by the protocol of BASE. */
function judgedFlow({ model }: Pick<Compared['asked'], 'model'>): (flow: Flow) => Flow {
    const byOrigin = new Map(model.flows.map(flow => [flow.origin, flow]));
    return flow => byOrigin.get(flow.origin) ?? flow;
}

/**
 * Answers for an element whether it was only called something else: an asset of another type that is the same product
 * by all that is said, or a flow over a protocol that the site describes itself. That mends nothing.
 */
function ratedAnew({ before, after, asked, pairing, partners }: Compared): (about: string | null) => boolean {
    const judged = judgedFlow(asked);
    const flows = new Map([...pairing.flows].map(([old, now]) => [`flow ${now.id}`, [old, judged(now)] as const]));
    const protocols = (flow: Flow): string => flow.protocols.map(({ id }) => pairing.protocols.get(id) ?? id).join(' ');
    return about => {
        const flow = flows.get(about ?? '');
        if (flow) {
            const own = flow[1].protocols.some(({ id }) => after.lookup.protocol(id)?.builtIn === false);
            return own && protocols(flow[0]) !== protocols(flow[1]);
        }
        const now = after.lookup.asset((about ?? '').replace(/^asset /, ''));
        const old = now && before.lookup.asset(partners.get(now.id) ?? '');
        if (!now || !old) return false;
        return (
            roleOf(before.lookup, old) !== roleOf(after.lookup, now) &&
            sameProduct(before.lookup, old, after.lookup, now)
        );
    };
}

/**
 * Answers for a finding that is no longer there whether it was mended: whether what it rests on is still there. A
 * boundary that is no longer crossed, because it was dissolved, mends nothing; nor does a day that was put off, a
 * source that is gone, or a threat that is.
 */
export function restingOn(compared: Compared): (ended: Blamed) => boolean {
    const { before, asked, pairing } = compared;
    const isUnread = judgedByWithdrawn(compared);
    const isUnclaimed = judgedByClaims(compared);
    const isAlone = judgedByNeighbours(compared);
    const endsOf = ({ from, to }: Flow): string => `${from.id} ${to.id}`;
    const judged = judgedFlow(asked);
    const gone = new Set(before.model.flows.filter(flow => !pairing.flows.has(flow)).map(endsOf));
    const flows = new Map([...pairing.flows].map(([old, now]) => [`flow ${now.id}`, [old, now] as const]));
    const crosses = (side: Compared['before'], flow: Flow): boolean =>
        side.lookup.zoneOf(flow.from.id)?.id !== side.lookup.zoneOf(flow.to.id)?.id;
    /** True where one of the gaps is still there. */
    const isOpen = (subject: string | null): boolean => {
        const was = before.assessment.of(subject ?? '')?.gap ?? [];
        const is = asked.assessment.of(pairing.elements.get(subject ?? '') ?? '')?.gap ?? [];
        return was.some((gap, fr) => (gap ?? 0) > 0 && (is[fr] ?? 0) > 0);
    };
    const nowOf = (subject: string | null): Asset | undefined =>
        asked.lookup.asset(pairing.elements.get(subject ?? '') ?? '');
    const isLowered = (id: string): boolean => {
        const [old, now] = [before.lookup.asset(id), nowOf(id)];
        return old !== undefined && now !== undefined && isAskedLess(compared, old, now);
    };
    const losesNeed = (subject: string | null): boolean =>
        before.lookup
            .asset(subject ?? '')
            ?.needs.some(each => each.of !== 'function' && !pairing.elements.has(each.id)) ?? false;
    /** What an asset is said to need, or to work without, and was not. */
    const saysMore = (subject: string | null): boolean => {
        const said = ({ needs, needsOneOf, worksWithout }: Asset): readonly string[] =>
            [...needs, ...needsOneOf.flatMap(({ any }) => any), ...worksWithout.map(({ without }) => without)].map(
                ({ id }) => id,
            );
        const [old, now] = [before.lookup.asset(subject ?? ''), nowOf(subject)];
        const known = new Set((old ? said(old) : []).map(id => pairing.elements.get(id) ?? id));
        return now !== undefined && said(now).some(id => !known.has(id));
    };
    /** A zone that was put into another one is not mended by that. */
    const isInside = (subject: string | null): boolean =>
        isPutInside(compared, pairing.elements.get(subject ?? '') ?? '');
    /** A zone without a target that was put into another one without has none all the same. */
    const isUntargeted = (subject: string | null): boolean => {
        const around = asked.lookup.chain(pairing.elements.get(subject ?? '') ?? '');
        return around.length > 0 && around.every(({ slT }) => slT === null);
    };
    /** A product does not reach a target because less is said of what it is capable of. */
    const isLessSaid = (subject: string | null): boolean => {
        const [old, now] = [before.lookup.asset(subject ?? ''), nowOf(subject)];
        const is = now && capabilityOfAsset(asked.lookup, now);
        const was = old && capabilityOfAsset(before.lookup, old);
        return was?.some((level, fr) => level !== null && (is?.[fr] ?? null) === null) ?? false;
    };
    /** An island of which it cannot be told whether it keeps all that it should is not mended. */
    const isUnproved = (about: string | null): boolean =>
        asked.assessment.islands.some(
            ({ island, keepings }) => `island ${island.id}` === about && keepings.some(({ holds }) => holds === null),
        );
    const isSaidOnly = ratedAnew(compared);
    const isStillThere = goesOn(compared);
    const isAllowed = allowedByOthers(compared);
    /** What is in the text and not in the plant today is not mended by that. */
    const there = new Set(compared.after.model.flows.map(flow => `flow ${flow.id}`));
    const isAway = (about: string | null): boolean => {
        if (about?.startsWith('flow ') === true) return !there.has(about);
        const [, id = ''] = /^(?:zone|conduit|asset) (.*)$/.exec(about ?? '') ?? [];
        return id !== '' && compared.partners.has(id) && compared.after.lookup.element(id) === undefined;
    };
    const lostThreat = hasLostThreat(compared);
    const lostParty = before.model.parties.some(({ id }) => !pairing.parties.has(id));
    const dropped = droppedMeasures(compared);
    /** A patch that is put off to a day to come brings no two versions into line. */
    const isPutOff = (subject: string | null): boolean => {
        const patched = nowOf(subject)?.patchedTo;
        return patched ? isDoneBy(patched, compared.after.today) !== true : false;
    };
    /** A patch that waits is installed, and no day of it or of its window was put off. */
    const isPatched = (subject: string | null): boolean => {
        const old = before.lookup.asset(subject ?? '');
        const now = nowOf(subject);
        if (!now?.patchedTo || isDoneBy(now.patchedTo, compared.after.today) !== true) return false;
        return (old?.patchedTo?.version ?? null) !== now.patchedTo.version;
    };
    /** An export of a day to come is none. */
    const isDatedAhead = (subject: string | null): boolean => {
        const id = pairing.rulesets.get(subject ?? '');
        const exported = compared.after.model.rulesets.find(each => each.id === id)?.exported?.date ?? '';
        return exported > dayAfter(compared.after.today, { amount: 1, unit: 'days' });
    };
    return ({ finding, part, about }) => {
        if (finding.rule === 'patch-past-window' && !isPatched(finding.parts[part]!.subject)) return false;
        if (finding.rule === 'version-not-as-patched' && isPutOff(finding.parts[part]!.subject)) return false;
        if (isSaidOnly(about) || isAway(about)) return false;
        if (aboutDays.has(finding.rule) || aboutBlocked.has(finding.rule) || isUnread(finding.rule)) return false;
        const blamed = [finding.subject, finding.parts[part]!.subject, about?.slice(about.indexOf(' ') + 1) ?? null];
        if (isUnclaimed(finding.rule, blamed) || isAlone(finding.rule)) return false;
        if (lostThreat && aboutThreats.has(finding.rule)) return false;
        if (lostParty && aboutParties.has(finding.rule)) return false;
        if (dropped && finding.rule === 'threat-measure-off-path') return false;
        if (finding.rule === 'ruleset-old' && isDatedAhead(finding.subject)) return false;
        // The flow that makes of it what is declared breaks the invariant itself.
        if (
            finding.rule === 'rule-breaks-invariant' &&
            asked.assessment.invariants.some(({ holds }) => holds === false)
        )
            return false;
        if (aboutGaps.has(finding.rule) && isOpen(finding.parts[part]!.subject)) return false;
        if (aboutNeeds.has(finding.rule) && losesNeed(finding.parts[part]!.subject)) return false;
        // That a session is no longer one of those that are cut answers nothing.
        if (finding.rule === 'dependency-not-said' && about?.startsWith('asset ') === true)
            return saysMore(finding.parts[part]!.subject);
        if (aboutZones.has(finding.rule) && isInside(finding.parts[part]!.subject)) return false;
        if (finding.rule === 'island-broken' && isUnproved(about)) return false;
        if (finding.rule === 'target-out-of-reach' && isLessSaid(finding.parts[part]!.subject)) return false;
        if (finding.rule === 'zone-without-target' && isUntargeted(finding.parts[part]!.subject)) return false;
        const flow = flows.get(about ?? '');
        // What is moved to where less is asked reaches that, and is no better for it.
        if (aboutTargets.has(finding.rule) && isLowered(finding.parts[part]!.subject ?? '')) return false;
        // To move an end of it where the SL-T is lower is no broker between them.
        if (finding.rule === 'session-into-higher-target' && flow && [flow[0].from.id, flow[0].to.id].some(isLowered))
            return false;
        // Of two alike flows one has to go; that they differ now says nothing of either.
        if (finding.rule === 'flow-declared-twice' && !(flow && gone.has(endsOf(flow[0])))) return false;
        if (flow && crosses(before, flow[0]) && !crosses(asked, flow[1])) return false;
        if (flow && (isUndecided(...flow) || hidesContent(compared, ...flow))) return false;
        if (flow && (isStillThere(flow[0], judged(flow[1])) || (isNarrowed(...flow) && isAllowed(flow[0]))))
            return false;
        const held = flow ? flow[0].container : finding.subject;
        const [old, now] = [
            before.lookup.conduit(held ?? ''),
            asked.lookup.conduit(pairing.elements.get(held ?? '') ?? ''),
        ];
        return (
            restsOn[finding.rule]?.({
                ...(flow ? { flow } : {}),
                ...(old && now ? { conduit: [old, now] as const } : {}),
            }) ?? true
        );
    };
}
