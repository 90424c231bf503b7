import { mitigationsBy, techniqueById, techniquesLeftOpen, type Technique } from '../catalogue/attack.ts';
import type { Protection } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import type { State } from './levels.ts';
import { readsOnly } from './passing.ts';
import { usesOf } from './protection.ts';
import type { Hop } from './reach.ts';

/** A requirement that is asked for where a hop passes, and not achieved: what that lets through. */
export interface HopGap {
    /** The conduit that the hop passes, or the zone in which it ends. */
    readonly subject: string;
    /** `SR 5.2`. */
    readonly requirement: string;
    readonly state: State;
    /** One sentence without a full stop. */
    readonly letsThrough: string;
    /**
     * Techniques of ATT&CK for ICS that are left open: MITRE labels a mitigation with the requirement, and nothing else
     * in place helps.
     */
    readonly techniques: readonly Technique[];
}

/** What is known of the requirements along one hop. */
export interface HopReading {
    readonly gaps: readonly HopGap[];
    /** Where nothing is asked for, because no SL-T speaks: nothing can be said of what passes there. */
    readonly unasked: readonly string[];
}

interface Watch {
    readonly requirement: string;
    /** At the conduit that the hop passes, or in the zone where it ends. */
    readonly where: 'boundary' | 'target';
    readonly letsThrough: string;
    /** Where the flow itself protects this, the hop does not lack it. */
    readonly unless?: Protection;
    /** Asked only where something is written or programmed. */
    readonly writing?: true;
}

/**
 * The requirements that decide what can come along a session, and what comes where one of them is missing; our own
 * words.
 */
const watched: readonly Watch[] = [
    {
        requirement: 'SR 5.1',
        where: 'boundary',
        letsThrough: 'traffic that bypasses the conduit, because the networks are not separated',
    },
    {
        requirement: 'SR 5.2',
        where: 'boundary',
        letsThrough: 'sessions other than the declared one, because the boundary does not block them',
    },
    {
        requirement: 'SR 1.2',
        where: 'boundary',
        letsThrough: 'a device that impersonates the permitted one',
        unless: 'authentication',
    },
    {
        requirement: 'SR 3.1',
        where: 'boundary',
        letsThrough: 'values and commands changed on the path',
        unless: 'integrity',
    },
    {
        requirement: 'SR 4.1',
        where: 'boundary',
        letsThrough: 'an attacker who reads the data',
        unless: 'encryption',
    },
    { requirement: 'SR 6.2', where: 'boundary', letsThrough: 'an intruder who is not detected' },
    {
        requirement: 'SR 1.1',
        where: 'target',
        letsThrough: 'anyone who opens a session, because users are not identified',
    },
    {
        requirement: 'SR 1.2',
        where: 'target',
        letsThrough: 'any program or device, because they are not identified',
        unless: 'authentication',
    },
    {
        requirement: 'SR 2.1',
        where: 'target',
        letsThrough: 'every command of a logged-on user, because rights are not separated',
    },
    { requirement: 'SR 3.2', where: 'target', letsThrough: 'malicious code that enters with the session' },
    { requirement: 'SR 3.5', where: 'target', letsThrough: 'input that can disturb the process', writing: true },
    { requirement: 'SR 3.8', where: 'target', letsThrough: 'a hijacked session', unless: 'integrity' },
    { requirement: 'SR 7.7', where: 'target', letsThrough: 'an attack through a service that is not needed' },
];

const achieved: ReadonlySet<State> = new Set<State>(['met', 'compensated', 'excluded']);

/** The tactics that a session serves, the nearest first: getting in, moving on, commanding, disturbing the process. */
const tactics: readonly string[] = ['TA0109', 'TA0108', 'TA0101', 'TA0106'];

function nearness(technique: Technique): number {
    const place = tactics.findIndex(tactic => technique.tactics.includes(tactic));
    return place < 0 ? tactics.length : place;
}

/** What a hop is protected by in itself: what each of its protocols protects, by itself or by what its flow proves. */
function protectionsOf(assessment: Assessment, { flow }: Hop): ReadonlySet<Protection> {
    const [first, ...others] = flow === null ? [] : usesOf(assessment, flow);
    return new Set([...(first?.has ?? [])].filter(each => others.every(({ has }) => has.has(each))));
}

/**
 * What the requirements that are not achieved along a hop let through. Only requirements that the SL-T there asks for
 * are reported; where no SL-T speaks, `unasked` names the place.
 */
export function gapsAt(assessment: Assessment, hop: Hop): HopReading {
    const { lookup } = assessment;
    const zone = lookup.zoneOf(hop.to)?.id ?? lookup.asset(hop.to)?.container ?? hop.to;
    const boundary = hop.conduit;
    const held = protectionsOf(assessment, hop);
    const writing = hop.flow === null || !readsOnly(lookup, hop.flow);
    const open = new Map<string, ReadonlyMap<string, Technique>>();
    const gaps: HopGap[] = [];

    /** The techniques left open at a subject, by their id. */
    function openAt(subject: string): ReadonlyMap<string, Technique> {
        const known = open.get(subject);
        if (known) return known;
        const met = new Set(
            assessment
                .of(subject)
                ?.requirements.filter(each => achieved.has(each.state))
                .map(each => each.id),
        );
        const techniques = new Map(
            techniquesLeftOpen(id => met.has(id)).map(({ technique }) => [technique.id, technique]),
        );
        open.set(subject, techniques);
        return techniques;
    }

    for (const watch of watched) {
        const subject = watch.where === 'boundary' ? boundary : zone;
        if (subject === null || (watch.unless && held.has(watch.unless)) || (watch.writing && !writing)) continue;
        const state = assessment.of(subject)?.requirements.find(each => each.id === watch.requirement);
        if (!state?.required || achieved.has(state.state)) continue;
        const ids = new Set(mitigationsBy(watch.requirement).flatMap(mitigation => mitigation.mitigates));
        gaps.push({
            subject,
            requirement: watch.requirement,
            state: state.state,
            letsThrough: watch.letsThrough,
            techniques: [...ids]
                .filter(id => openAt(subject).has(id))
                .flatMap(id => techniqueById(id) ?? [])
                .sort((a, b) => nearness(a) - nearness(b)),
        });
    }
    const places = boundary === null || boundary === zone ? [zone] : [boundary, zone];
    return { gaps, unasked: places.filter(id => assessment.of(id)?.slT.every(level => level === null) ?? false) };
}
