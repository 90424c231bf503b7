import type { Asset, Lookup } from '../../model/index.ts';

/**
 * Kinds of assets that several rules distinguish, as types of the built-in library; types that rest on them are meant
 * too.
 */
export const assetTypes = {
    /** Serves the business and not the process. */
    business: ['erp-server', 'mail-server', 'office-computer'],
    /** Runs, watches or engineers the process. */
    control: [
        'controller',
        'rtu',
        'ied',
        'field-device',
        'inverter',
        'soft-plc',
        'operator-panel',
        'hmi',
        'operator-station',
        'engineering-station',
        'scada-server',
        'dcs-server',
        'front-end-processor',
        'station-computer',
        'alarm-server',
        'batch-server',
        'opc-server',
        'scada-application',
        'hmi-application',
        'engineering-application',
    ],
    /** Takes part in a safety instrumented function, or engineers one. */
    safety: ['safety-controller', 'safety-sensor', 'safety-actuator', 'safety-engineering-station'],
    /** Comes and goes. */
    temporary: ['laptop', 'mobile-device'],
    /** Talks by radio. */
    wireless: ['wireless-sensor', 'access-point', 'wireless-gateway', 'radio', 'cellular-modem', 'cellular-router'],
    /** Stands in somebody else's premises. */
    remote: ['cloud-service'],
    /** Notices attacks, or gathers signs of them. */
    detecting: ['ids', 'siem', 'log-server'],
} as const;

/**
 * A test for assets of some types, or of types that rest on them, which remembers its answer for each type.
 * @param types ids of asset types
 */
export function ofTypes(lookup: Lookup, types: readonly string[]): (asset: Asset) => boolean {
    const known = new Map<string, boolean>();
    return asset => {
        if (!asset.type) return false;
        const found = known.get(asset.type.id) ?? lookup.typeIsA(asset.type.id, ...types);
        known.set(asset.type.id, found);
        return found;
    };
}

/** A test for network devices: they carry traffic, and take no part in the process themselves. */
export function networkDevices(lookup: Lookup): (asset: Asset) => boolean {
    return ofTypes(lookup, ['network-device']);
}
