import { append, drop, inside, swap, type Entry } from './entry.ts';

const statusFlow =
    '  flow Safety.Sis -> Control.Hmi1 : modbus-tcp "Trip status" {\n    port tcp 502\n    access read\n    ' +
    'approved by "Functional safety"\n  }\n';
const withoutDiode = [
    swap('via SendProxy, Diode, ReceiveProxy', 'via Gate'),
    swap('  asset SendProxy "Sending proxy" : proxy\n', ''),
    swap(
        '  asset Diode "Data diode" : diode { SL-C {3 3 3 3 3 3 3} }\n',
        '  asset Gate : firewall { serves Control, Safety }\n',
    ),
    swap('  asset ReceiveProxy "Receiving proxy" : proxy\n', ''),
];

/** What holds a boundary: a diode above a firewall above a router above nothing. */
export const enforcement: readonly Entry[] = [
    {
        what: 'a diode becomes a firewall, its one-way stays',
        verdict: 'worse',
        edit: [swap('"Data diode" : diode', '"Data diode" : firewall')],
        says: [/SafetyStatus.*(diode.*firewall)/],
        owners: ['Functional safety'],
    },
    {
        what: 'a firewall becomes a router',
        verdict: 'worse',
        edit: [swap('"Plant firewall" : site-firewall', '"Plant firewall" : router')],
        says: [/ControlDmz.*firewall.*router/],
        owners: ['Network team'],
    },
    {
        what: 'a firewall becomes a switch',
        verdict: 'worse',
        edit: [swap('"Edge firewall" : site-firewall', '"Edge firewall" : switch')],
        says: [/EnterpriseDmz/],
    },
    {
        what: 'a router becomes a firewall',
        verdict: 'better',
        given: [swap('"Plant firewall" : site-firewall', '"Plant firewall" : router')],
        edit: [swap('"Plant firewall" : router', '"Plant firewall" : site-firewall')],
        says: [/ControlDmz.*router.*firewall/],
    },
    {
        what: 'a boundary device is no longer named',
        verdict: 'worse',
        edit: [inside('conduit ControlDmz', '  via Fw1\n', '')],
        says: [/ControlDmz is held by no device, where it was site-firewall/],
    },
    {
        what: 'the diode is taken out of the boundary, and stays',
        verdict: 'worse',
        edit: [swap('via SendProxy, Diode, ReceiveProxy', 'via SendProxy, ReceiveProxy')],
        says: [/SafetyStatus.*diode/],
    },
    {
        what: 'a second firewall joins the first one',
        verdict: 'none',
        edit: [
            inside(
                'conduit ControlDmz',
                '  via Fw1\n',
                '  via Fw1, Fw2\n  asset Fw2 : site-firewall { serves Control, Dmz }\n',
            ),
        ],
    },
    {
        what: 'a one-way is no longer stated, the diode stays',
        verdict: 'worse',
        edit: [drop('  one-way Safety -> Control\n')],
        says: [/one-way.*no longer|no longer.*one-way/i],
    },
    {
        what: 'a one-way is no longer stated, and a firewall is all there was',
        verdict: 'worse',
        given: withoutDiode,
        edit: [drop('  one-way Safety -> Control\n')],
        says: [/one-way.*no longer|no longer.*one-way/i],
        never: [/one-way-without-proxies/],
    },
    {
        what: 'a one-way is stated',
        verdict: 'better',
        given: [drop('  one-way Safety -> Control\n')],
        edit: [swap('  via SendProxy, Diode', '  one-way Safety -> Control\n  via SendProxy, Diode')],
        says: [/one-way/],
    },
    {
        what: 'a one-way is turned round, and its flow goes against it',
        verdict: 'worse',
        edit: [swap('one-way Safety -> Control', 'one-way Control -> Safety')],
        says: [/one-way/],
    },
    {
        what: 'a conduit is dissolved, its flow stays at top level',
        verdict: 'worse',
        edit: [
            files =>
                files.set(
                    'truck-loading/main.iacs',
                    files
                        .get('truck-loading/main.iacs')!
                        .replace(/conduit SafetyStatus [\s\S]*?\n}\n/, statusFlow.replaceAll(/^ {2}/gm, '')),
                ),
        ],
        says: [
            /SafetyStatus/,
            /Safety.Sis -> Control.Hmi1 : modbus-tcp is in no conduit, where it was in SafetyStatus/,
        ],
    },
    {
        what: 'a conduit joins the office as well',
        verdict: 'worse',
        edit: [
            swap(
                'conduit ControlDmz "Historian replication and remote operation" between Control and Dmz {',
                'conduit ControlDmz "Historian replication and remote operation" between Control and Dmz and ' +
                    'Enterprise {',
            ),
        ],
        says: [/ControlDmz.*Enterprise/],
    },
    {
        what: 'a medium is no longer called untrusted',
        verdict: 'worse',
        edit: [inside('conduit SupplierDmz', '  is untrusted\n', '')],
        says: [/untrusted/],
        owners: ['Network team'],
    },
    {
        what: 'a medium is called untrusted, and nothing protects it',
        verdict: 'worse',
        edit: [inside('conduit SafetyStatus', '  one-way', '  is untrusted\n  one-way')],
        says: [/untrusted/],
    },
    {
        what: 'a conduit is no longer monitored',
        verdict: 'worse',
        edit: [inside('conduit ControlDmz', '  monitored by "Plant SOC"\n', '')],
        says: [/monitored/],
    },
    {
        what: 'a conduit is monitored by others',
        verdict: 'none',
        edit: [inside('conduit ControlDmz', 'monitored by "Plant SOC"', 'monitored by "Network team"')],
    },
    {
        what: 'a conduit has another name',
        verdict: 'none',
        edit: [swap('conduit SafetyStatus "', 'conduit TripStatus "')],
    },
    {
        what: 'a conduit asks for less',
        verdict: 'worse',
        edit: [inside('conduit SafetyStatus', 'SL-T {3 3 3 1 3 2 3}', 'SL-T 2')],
        says: [/SL-T of SafetyStatus/],
    },
    {
        what: 'a device goes round a boundary',
        verdict: 'worse',
        edit: [
            append(
                'conduit Bypass between Enterprise and Control {\n  owner "IT"\n  via Router\n  asset Router : ' +
                    'router { serves Enterprise, Control }\n  flow Enterprise.Erp -> Control.Hmi1 : https "Orders" { ' +
                    'access read }\n}',
            ),
        ],
        says: [/Bypass/, /Enterprise.*Control/],
    },
    {
        what: 'a carrier is named',
        verdict: 'none',
        edit: [inside('conduit SupplierDmz', '  is untrusted\n', '  is untrusted\n  over Enterprise\n')],
    },
];
