import { append, drop, every, inside, swap, type Entry, type Files } from './entry.ts';

const main = 'truck-loading/main.iacs';
const found = 'truck-loading/found.iacs';
const cut = (files: Files, pattern: RegExp): string => {
    const text = files.get(main)!;
    const [found] = pattern.exec(text)!;
    files.set(
        main,
        text.replace(found, () => ''),
    );
    return found;
};

/** Zones: what they are asked, what they are, what lies in them. */
export const zones: readonly Entry[] = [
    {
        what: 'a zone asks for less',
        verdict: 'worse',
        edit: [inside('zone Safety', 'SL-T {3 3 3 1 3 2 3}', 'SL-T 1')],
        says: [/SL-T of Safety/],
        never: [/fixed|better/],
        owners: ['Functional safety'],
    },
    {
        what: 'a zone asks for less of one FR',
        verdict: 'worse',
        edit: [swap('SL-T 2 { RDF 3 }', 'SL-T 2')],
        says: [/SL-T of Control.*RDF/],
    },
    {
        what: 'a zone asks for nothing any more',
        verdict: 'worse',
        edit: [
            inside(
                'zone Dmz',
                '  SL-T 2 because "A simple intruder in the office must stop here: threat Overfill"\n',
                '',
            ),
        ],
        says: [/SL-T of Dmz/],
    },
    {
        what: 'a zone asks for more',
        verdict: 'none',
        edit: [swap('SL-T 2 { RDF 3 }', 'SL-T 3')],
        says: [/SL-T of Control/, /gap/],
        never: [/🔹|🔻/],
    },
    {
        what: 'a zone asks for more, and all of it is there',
        verdict: 'none',
        edit: [inside('zone Safety', 'SL-T {3 3 3 1 3 2 3}', 'SL-T {3 3 3 1 4 2 3}')],
        says: [/SL-T of Safety/],
        never: [/🔹|🔻/],
    },
    {
        what: 'a zone asks for something for the first time',
        verdict: 'none',
        given: [
            inside(
                'zone Dmz',
                '  SL-T 2 because "A simple intruder in the office must stop here: threat Overfill"\n',
                '',
            ),
        ],
        edit: [inside('zone Dmz', '  purdue 3.5\n', '  purdue 3.5\n  SL-T 2\n')],
        says: [/SL-T of Dmz/],
    },
    {
        what: 'the reason of a target is another one',
        verdict: 'none',
        edit: [swap('SL-T 2 { RDF 3 } because "An overfill', 'SL-T 2 { RDF 3 } because "A spill')],
    },
    { what: 'an assessor claims more', verdict: 'none', edit: [swap('SL-A {1 0 1 1 2 1 2}', 'SL-A {2 2 2 2 3 2 2}')] },
    {
        what: 'a safety zone is called a control zone',
        verdict: 'worse',
        edit: [inside('zone Safety', 'kind safety', 'kind control')],
        says: [/kind/],
        never: [/fixed/],
    },
    {
        what: 'a zone is called a DMZ',
        verdict: 'none',
        given: [inside('zone Dmz', '  kind dmz\n', '')],
        edit: [inside('zone Dmz', '  purdue 3.5', '  kind dmz\n  purdue 3.5')],
        never: [/fixed/],
    },
    { what: 'another Purdue level', verdict: 'none', edit: [inside('zone Control', 'purdue 2', 'purdue 3')] },
    {
        what: 'a zone is no longer called untrusted',
        verdict: 'worse',
        edit: [swap('is remote, untrusted', 'is remote')],
        says: [/untrusted/],
    },
    {
        what: 'another owner',
        verdict: 'none',
        edit: [inside('zone Control', 'owner "Terminal operations"', 'owner "Loading crew"')],
        owners: ['Loading crew', 'Terminal operations'],
    },
    {
        what: 'nobody owns a zone any more',
        verdict: 'none',
        edit: [inside('zone Safety', '  owner "Functional safety"\n', '')],
        says: [/Safety.*owner/],
        owners: ['Functional safety', 'Terminal operations'],
    },
    { what: 'another network', verdict: 'none', edit: [swap('network 10.10.2.0/24', 'network 10.10.0.0/16')] },
    { what: 'another title', verdict: 'none', edit: [swap('"Basic process control"', '"Process control"')] },
    {
        what: 'a description in other words',
        verdict: 'none',
        edit: [inside('zone Safety', 'on high level, pressure, or gas', 'on high level or gas')],
    },
    {
        what: 'a boundary is no longer described',
        verdict: 'none',
        edit: [inside('zone Safety', '  logical-boundary "Sending side of the diode"\n', '')],
        says: [/boundary/],
    },
    {
        what: 'another documentation comment',
        verdict: 'none',
        edit: [
            swap(
                '/** Outside the system under consideration: modelled for its flows alone. */',
                '/** The office of the company. */',
            ),
        ],
        says: [/comment/],
    },
    {
        what: 'the safety zone is put into the control zone',
        verdict: 'worse',
        owners: ['Functional safety', 'Terminal operations'],
        edit: [
            files => {
                const zone = cut(files, /zone Safety "Safety[\s\S]*?\n}\n/);
                inside(
                    'zone Control',
                    '  flow Hmi1 -> TimeServer : ntp "Time"\n',
                    `  flow Hmi1 -> TimeServer : ntp "Time"\n${zone}`,
                )(files);
            },
            every(/\bSafety\.Sis\b/, 'Control.Safety.Sis'),
            every(/(?<=(from|to|and|include|exclude|one-way|>) )Safety\b(?!\.)/, 'Control.Safety'),
        ],
        says: [/Safety.*Control/],
        never: [/fixed/],
    },
    {
        what: 'the safety zone is merged into the control zone',
        verdict: 'worse',
        edit: [
            files => {
                cut(files, /zone Safety "Safety[\s\S]*?\n}\n/);
                cut(files, /conduit SafetyStatus [\s\S]*?\n}\n/);
                inside(
                    'zone Control',
                    '  flow Hmi1 -> TimeServer : ntp "Time"\n',
                    '  asset Sis "Logic solver" : safety-controller {\n    criticality critical\n    is ' +
                        'essential\n  }\n  flow Sis -> Hmi1 : modbus-tcp "Trip status" {\n    port tcp 502\n    ' +
                        'access read\n    approved by "Functional safety"\n  }\n',
                )(files);
            },
            every('Safety.Sis', 'Control.Sis'),
            every(/(?<=to )Safety\b/, 'Control.Sis'),
            swap('include Safety, Control', 'include Control'),
            drop('  exclude Safety\n'),
        ],
        says: [/Sis/, /Safety/],
        never: [/fixed/],
    },
    {
        what: 'a zone has another name',
        verdict: 'none',
        edit: [every(/\bControl\b(?!Dmz)/, 'Process'), every(/\bControl\b/, 'Process', found)],
    },
    {
        what: 'two zones change their names',
        verdict: 'none',
        edit: [
            every(/\bDmz\b/, 'Xyz'),
            every(/\bSupplier\b(?!Dmz|Proc|OnReq)/, 'Dmz'),
            every(/\bXyz\b/, 'Supplier'),
            every(/\bDmz\b/, 'Supplier', found),
        ],
        says: [/renamed/],
    },
    {
        what: 'a zone is split, and what guarded it guards half of it',
        verdict: 'worse',
        edit: [
            files => {
                const arm = cut(files, / {2}asset Arm [^{]*\{[^}]*\}\n/);
                append(
                    'zone Drives "Drives of the loading arm" {\n  owner "Terminal operations"\n  kind field\n  ' +
                        `purdue 1\n  SL-T 2 { RDF 3 }\n${arm}}`,
                )(files);
            },
            swap('flow Plc1 -> Arm : loading-bus', 'flow Plc1 -> Drives.Arm : loading-bus'),
            swap('Control.Plc1, Control.Arm,', 'Control.Plc1, Drives.Arm,'),
        ],
        says: [/Drives/, /SupplierOnRequest no longer covers Drives\.Arm/],
    },
    {
        what: 'an empty zone inside another one',
        verdict: 'none',
        edit: [
            inside(
                'zone Dmz',
                '  asset Logs',
                '  zone Racks "Racks" { description "Where the servers stand" }\n  asset Logs',
            ),
        ],
        says: [/No consequence for security was found/, /Dmz\.Racks added/],
        never: [/no longer covers/],
    },
    {
        what: 'a zone more, of which little is said',
        verdict: 'worse',
        edit: [
            append('zone Yard "Tanker yard" {\n  owner "Terminal operations"\n  kind field\n  asset Barrier : plc\n}'),
        ],
        says: [/Yard.*zone-without-target/],
    },
    {
        what: 'a zone more, that nothing speaks with',
        verdict: 'none',
        edit: [
            append(
                'zone Yard "Tanker yard" {\n  owner "Terminal operations"\n  kind field\n  SL-T 0\n  asset ' +
                    'Barrier : plc\n}',
            ),
        ],
        says: [/Yard/],
    },
    {
        what: 'a zone of a supplier reaches the controller',
        verdict: 'worse',
        edit: [
            append(
                'zone Cloud "Cloud of the drive supplier" {\n  kind external\n  owner "Drive supplier"\n  asset ' +
                    'Portal : cloud-service\n}\nflow Cloud.Portal -> Control.Arm : https "Updates" { access program }',
            ),
        ],
        says: [/Cloud.*Control/],
        owners: ['Drive supplier', 'Terminal operations'],
    },
];
