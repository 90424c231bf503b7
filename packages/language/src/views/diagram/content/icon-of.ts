import type { Asset, Lookup } from '../../../model/index.ts';

/** The drawings that stand for assets. */
export const icons = [
    'controller', 'safety-controller', 'rtu', 'ied', 'remote-io', 'sensor', 'actuator', 'drive', 'robot', 'meter', 'camera',
    'device', 'workstation', 'hmi', 'engineering', 'laptop', 'mobile', 'server', 'historian', 'database', 'directory', 'jump-host',
    'hypervisor', 'cloud', 'printer', 'switch', 'router', 'firewall', 'diode', 'access-point', 'gateway', 'vpn-gateway', 'modem',
    'radio', 'serial-server', 'ids', 'clock', 'application', 'unknown',
] as const;
export type Icon = (typeof icons)[number];

/** The drawing for a type; a type without one takes that of the type it rests on. */
const byType: ReadonlyMap<string, Icon> = new Map<string, Icon>([
    ['controller', 'controller'], ['plc', 'controller'], ['dcs-controller', 'controller'],
    ['safety-controller', 'safety-controller'], ['robot-controller', 'robot'],
    ['rtu', 'rtu'], ['ied', 'ied'], ['remote-io', 'remote-io'], ['fieldbus-coupler', 'remote-io'],
    ['sensor', 'sensor'], ['analyser', 'sensor'], ['vibration-monitor', 'sensor'], ['field-device', 'sensor'],
    ['actuator', 'actuator'], ['drive', 'drive'], ['motor-starter', 'drive'], ['inverter', 'drive'],
    ['meter', 'meter'], ['flow-computer', 'meter'], ['ip-camera', 'camera'], ['vision-system', 'camera'],
    ['embedded-device', 'device'], ['printer', 'printer'], ['operator-panel', 'hmi'], ['gps-receiver', 'clock'],
    ['host-device', 'workstation'], ['workstation', 'workstation'], ['hmi', 'hmi'], ['operator-station', 'hmi'], ['video-wall', 'hmi'],
    ['engineering-station', 'engineering'], ['laptop', 'laptop'], ['mobile-device', 'mobile'],
    ['server', 'server'], ['historian', 'historian'], ['database-server', 'database'], ['storage-system', 'database'],
    ['backup-server', 'database'], ['file-server', 'database'], ['domain-controller', 'directory'], ['authentication-server', 'directory'],
    ['certificate-authority', 'directory'], ['jump-host', 'jump-host'], ['terminal-server', 'jump-host'], ['time-server', 'clock'],
    ['hypervisor', 'hypervisor'], ['container-host', 'hypervisor'], ['cloud-service', 'cloud'],
    ['network-device', 'switch'], ['switch', 'switch'], ['router', 'router'], ['firewall', 'firewall'], ['diode', 'diode'],
    ['access-point', 'access-point'], ['wireless-controller', 'access-point'], ['gateway', 'gateway'], ['vpn-gateway', 'vpn-gateway'],
    ['modem', 'modem'], ['radio', 'radio'], ['serial-server', 'serial-server'], ['media-converter', 'serial-server'], ['ids', 'ids'],
    ['tap', 'ids'], ['packet-broker', 'ids'], ['proxy', 'gateway'], ['load-balancer', 'gateway'],
    ['software-application', 'application'], ['application', 'application'],
    ['historian-application', 'historian'], ['hmi-application', 'hmi'], ['scada-application', 'hmi'],
]);

/** The drawing for an asset: that of its type, or of the nearest type it rests on. */
export function iconOf(asset: Asset, lookup: Lookup): Icon {
    for (const type of lookup.typesOf(asset)) {
        const icon = byType.get(type.id);
        if (icon) return icon;
    }
    return 'unknown';
}
