/** What the boundary devices of its conduit do with a flow. */
import type { Region } from '../filter/index.ts';
import type { Asset, Flow, Lookup } from '../model/index.ts';
import type { Filters } from './configured.ts';
import { allOf, askDevice, directionsOf, isStopped, partsOf, someServices, together } from './configured.ts';
import type { Needs } from './needs.ts';
import type { Places } from './places.ts';
import { zonesAround } from './places.ts';
import type { Configured, DeviceVerdict } from './types.ts';

/** What each device does with a flow, and what they do together. */
export interface FlowAnswer {
    readonly devices: readonly DeviceVerdict[];
    readonly configured: Configured;
}

/** What is asked of a device: in each direction one question for each service; `null` where an end is not known. */
type Questions = readonly (readonly Region[] | null)[];

const unknown = (device: Asset): DeviceVerdict => ({
    device,
    configured: 'unknown',
    rules: [],
    missing: null,
    blocked: [],
});

/** What one device answers: in all, and in each direction. */
interface Answered {
    readonly verdict: DeviceVerdict;
    readonly directions: readonly Configured[];
}

/** What the boundary devices of its conduit do with a flow, each and together. */
export function throughDevices(lookup: Lookup, places: Places, filters: Filters, flow: Flow, needs: Needs): FlowAnswer {
    const conduit = flow.container === null ? undefined : lookup.conduit(flow.container);
    if (!conduit) return { devices: [], configured: 'unknown' };
    const lies = zonesAround(lookup, flow);
    const directions = directionsOf(flow);
    const questionsFor = (device: Asset, services: Needs & { kind: 'services' }): Questions =>
        directions.map(([from, to]) => {
            const [source, target] = [places.endFor(from, device, lies, to), places.endFor(to, device, lies, from)];
            return source && target ? services.each.map(each => ({ from: source, to: target, services: each })) : null;
        });
    const answered = conduit.via.flatMap(({ id }): readonly Answered[] => {
        const device = lookup.asset(id);
        if (!device) return [];
        if (needs.kind !== 'services' || !filters.of(id))
            return [{ verdict: unknown(device), directions: directions.map(() => 'unknown') }];
        const each = questionsFor(device, needs).map((questions, at) => {
            if (!questions) return [unknown(device)];
            const [from, to] = directions[at]!;
            const oneOf = places.isOneOf(from, device, lies, to) || places.isOneOf(to, device, lies, from);
            return questions.map(question => {
                const verdict = askDevice(filters, device, question);
                // Which of the addresses it is, is not known.
                return oneOf && verdict.configured === 'partly'
                    ? { ...verdict, configured: 'unknown' as const, missing: null, blocked: [] }
                    : verdict;
            });
        });
        return [answeredBy(flow, device, needs, each)];
    });
    const devices = answered.map(each => each.verdict);
    const asked = devices.flatMap(({ device }) => (filters.of(device.id) ? device : []));
    // Devices that see other addresses of a host cannot be asked for the same sessions.
    const oneAfterAnother = asked.length > 1 && asked.every(device => places.sightOf(device) === null);
    const isAllStopped = (at: number): boolean => {
        if (!oneAfterAnother || needs.kind !== 'services') return false;
        const questions = questionsFor(asked[0]!, needs)[at];
        const ids = asked.map(({ id }) => id);
        return questions?.every(question => isStopped(filters, ids, question)) === true;
    };
    return { devices, configured: configuredBy(flow, answered, isAllStopped) };
}

/**
 * What several devices do together. Two that each let a part through may have no part in common.
 * @param isStopped whether no session in a direction passes all of them
 */
function configuredBy(
    flow: Flow,
    answered: readonly Answered[],
    isStopped: (direction: number) => boolean,
): Configured {
    const all = allOf(answered.map(each => each.verdict.configured));
    if (answered.length < 2 || all === 'no') return all;
    // Of a flow whose direction is not known each device has to let the same one through.
    const directions = directionsOf(flow).map((_, at) => {
        const together = allOf(answered.map(each => each.directions[at]!));
        return together === 'partly' && isStopped(at) ? 'no' : together;
    });
    if (flow.arrow === '--') return best(directions);
    return directions.every(each => each === 'no') ? 'no' : all;
}

/**
 * The answer of one device.
 * @param directions its verdicts in each direction, one a service
 */
function answeredBy(
    flow: Flow,
    device: Asset,
    needs: Needs & { kind: 'services' },
    directions: readonly (readonly DeviceVerdict[])[],
): Answered {
    const answers = directions.map(verdicts => partsOf(verdicts.map(each => each.configured)));
    const all = directions.flat();
    // Most have one direction and one service: what is asked of the device is the answer.
    if (all.length === 1 && all[0]!.configured !== 'partly') return { verdict: all[0]!, directions: answers };
    // Of a flow whose direction is not known either one satisfies.
    const configured = flow.arrow === '--' ? best(answers) : partsOf(answers);
    const blocked =
        configured === 'partly'
            ? directions.flatMap((verdicts, at) => blockedOf(verdicts, directionsOf(flow)[at]![0], needs))
            : [];
    return {
        verdict: {
            device,
            configured,
            rules: [...new Set(all.flatMap(each => each.rules))],
            missing: together(blocked),
            blocked,
        },
        directions: answers,
    };
}

/** The devices that keep a flow from passing: those that block it, or those that do so together. */
export function stoppingOf(devices: readonly DeviceVerdict[]): readonly DeviceVerdict[] {
    const alone = devices.filter(({ configured }) => configured === 'no');
    if (alone.length > 0) return alone;
    const partly = devices.filter(({ configured }) => configured === 'partly');
    return partly.length > 1 ? partly : devices.filter(({ configured }) => configured !== 'unknown');
}

function best(answers: readonly Configured[]): Configured {
    return (
        (['yes', 'partly', 'not-assessable', 'unknown', 'no'] as const).find(each => answers.includes(each)) ??
        'unknown'
    );
}

/** The parts of one direction that are blocked: of a protocol all, or some of its sessions. */
function blockedOf(
    verdicts: readonly DeviceVerdict[],
    from: string,
    needs: Needs & { kind: 'services' },
): readonly string[] {
    return verdicts.flatMap(({ configured, blocked }, at) => {
        const services = needs.each[at];
        if (configured !== 'no' || !services) return blocked;
        return [`${someServices(services)} from ${from}`];
    });
}
