import assert from 'node:assert/strict';
import type { CompletionList } from 'vscode-languageserver';
import { completion } from '../../src/lsp/completion.ts';
import { ask, workspace } from './ask.ts';

/** A plant of six zones; `{NAME}` is where the rows of the table write. */
const plant = `system Dairy {
  owner "Head of operations"
  {system}
}
zone Office "Office" {
  kind enterprise
  owner "Plant IT"
  asset Pc "Order desk" : office-computer
  asset Erp : erp-server
  {office}
}
zone Dmz "Plant DMZ" {
  kind dmz
  SL-T 2
  owner "Plant IT"
  asset Mirror : historian
  asset Jump : jump-host
  {dmz}
}
zone Past "Pasteurising" {
  kind control
  SL-T 3
  evidence "walkdown-2026.pdf"
  asset Plc "Pasteuriser" : s7 {
    vendor "Siemens"
    location "Cabinet C1"
    {asset}
  }
  asset Hmi : hmi
  asset Rio : remote-io
  zone Cip {
    asset Pump : drive
    {nested}
  }
  {zone}
}
zone Fill "Filling" {
  kind control
  asset Filler : s7
  asset Panel : hmi
  {fill}
}
zone Safety "Ammonia" {
  kind safety
  asset Sis : safety-plc
  {safety}
}
zone Vendor {
  kind external
  {vendor}
}
conduit Orders between Office and Dmz {
  owner "Network team"
  monitored by "Plant SOC"
  via OrdersFw
  asset OrdersFw : firewall { serves Office, Dmz }
  flow Office.Pc -> Dmz.Jump : https { approved by "OT security lead" }
  flow Office.Pc -> Dmz.Jump : rdp
  {it}
}
conduit Lines between Past and Fill {
  asset Core : switch
  asset LinesFw : firewall
  flow Past.Plc -> Fill.Filler : s7comm
  {lines}
}
conduit Status between Safety and Past {
  {status}
}
{flow}
type s7 "SIMATIC S7" : plc { vendor "Siemens" }
countermeasure Accounts "Named accounts" { meets SR 1.1 status implemented }
countermeasure Tokens { meets SR 1.1 RE 2 status planned }
threat Stop { from Office against Past }
{file}
`;

type Hole =
    | 'system'
    | 'office'
    | 'dmz'
    | 'asset'
    | 'nested'
    | 'fill'
    | 'zone'
    | 'safety'
    | 'vendor'
    | 'it'
    | 'lines'
    | 'status'
    | 'flow'
    | 'file';

/** What is typed where, what is offered first, and what is not offered at all. */
type Row = readonly [hole: Hole, typed: string, first: string, never?: string];

