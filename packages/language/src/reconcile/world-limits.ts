/** What is not known of a world. */
import { carriesOnly } from '../assessment/index.ts';
import type { Asset, Lookup, Observation, Ruleset } from '../model/index.ts';
import { counted, plural } from '../model/index.ts';

/** Something that is not known of a world: a path over it would not be found. */
export interface NotKnown {
    readonly kind:
        | 'text-not-understood'
        | 'device-without-rules'
        | 'rule-under-condition'
        | 'zone-not-observed'
        | 'connection-not-described'
        | 'boundary-device';
    /** All ids: of devices and zones; of a rule its ruleset and its label, `FwRules 17 Patching`. */
    readonly ids: readonly string[];
    /** A sentence, with a few of these. */
    readonly message: string;
}

/** What places of the text leave open that were not understood. */
export function notUnderstood(places: number): readonly NotKnown[] {
    if (places === 0) return [];
    return [
        {
            kind: 'text-not-understood',
            ids: [],
            message:
                `${counted(places, 'place of the text was', 'places of the text were')} not understood: what ` +
                'is written there is in no path.',
        },
    ];
}

/** True for a device that carries what passes between zones, other than a diode, which cannot be turned round. */
function isBetweenZones(lookup: Lookup, asset: Asset): boolean {
    if (!carriesOnly(lookup, asset) || lookup.isA(asset, 'diode')) return false;
    const joined = lookup.boundariesOf(asset.id).flatMap(({ between }) => between.map(({ id }) => id));
    const own = lookup.zone(asset.container) ? [asset.container] : [];
    return new Set([...own, ...joined, ...asset.serves.map(({ id }) => id)]).size > 1;
}

/**
 * What devices between zones leave open that are in the hands of somebody else: paths follow the flows that they carry,
 * and not what they could let through.
 * @param ids of assets that are compromised or reached
 */
export function boundaryDevices(lookup: Lookup, ids: Iterable<string>): readonly NotKnown[] {
    const devices = [...ids].filter(id => {
        const asset = lookup.asset(id);
        return asset !== undefined && isBetweenZones(lookup, asset);
    });
    if (devices.length === 0) return [];
    const [carry, it, are] = devices.length === 1 ? ['carries', 'it', 'is'] : ['carry', 'they', 'are'];
    return [
        {
            kind: 'boundary-device',
            ids: devices,
            message:
                `${firstOf(devices)} ${carry} what passes between zones: what ${it} would let through if ${it} ` +
                `${are} compromised is in no path.`,
        },
    ];
}

/** What rules leave open: devices without rules, and rules under a condition. */
export function notConfigured(lookup: Lookup, rulesets: readonly Ruleset[]): readonly NotKnown[] {
    const known = new Set(rulesets.flatMap(ruleset => ruleset.devices.map(device => device.id)));
    const asked = new Set(lookup.model.conduits.flatMap(conduit => conduit.via.map(device => device.id)));
    const unknown = [...asked].filter(id => !known.has(id));
    const open = rulesets.flatMap(ruleset =>
        ruleset.rules
            .filter(rule => rule.permits && rule.when !== null && rule.traits.length === 0)
            .map(rule => (rule.label === null ? ruleset.id : `${ruleset.id} ${rule.label}`)),
    );
    const found: NotKnown[] = [
        {
            kind: 'device-without-rules',
            ids: unknown,
            message:
                `The rules of ${firstOf(unknown)} are not known: of what ` +
                `${unknown.length === 1 ? 'it permits' : 'they permit'}, only declared flows are followed.`,
        },
        {
            kind: 'rule-under-condition',
            ids: open,
            message:
                `${counted(open.length, 'rule permits', 'rules permit')} under a condition, and ` +
                `${plural(open.length, 'is', 'are')} not followed.`,
        },
    ];
    return found.filter(({ ids }) => ids.length > 0);
}

/**
 * True for a zone that a sensor sees, and for one that holds nothing but zones that are seen: no traffic begins or ends
 * in it besides.
 */
export function isObserved(lookup: Lookup, zone: string, seen: ReadonlySet<string>): boolean {
    if (seen.has(zone)) return true;
    const inner = lookup.zonesIn(zone);
    const isFrame = lookup.assetsIn(zone).length + lookup.serving(zone).length + lookup.flowsOf(zone).length === 0;
    return isFrame && inner.length > 0 && inner.every(({ id }) => isObserved(lookup, id, seen));
}

/** What no sensor sees. */
export function notObserved(lookup: Lookup, observations: readonly Observation[]): readonly NotKnown[] {
    const seen = new Set(observations.flatMap(observation => observation.sees.map(zone => zone.id)));
    const unseen = lookup.model.zones.map(zone => zone.id).filter(id => !isObserved(lookup, id, seen));
    return unseen.length === 0
        ? []
        : [
              {
                  kind: 'zone-not-observed',
                  ids: unseen,
                  message: `No observation sees ${firstOf(unseen)}: traffic there may not have been observed.`,
              },
          ];
}

const firstOf = (ids: readonly string[], most = 5): string =>
    ids.length <= most ? ids.join(', ') : `${ids.slice(0, most).join(', ')} and ${ids.length - most} more`;
