import { drop, every, inside, swap, type Entry } from './entry.ts';

const time =
    '  asset TimeServer "NTP appliance" : server {\n    address 10.10.2.5\n    product "Radio clock, no outside ' +
    'source"\n    version "4.2"\n  }\n';
const plc = '  asset Plc1 "Loading PLC" : s7-1500 {';

/** Assets: what they are, where they are, how they are rated. */
export const assets: readonly Entry[] = [
    { what: 'another address', verdict: 'none', edit: [swap('address 10.10.2.12', 'address 10.10.2.13')] },
    { what: 'another version', verdict: 'none', edit: [swap('version "4.2"', 'version "4.3"')] },
    {
        what: 'a controller of an older kind',
        verdict: 'worse',
        given: [
            inside(
                'zone Control',
                '  asset TimeServer "NTP appliance" : server {',
                '  asset TimeServer "NTP appliance" : server {\n    SL-C 2',
            ),
            inside(
                'zone Control',
                '  asset Arm "Loading-arm drive" : drive {',
                '  asset Arm "Loading-arm drive" : drive {\n    SL-C 2',
            ),
        ],
        edit: [swap('"Loading PLC" : s7-1500', '"Loading PLC" : plc')],
        says: [/SL-C of Control/],
    },
    {
        what: 'a capability is typed by hand',
        verdict: 'none',
        given: [
            inside(
                'zone Dmz',
                '    SL-C {2 2 2 2 2 2 2}\n    applies MultiFactor',
                '    SL-C 1\n    applies MultiFactor',
            ),
        ],
        edit: [
            inside(
                'zone Dmz',
                '    SL-C 1\n    applies MultiFactor',
                '    SL-C {2 2 2 2 2 2 2}\n    applies MultiFactor',
            ),
        ],
        says: [/SL-C/],
    },
    {
        what: 'a capability is withdrawn',
        verdict: 'worse',
        edit: [
            inside(
                'zone Dmz',
                '    SL-C {2 2 2 2 2 2 2}\n    applies MultiFactor',
                '    SL-C 1\n    applies MultiFactor',
            ),
        ],
        says: [/SL-C of Dmz/],
    },
    {
        what: 'a time server is gone',
        verdict: 'none',
        edit: [
            drop(time),
            drop('    needs TimeServer\n'),
            drop('  flow Hmi1 -> TimeServer : ntp "Time"\n'),
            drop('  flow Plc1 -> TimeServer : ntp "Time" { access read }\n'),
            drop(
                'flow Dmz.Logs -> Control.TimeServer : ntp "Time of the log server" { access read }',
                'truck-loading/found.iacs',
            ),
        ],
        says: [/TimeServer/],
        never: [/no longer reach/],
        owners: ['Network team', 'Terminal operations'],
    },
    {
        what: 'a station is replaced by another one',
        verdict: 'none',
        edit: [
            swap(
                '  asset Arm "Loading-arm drive" : drive {\n    address 10.10.2.12\n    criticality high\n    is ' +
                    'essential\n  }',
                '  asset Valve "Loading valve" : actuator {\n    address 10.10.2.44\n    criticality high\n    ' +
                    'is essential\n  }',
            ),
            every(/\bArm\b(?! "|\b\.)/, 'Valve'),
        ],
        says: [/Valve/, /Arm/],
        never: [/can now reach|no longer reach/],
    },
    { what: 'an asset has another name', verdict: 'none', edit: [every(/\bPlc1\b/, 'LoadingPlc')], says: [/renamed/] },
    {
        what: 'the logic solver stands in the control zone now',
        verdict: 'worse',
        edit: [
            inside(
                'zone Safety',
                '  asset Sis "Logic solver" : safety-controller {\n    criticality critical\n    is essential\n  }\n',
                '  asset Spare "Spare controller" : plc\n',
            ),
            swap(
                plc,
                '  asset Sis "Logic solver" : safety-controller {\n    criticality critical\n    is essential\n  ' +
                    `}\n${plc}`,
            ),
            every('Safety.Sis', 'Control.Sis'),
            swap('flow Control.Sis -> Control.Hmi1 : modbus-tcp', 'flow Safety.Spare -> Control.Hmi1 : modbus-tcp'),
        ],
        says: [/Control\.Sis.*Safety/, /SafetyIsolated.*no longer covers.*Control\.Sis/],
        owners: ['Functional safety', 'Terminal operations'],
    },
    {
        what: 'a controller more, that can do less than is asked',
        verdict: 'worse',
        edit: [
            swap(plc, `  asset Plc2 "Pump PLC" : s7-1500 {\n    address 10.10.2.14\n    criticality high\n  }\n${plc}`),
            swap(
                '  flow Hmi1 -> TimeServer',
                '  flow Hmi1 -> Plc2 : s7comm "Set-points" { access write }\n  flow Hmi1 -> TimeServer',
            ),
        ],
        says: [/Plc2/],
        never: [/can now reach/],
    },
    {
        what: 'a station more, spoken to from its zone',
        verdict: 'none',
        edit: [
            swap(plc, `  asset Panel "Panel" : operator-panel { address 10.10.2.14 }\n${plc}`),
            swap(
                '  flow Hmi1 -> TimeServer',
                '  flow Hmi1 -> Panel : https "Pictures" { access read }\n  flow Hmi1 -> TimeServer',
            ),
        ],
        says: [/Panel/],
    },
    {
        what: 'a rating is lowered by hand',
        verdict: 'worse',
        edit: [
            inside(
                'zone Control',
                '    criticality high\n    is essential\n    needs TimeServer',
                '    criticality low\n    needs TimeServer',
            ),
        ],
        says: [/criticality/, /essential/],
    },
    {
        what: 'a rating is raised by hand',
        verdict: 'none',
        edit: [
            inside(
                'zone Dmz',
                '    address 10.20.5.30\n    criticality medium',
                '    address 10.20.5.30\n    criticality high',
            ),
        ],
        says: [/criticality/],
    },
    {
        what: 'an asset is called essential',
        verdict: 'none',
        edit: [swap('    vendor "Local integrator"\n', '    vendor "Local integrator"\n    is essential\n')],
        says: [/essential/],
    },
    {
        what: 'a controller has a radio',
        verdict: 'worse',
        edit: [
            swap(
                '    location "Cabinet C1"\n    criticality high\n    is essential',
                '    location "Cabinet C1"\n    criticality high\n    is essential, wireless',
            ),
        ],
        says: [/wireless/],
    },
    {
        what: 'a service laptop is no longer called temporary',
        verdict: 'worse',
        edit: [swap('is temporary, remote', 'is remote')],
        says: [/temporary/],
    },
    {
        what: 'a jump host has a leg in the control zone',
        verdict: 'worse',
        edit: [swap('    address 10.20.5.20\n', '    address 10.20.5.20\n    serves Control\n')],
        says: [/Jump.*Control/],
    },
    {
        what: 'a date slips by two years',
        verdict: 'worse',
        edit: [
            swap(
                'logs of the HMI cover commands alone" due 2027-03-31',
                'logs of the HMI cover commands alone" due 2029-03-31',
            ),
        ],
        says: [/2029-03-31/],
    },
    { what: 'another place', verdict: 'none', edit: [swap('"Cabinet C1"', '"Cabinet C2"')] },
    {
        what: 'a firewall is gone from its conduit',
        verdict: 'worse',
        edit: [
            inside(
                'conduit ControlDmz',
                '  via Fw1\n  asset Fw1 "Plant firewall" : site-firewall {\n    address 10.20.5.1, 10.10.2.1\n   ' +
                    ' serves Control, Dmz\n  }\n',
                '',
            ),
        ],
        says: [/ControlDmz/],
    },
    {
        what: 'an asset needs another one',
        verdict: 'none',
        edit: [swap('    vendor "Local integrator"\n', '    vendor "Local integrator"\n    needs TimeServer\n')],
    },
    {
        what: 'another vendor',
        verdict: 'none',
        edit: [swap('vendor "Local integrator"', 'vendor "Another integrator"')],
    },
];