const tables: Readonly<Record<string, readonly Row[]>> = {
    'the devices of a boundary': [
        ['lines', 'via |', 'LinesFw Core'],
        ['lines', 'via LinesFw, |', 'Core', 'LinesFw'],
        ['it', 'via |', 'OrdersFw', 'OrdersFw.Pc'],
        ['it', 'via O|', 'OrdersFw'],
        ['lines', 'via |', 'LinesFw', 'OrdersFw'],
        // A firewall enforces several conduits of one zone.
        ['file', 'conduit Access between Vendor and Dmz { via | }', 'Orders.OrdersFw', 'Lines.LinesFw'],
        ['status', 'via LinesF|', 'Lines.LinesFw'],
    ],
    'the ends of a flow': [
        ['lines', 'flow |', 'Plc Hmi Rio Pump Filler Panel'],
        ['lines', 'flow Past.Plc -> |', 'Filler Panel', 'Plc'],
        ['lines', 'flow Plc -> |', 'Filler Panel', 'Plc'],
        ['lines', 'flow Fill.Panel -> |', 'Plc Hmi Rio Pump', 'Panel'],
        ['lines', 'flow Pump <-> |', 'Filler Panel', 'Pump'],
        ['lines', 'flow Past -> |', 'Filler Panel', 'Past'],
        ['it', 'flow Office.Erp -> |', 'Mirror Jump', 'Erp'],
        ['it', 'flow Jump -> |', 'Pc Erp', 'Jump'],
        ['it', 'flow Office.Erp -> M|', 'Mirror'],
        ['status', 'flow Sis -> |', 'Plc Hmi Rio Pump', 'Sis'],
        ['status', 'flow Sis -> H|', 'Hmi'],
        ['zone', 'flow |', 'Hmi Plc Rio Cip.Pump'],
        ['zone', 'flow Hmi -> |', 'Plc Rio Cip.Pump', 'Hmi'],
        ['zone', 'flow Hmi -> P|', 'Plc'],
        ['office', 'flow Pc -> |', 'Erp', 'Pc'],
        ['flow', 'flow Office.Pc -> |', 'Dmz.Mirror Dmz.Jump', 'Office.Pc'],
        ['flow', 'flow Vendor |', '-> <-> --'],
        ['file', 'invariant I { except flow Office.Pc -> | }', 'Dmz.Mirror', 'Office.Pc'],
    ],
    'zones that are joined': [
        ['file', 'conduit C between |', 'Vendor Office Dmz Past Fill Safety'],
        ['file', 'conduit C between Office and |', 'Dmz Past Fill', 'Office'],
        ['file', 'conduit C between Vendor and |', 'Dmz', 'Vendor'],
        ['file', 'conduit C between Safety and |', 'Fill Past', 'Safety'],
        ['file', 'conduit C between Past and |', 'Fill Safety', 'Past'],
        ['file', 'conduit C between Office and Dmz and |', 'Past', 'Dmz'],
        ['file', 'conduit C between Office |', 'and'],
        ['lines', 'one-way |', 'Past Fill'],
        ['lines', 'one-way Past -> |', 'Fill', 'Past'],
        ['status', 'one-way |', 'Past Safety'],
        ['lines', 'over |', 'Office Dmz'],
        ['lines', 'over Vendor, |', 'Office', 'Vendor'],
    ],
    'what an asset refers to': [
        ['asset', 'needs |', 'Hmi Rio', 'Plc'],
        ['asset', 'needs Hmi, |', 'Rio', 'Hmi'],
        ['nested', 'asset X : plc { needs | }', 'Pump'],
        ['asset', 'works without |', 'Hmi Rio', 'Plc'],
        ['file', 'function G { needs Office }\nfunction F { needs | }', 'G', 'F'],
        ['file', 'function G { needs Office }\nfunction F { needs G, | }', 'Office.Pc', 'G'],
        ['file', 'island I { cut | }', 'Orders Lines Status Office'],
        ['file', 'island I { cut Lines, | }', 'Orders Status Office', 'Lines'],
        ['file', 'within |', 'Office Dmz Past Past.Cip Fill'],
        ['asset', 'serves |', 'Cip', 'Past'],
        ['asset', 'serves Fill, |', 'Cip', 'Fill'],
        ['zone', 'asset G : firewall { serves Fill faces | }', 'Fill'],
        ['zone', 'asset G : firewall { serves Office address 10.0.0.1 in | }', 'Office'],
        ['asset', 'criticality |', 'high low medium critical'],
        ['asset', 'is |', 'essential wireless temporary remote'],
        ['asset', 'is essential, |', 'wireless', 'essential'],
    ],
    'asset types': [
        ['zone', 'asset X : |', 's7 hmi remote-io', 'nothing'],
        ['nested', 'asset X : |', 's7 hmi'],
        ['zone', 'asset X : safety|', 'safety-controller'],
        ['safety', 'asset X : |', 'safety-plc safety-controller'],
        ['office', 'asset X : |', 'office-computer erp-server'],
        ['dmz', 'asset X : |', 'historian jump-host'],
        ['lines', 'asset X : |', 'firewall switch'],
        ['vendor', 'asset X : |', 'vendor-laptop cloud-service'],
        ['zone', 'asset X : firew|', 'firewall'],
        ['file', 'type foo : |', 's7', 'foo'],
        ['file', 'type s8 : s7 {}\ntype s9 : |', 's7 s8', 's9'],
    ],
    'what a name and its place say': [
        ['file', 'zone OfficeLan { kind | }', 'enterprise'],
        ['file', 'zone Z "Plant DMZ" { kind | }', 'dmz'],
        ['file', 'zone Z "Burner shutdown" { kind | }', 'safety'],
        ['file', 'zone Z { kind | }', 'control enterprise'],
        ['office', 'purdue |', '4'],
        ['dmz', 'purdue |', '3.5'],
        ['vendor', 'purdue |', '5'],
        ['file', 'zone A { kind control purdue 2 } zone Z { kind control purdue | }', '2'],
        ['zone', 'asset Ews "Engineering" : |', 'engineering-station'],
        ['dmz', 'asset X "Patch server" : |', 'patch-server'],
        ['dmz', 'asset Mirror2 "Historian mirror" : |', 'historian'],
        // What is called alike is alike; several words of a type say more than that.
        ['fill', 'asset Old "Old panel" : |', 'hmi'],
        ['fill', 'asset X "Spare" : plc asset Y "Batch spare" : |', 'plc'],
        ['fill', 'asset C "Wash controller" : |', 's7'],
        ['vendor', 'SL-T |', '2 1 3'],
        ['safety', 'SL-T |', '3 2 1'],
        [
            'file',
            'zone Z { kind control asset A : plc { criticality critical } asset B : plc { criticality | } }',
            'critical low',
        ],
        ['zone', 'flow Hmi -> Plc : opc-ua "Recipes" { access | }', 'write'],
        ['zone', 'flow Hmi -> Plc : opc-ua "Status" { access | }', 'read'],
        ['it', 'flow Pc -> Jump : ssh "Maintenance" { access | }', 'program'],
        ['file', 'conduit Support between |', 'Vendor'],
        ['file', 'invariant PastStaysShut { deny path from |', 'Past'],
        ['file', 'invariant SafetyStaysShut { deny path from Office to |', 'Safety'],
        ['file', 'zone V { kind external owner | }', 'Plant IT'],
        ['zone', 'network 10.4.0.0/24\n  asset X : plc { address | }', '10.4.0. dhcp'],
        ['zone', 'network 10.4.0.0/16\n  asset X : plc { address | }', '10.4. dhcp'],
    ],
    protocols: [
        ['it', 'flow Pc -> Jump : |', 'rdp ssh https'],
        ['it', 'flow Pc -> Jump : https, |', 'rdp', 'nothing'],
        ['lines', 'flow Hmi -> Filler : |', 's7comm'],
        ['lines', 'flow Hmi -> Filler : s7comm, |', 'opc-ua modbus-tcp'],
        ['status', 'flow Sis -> Hmi : |', 'hardwired-io'],
        ['zone', 'flow Hmi -> Plc : |', 's7comm opc-ua'],
        ['office', 'flow Pc -> Erp : |', 'https rdp ssh'],
        ['flow', 'flow Vendor -> Dmz.Jump : |', 'rdp ssh https'],
        ['flow', 'flow Past.Hmi -> Dmz.Mirror : |', 'opc-ua https'],
        ['flow', 'flow Office.Pc -> Dmz.Mirror : |', 'https rdp'],
        ['flow', 'flow Vendor -> Dmz.Jump : rd|', 'rdp'],
        ['lines', 'flow Hmi -> Filler : modb|', 'modbus-tcp'],
        ['zone', 'asset Clock : time-server\n  flow Hmi -> Clock : |', 'ntp ptp'],
        ['zone', 'asset Logs : siem\n  flow Hmi -> Logs : |', 'syslog-tls syslog'],
        ['zone', 'asset Dc : domain-controller\n  flow Hmi -> Dc : |', 'kerberos ldaps'],
        // What servers speak with each other is no fieldbus, whatever is spoken with the controllers there.
        ['zone', 'asset App : server\n  flow Plc -> Rio : profinet\n  flow Hmi -> App : |', 'opc-ua https mssql-tds'],
        // With two types what is spoken with the same two: not HART, though more is.
        [
            'zone',
            'asset Lt : transmitter\n  asset Pt : transmitter\n  asset Rio2 : remote-io\n  flow Rio -> Lt : hart\n' +
                '  flow Rio -> Pt : hart\n  flow Plc -> Rio : profinet\n  flow Plc -> Rio2 : |',
            'profinet',
        ],
    ],
    'what a flow says': [
        ['lines', 'flow Hmi -> Filler : opc-ua { | }', 'port access secured until'],
        ['lines', 'flow Hmi -> Filler : opc-ua { port tcp | }', '4840'],
        ['lines', 'flow Hmi -> Filler : opc-ua { port | }', 'tcp udp'],
        // A short block goes on with its next statement.
        ['lines', 'flow Hmi -> Filler : opc-ua { port tcp 4840 | }', 'access secured until'],
        ['zone', 'asset X : plc { address 10.4.0.1 | }', 'in vendor product'],
        ['lines', 'flow Hmi -> Filler : modbus-tcp { port tcp | }', '502'],
        ['it', 'flow Pc -> Jump : https, rdp { port tcp | }', '443 3389'],
        ['it', 'flow Pc -> Jump : https, rdp { port tcp 443, | }', '3389', '443'],
        ['lines', 'flow Hmi -> Filler : opc-ua { access | }', 'write read program'],
        ['it', 'flow Pc -> Mirror : https { access | }', 'read write program'],
        ['lines', 'flow Hmi -> Filler : opc-ua { secured | }', 'authentication encryption integrity'],
        ['lines', 'flow Hmi -> Filler : opc-ua { secured authentication, | }', 'encryption', 'authentication'],
        ['lines', 'flow Hmi -> Filler : opc-ua { secured integrity by | }', 'Accounts Tokens'],
        ['lines', 'flow Hmi -> Filler : opc-ua { until | }', '2026-07-01'],
        ['lines', 'flow Hmi -> Filler : opc-ua { approved by "| }', 'Plant IT'],
        ['lines', 'flow Hmi -> Filler : opc-ua { approved by | }', 'Plant IT'],
        ['lines', 'flow Hmi -> Filler : opc-ua { is | }', 'proposed'],
    ],
    levels: [
        ['vendor', 'SL-T |', '2 1 3 4 0'],
        ['nested', 'SL-T |', '3 2'],
        ['nested', 'SL-T 2 { RDF | }', '3'],
        ['nested', 'SL-T { RDF | }', '2'],
        ['nested', 'SL-T 2 { | }', 'IAC UC SI DC RDF TRE RA'],
        ['asset', 'SL-C |', '2'],
    ],
    requirements: [
        ['zone', 'misses SR 2.8 |', 'because due'],
        ['zone', 'excludes SR 2.2 |', 'because'],
        ['zone', 'compensates SR 1.5 |', 'by because'],
        ['zone', 'meets SR 1.1 |', 'by evidence because'],
        ['zone', 'meets SR 1.1 by |', 'Accounts Tokens'],
        ['zone', 'meets SR 1.1 by Accounts, |', 'Tokens', 'Accounts'],
        ['zone', 'applies |', 'Accounts Tokens'],
        ['zone', 'applies Accounts, |', 'Tokens', 'Accounts'],
        ['zone', 'misses audit|', 'SR 2.8'],
        ['zone', 'misses |', 'SR 1.1', 'nothing'],
        ['file', 'countermeasure M { meets | }', 'SR 1.1'],
        ['file', 'countermeasure M { status | }', 'proposed planned implemented verified'],
        ['zone', 'meets SR 7.3 evidence "|', 'walkdown-2026.pdf'],
    ],
    'threats, invariants and views': [
        ['file', 'threat T { from | }', 'Vendor Office Dmz'],
        ['file', 'threat T { against | }', 'Safety Past'],
        ['file', 'threat T { against Past, | }', 'Fill Safety', 'Past'],
        ['file', 'threat T { against Past.P| }', 'Past.Plc'],
        ['file', 'threat T { mitigated by | }', 'Accounts Tokens'],
        ['file', 'threat T { mitigated by Accounts to | }', 'likelihood consequence'],
        ['file', 'threat T { likelihood | }', '1 2 3 4 5'],
        ['file', 'invariant I { | }', 'deny require except'],
        ['file', 'invariant I { deny | }', 'path write'],
        ['file', 'invariant I { deny path from | }', 'Vendor Office Dmz'],
        ['file', 'invariant I { deny path from Office to | }', 'Safety Past', 'Office'],
        ['file', 'invariant I { require path from Office to Past through | }', 'Dmz', 'Office'],
        ['file', 'view V { include | }', 'Office Dmz Past'],
        ['file', 'view V { include Office, | }', 'Dmz', 'Office'],
        ['file', 'view V { focus | }', 'Office'],
        ['file', 'view V { highlight Si| }', 'Safety.Sis'],
        ['file', 'view V { colour | }', 'target gap kind'],
        ['file', 'view V { path from Office to | }', 'Dmz', 'Office'],
        ['file', 'view V { threat | }', 'Stop'],
    ],
    'the statements of a block': [
        ['file', '|', 'zone conduit countermeasure', 'owner'],
        ['vendor', '|', 'SL-T asset zone flow', 'kind'],
        ['zone', '|', 'asset zone flow', 'kind'],
        ['lines', '|', 'via asset flow owner', 'zone'],
        ['asset', '|', 'address product version', 'vendor'],
        ['file', 'countermeasure M { | }', 'meets status owner'],
        ['file', 'threat T { | }', 'from against likelihood consequence mitigated'],
        ['file', 'type t { | }', 'vendor product SL-C'],
        ['file', 'protocol p { | }', 'class port provides security'],
        ['file', 'view V { | }', 'include focus'],
        ['zone', 'k|', 'network', 'kind'],
        ['vendor', 'kind external\n  p|', 'purdue'],
    ],
    'texts that were written before': [
        ['zone', 'owner "|', 'Head of operations'],
        ['zone', 'owner "Net|', 'Network team'],
        ['zone', 'owner |', 'Head of operations'],
        ['vendor', 'owner |', 'Plant IT'],
        ['lines', 'monitored by "|', 'Plant IT'],
        ['lines', 'monitored by "SOC|', 'Plant SOC'],
        ['office', 'evidence "|', 'walkdown-2026.pdf'],
        ['vendor', 'asset X : plc { vendor "| }', 'Siemens'],
        ['vendor', 'asset X : plc { location "| }', 'Cabinet C1'],
        ['zone', 'description "|', ''],
    ],
};

