import type { Flow } from '../../../model/index.ts';
import type { Finding } from '../../../rules/engine/finding.ts';
import { severities } from '../../../settings/index.ts';
import { blamedOf, type Blamed } from './blamed.ts';
import type { Compared } from './reason.ts';
import { allowedBefore } from './services.ts';

/** Rules about what passes a boundary: to draw one asks them of sessions that were there before. */
const ofCrossings: ReadonlySet<string> = new Set([
    'clear-text-credentials',
    'clear-text-flow',
    'flow-both-directions',
    'flow-without-integrity',
    'management-across-zones',
    'port-of-clear-text-protocol',
    'security-mode-unstated',
    'session-into-higher-target',
    'unauthenticated-flow',
    'write-over-unauthenticated-protocol',
]);

/** Rules that ask for evidence of a claim: who claims something newly has made nothing worse. */
const ofClaims: ReadonlySet<string> = new Set(['measure-without-evidence', 'statement-without-evidence']);

/** Rules that ask something of a zone that nothing is in yet; see `inhabited.ts` for what comes into it. */
const ofZones: ReadonlySet<string> = new Set(['zone-without-target']);

/** Why a finding that is new says nothing of the plant; `null` where it does. */
export type NotWorse = (each: Blamed) => string | null;

/**
 * Answers for a new finding whether the plant is as it was: a zone was cut out of another one of which the same was
 * found, a boundary was drawn through sessions that were there, a flow is what is left of a wider one, a gap is known
 * that was one before, a zone is new and empty, or something is claimed newly and not shown.
 * @param old what is held against BASE
 * @param added what is newly held against HEAD
 */
export function notWorse(compared: Compared, old: readonly Blamed[], added: readonly Blamed[]): NotWorse {
    const { before, asked, shown, pairing, partners, cutOut: homes } = compared;
    const known = new Set(old.map(({ finding, about }) => `${finding.rule} ${about}`));
    const flows = new Map([...pairing.flows].map(([was, now]) => [`flow ${now.id}`, [was, now] as const]));
    const zone = (id: string): string => asked.lookup.zoneOf(id)?.id ?? '';
    const isDrawn = ([was, now]: readonly [Flow, Flow]): boolean => {
        const inside = before.lookup.zoneOf(was.from.id)?.id;
        return (
            inside !== undefined &&
            inside === before.lookup.zoneOf(was.to.id)?.id &&
            [now.from.id, now.to.id].some(end => homes.get(zone(end)) === inside)
        );
    };
    /** True where no gap of a zone is wider than that of the one that it was cut out of. */
    const isNoWider = (id: string, home: string): boolean => {
        const [is, was] = [asked.assessment.of(id)?.gap ?? [], before.assessment.of(home)?.gap ?? []];
        return is.every((gap, fr) => (gap ?? 0) <= (was[fr] ?? 0));
    };
    const claims = added.some(({ finding }) => ofClaims.has(finding.rule));
    const without =
        shown && claims
            ? new Set(blamedOf(shown.ask(ofClaims), null).map(({ finding, about }) => `${finding.rule} ${about}`))
            : null;
    const news = new Map<string, Flow>(asked.model.flows.map(flow => [`flow ${flow.id}`, flow]));
    for (const about of flows.keys()) news.delete(about);
    const isAllowed = allowedBefore(compared);
    const held = Map.groupBy(old, ({ about }) => about);
    /** True where the same was found of a flow of BASE, or something as grave about the same requirement. */
    const isFound = ({ rule, basis, severity }: Finding, flow: Flow): boolean =>
        (held.get(`flow ${(pairing.flows.get(flow) ?? flow).id}`) ?? []).some(
            ({ finding: was }) =>
                was.rule === rule ||
                (severities.indexOf(was.severity) <= severities.indexOf(severity) &&
                    was.basis.some(each => basis.includes(each))),
        );
    return ({ finding, about }) => {
        const { rule } = finding;
        if (about === null) return null;
        const id = about.slice(about.indexOf(' ') + 1);
        const home = about.startsWith('zone ') ? homes.get(id) : undefined;
        if (home !== undefined && known.has(`${rule} zone ${pairing.elements.get(home)!}`) && isNoWider(id, home))
            return `it was cut out of ${home}, where the same was found`;
        const old = about.startsWith('zone ') || about.startsWith('conduit ') ? partners.get(id) : undefined;
        const isEmpty =
            ofZones.has(rule) && asked.lookup.zone(id) !== undefined && asked.lookup.assetsIn(id).length === 0;
        if (isEmpty && home === undefined && !partners.has(id)) return 'nothing is in the new zone yet';
        if (rule === 'gap-below-target' && old !== undefined && isNoWider(id, old))
            return 'more is known of a gap that was there';
        const flow = ofCrossings.has(rule) ? flows.get(about) : undefined;
        if (flow && isDrawn(flow)) return 'a boundary was drawn there';
        const one = news.get(about);
        if (one && isAllowed(one, flow => isFound(finding, flow)))
            return 'the same was found of a flow that took it in';
        return without && ofClaims.has(rule) && !without.has(`${rule} ${about}`) ? 'it is newly claimed' : null;
    };
}
