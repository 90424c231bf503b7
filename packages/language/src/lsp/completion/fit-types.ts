import type { Asset, AssetType, Lookup, ZoneKind } from '../../model/index.ts';
import { componentTypes } from '../../model/index.ts';
import { typeByName, typesCalled, wordsOf } from './likely.ts';
import type { Place } from './place.ts';

/** What is found most in a zone of a kind, and at boundaries: types with what rests on them, the usual ones first. */
const usual: Readonly<Record<ZoneKind | 'conduit', readonly string[]>> = {
    enterprise: ['office-computer', 'server', 'erp-server', 'application-server', 'web-server', 'domain-controller'],
    dmz: ['jump-host', 'historian', 'patch-server', 'antivirus-server', 'file-server', 'proxy', 'server'],
    operations: ['scada-server', 'historian', 'hmi', 'engineering-station', 'workstation', 'server'],
    control: ['plc', 'hmi', 'controller', 'engineering-station', 'drive', 'remote-io', 'switch'],
    safety: ['safety-controller', 'safety-engineering-station', 'safety-sensor', 'safety-actuator'],
    field: ['remote-io', 'sensor', 'actuator', 'drive', 'field-device'],
    external: ['vendor-laptop', 'cloud-service', 'vendor-service', 'remote-access-client', 'laptop'],
    conduit: ['firewall', 'diode', 'gateway', 'router', 'switch', 'network-device'],
};

/** How an asset type is ordered among others for the asset that is being typed; lower is better. */
export function typeRanking({ loose, subject, words }: Place): (type: AssetType) => number {
    const { lookup } = loose;
    const all = loose.all('assets');
    const others = all.filter(asset => asset.name !== words[1]);
    const ranking = typeRankingFor(lookup, all, subject);
    // After the name and the title of an asset: what they say comes first.
    const names = words.slice(1).filter(word => word !== ':');
    const byName = typeByName(wordsOf(...names));
    const called = typesCalled(names, others);
    const said = loose.all('types').filter(type => byName(type) <= 0);
    const used = new Set<string>();
    for (const { type } of others) if (type) used.add(type.id);
    // `Cleaning controller` is a PLC where the model has PLCs: it says a type on which others rest.
    const isSaid = (type: AssetType): boolean =>
        used.has(type.id) && said.some(({ id }) => id !== type.id && lookup.typeIsA(type.id, id));
    return type => ranking(type) + Math.min(byName(type), called.has(type.id) ? -0.5 : isSaid(type) ? 0 : 2) * 2000;
}

/**
 * How an asset type is ordered among others; lower is better.
 * @param assets of the model: what is used in the same kind of zone comes first
 * @param container the zone or conduit in which the asset would be
 */
export function typeRankingFor(
    lookup: Lookup,
    assets: Iterable<Asset>,
    container: string | null,
): (type: AssetType) => number {
    const place = kindOf(lookup, container);
    const here = place === null ? [] : usual[place];
    const used = new Map<string, number>();
    // What is in the same zone has the same kind, and is beside it in the model.
    let last: string | null = null;
    let isSame = false;
    for (const { type, container } of place === null ? [] : assets) {
        if (!type) continue;
        if (container !== last) isSame = kindOf(lookup, container) === place;
        last = container;
        if (isSame) used.set(type.id, (used.get(type.id) ?? 0) + 1);
    }
    const usedMost = [...used].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    const roots: readonly string[] = componentTypes;
    return type => {
        if (roots.includes(type.id)) return 900;
        const fits = here.findIndex(each => lookup.typeIsA(type.id, each));
        const own = type.builtIn ? 0 : -1;
        if (usedMost.includes(type.id)) return 10 + usedMost.indexOf(type.id) + own;
        if (!type.builtIn) return fits >= 0 ? 300 : 500;
        // The words themselves before what rests on them.
        return fits >= 0 ? (here.includes(type.id) ? 400 + here.indexOf(type.id) : 450 + fits) : 800;
    };
}

function kindOf(lookup: Lookup, container: string | null): ZoneKind | 'conduit' | null {
    if (container === null) return null;
    return lookup.conduit(container) ? 'conduit' : lookup.kindOf(container);
}

/** False for a type that would rest on itself. */
export function mayRestOn({ loose, words }: Place, type: AssetType): boolean {
    const own = words[0] === 'type' ? words[1] : undefined;
    return own === undefined || !loose.lookup.typeIsA(type.id, own);
}