/** The plant with one row written into it; the cursor is at its `|`. */
function written([hole, typed]: Row): string {
    const text = plant.replace(`{${hole}}`, typed.replace('|', '<|>'));
    return text.replace(/^ *\{\w+\}\n/gm, '');
}

function offered(row: Row): readonly string[] {
    const list: CompletionList | null = ask(completion, workspace(written(row)));
    return (list?.items ?? []).map(({ label }) => label).filter(label => !label.endsWith(' …'));
}

describe('Completion: what comes first', () => {
    for (const [about, rows] of Object.entries(tables)) {
        it(about, () => {
            const wrong = rows.flatMap(row => {
                const [, , first, never] = row;
                const labels = offered(row);
                const wanted = first.match(/\S+(?: (?=\d+\.\d))?(?:\d\.\d+)?/g) ?? [];
                const isText = /["]|approved by|owner/.test(row[1]);
                const expected = isText ? [first].filter(Boolean) : wanted.map(word => word.trim());
                const right = expected.every((label, at) => labels[at] === label);
                const out = never !== undefined && labels.includes(never);
                return right && !out ? [] : [`${row[1]}: ${labels.slice(0, 8).join(', ')} (${first}; not ${never})`];
            });
            assert.deepEqual(wrong, []);
        });
    }

    it('goes on with the zone that the conduits have reached', () => {
        const zones = ['Office enterprise', 'Dmz dmz', 'Ops operations', 'Line control', 'Cell control'].map(each => {
            const [name, kind] = each.split(' ');
            return `zone ${name} { kind ${kind} asset A${name} : server }\n`;
        });
        const firstZone = (...conduits: readonly string[]): string | undefined => {
            const written = conduits.map((each, index) => `conduit C${index} between ${each} { }\n`).join('');
            const text = `system P\n${zones.join('')}${written}conduit New between <|>\n`;
            return ask(completion, workspace(text))?.items[0]?.label;
        };
        assert.equal(firstZone(), 'Office');
        assert.equal(firstZone('Office and Dmz'), 'Dmz');
        assert.equal(firstZone('Office and Dmz', 'Dmz and Ops'), 'Ops');
        // One is left: it is the first.
        assert.equal(firstZone('Office and Dmz', 'Dmz and Ops', 'Ops and Line'), 'Cell');
    });

    it('counts its positions', () => {
        assert.ok(Object.values(tables).flat().length >= 120, String(Object.values(tables).flat().length));
    });

    it('answers the space after a brace, and no other one before a statement', () => {
        const asked = (typed: string): CompletionList | null =>
            ask(completion, workspace(written(['lines', typed, ''])), {
                context: { triggerKind: 2, triggerCharacter: ' ' },
            });
        const inFlow = asked('flow Hmi -> Filler : opc-ua { |');
        assert.equal(inFlow?.items[0]?.label, 'port');
        assert.equal(asked('|'), null);
    });
});
