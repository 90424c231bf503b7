/** The parts that a zone plays in a site, with what is found in such a zone. */
export const roles = {
    enterprise: {
        kind: 'enterprise',
        purdue: '4',
        target: 1,
        word: 'Office',
        title: 'Corporate network',
        assets: [
            ['Erp', 'erp-server', 'Order system'],
            ['Mail', 'mail-server', 'Mail server'],
            ['Client', 'workstation', 'Office workstation'],
            ['Files', 'file-server', 'File share'],
        ],
    },
    dmz: {
        kind: 'dmz',
        purdue: '3.5',
        target: 2,
        word: 'Dmz',
        title: 'Plant DMZ',
        assets: [
            ['Mirror', 'historian', 'Historian mirror'],
            ['Jump', 'jump-host', 'Jump host'],
            ['Patch', 'patch-server', 'Patch relay'],
            ['Proxy', 'proxy', 'Web proxy'],
        ],
    },
    operations: {
        kind: 'operations',
        purdue: '3',
        target: 2,
        word: 'Ops',
        title: 'Site operations',
        assets: [
            ['Historian', 'historian', 'Plant historian'],
            ['Scada', 'scada-server', 'SCADA server'],
            ['Directory', 'domain-controller', 'Domain controller'],
            ['Backup', 'backup-server', 'Backup server'],
            ['Desk', 'operator-station', 'Control room desk'],
        ],
    },
    control: {
        kind: 'control',
        purdue: '2',
        target: 2,
        word: 'Line',
        title: 'Production line',
        assets: [
            ['Plc', 'line-controller', 'Line controller'],
            ['Hmi', 'line-panel', 'Operator panel'],
            ['Io', 'remote-io', 'Remote I/O station'],
            ['Drive', 'drive', 'Conveyor drive'],
            ['Eng', 'engineering-station', 'Engineering station'],
            ['Switch', 'switch', 'Cabinet switch'],
        ],
    },
    safety: {
        kind: 'safety',
        purdue: '1',
        target: 3,
        word: 'Sis',
        title: 'Safety instrumented system',
        assets: [
            ['Logic', 'safety-controller', 'Logic solver'],
            ['Trip', 'sensor', 'Trip transmitter'],
            ['Valve', 'actuator', 'Shut-off valve'],
        ],
    },
    field: {
        kind: 'field',
        purdue: '1',
        target: 2,
        word: 'Field',
        title: 'Field devices',
        assets: [
            ['Sensor', 'sensor', 'Transmitter'],
            ['Meter', 'meter', 'Flow meter'],
            ['Actuator', 'actuator', 'Control valve'],
            ['Rtu', 'rtu', 'Remote terminal unit'],
        ],
    },
};

/** The twenty zones of one site, in order; a smaller site has the first of them. */
export const site = [
    'enterprise',
    'dmz',
    'operations',
    'operations',
    ...Array(12).fill('control'),
    'safety',
    'safety',
    'field',
    'field',
];

/**
 * The place in the site that a zone is joined to by its first conduit, always one that comes earlier.
 * @param {number} place 1 to 19
 */
export function joinedTo(place) {
    if (place <= 1) return 0;
    if (place <= 3) return 1;
    if (place <= 15) return place < 10 ? 2 : 3;
    return [4, 10, 5, 11][place - 16];
}

/**
 * The place of the zone around a zone in a nested model, or `undefined` at top level: lines stand in operations,
 * every second line is a cell of the line before it, safety and field zones stand in lines. Four levels at most.
 * @param {number} place 0 to 19
 */
export function standsIn(place) {
    if (place < 4) return undefined;
    if (place <= 15) return place % 2 === 1 ? place - 1 : joinedTo(place);
    return joinedTo(place);
}

/** The pairs of places that may have a further conduit between them. */
export const furtherPairs = [
    [2, 3],
    ...Array.from({ length: 12 }, (_, i) => [i < 6 ? 3 : 2, i + 4]),
    ...Array.from({ length: 11 }, (_, i) => [i + 4, i + 5]),
];
