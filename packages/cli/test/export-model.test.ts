import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ResolvedModel } from 'iacs-language/resolved';
import { resolvedModel } from 'iacs-language/resolved';
import { carelessPlant } from '../../language/test/support/careless-plant.ts';
import type { Loaded } from '../../language/test/support/load.ts';
import { load } from '../../language/test/support/load.ts';
import { plantText, random, randomPlant } from '../../language/test/support/random-plant.ts';
import { iacs, repository, withFiles } from './support/iacs.ts';

const schema = JSON.parse(
    readFileSync(path.join(repository, 'packages/language/schema/model.schema.json'), 'utf8'),
) as object;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

function valid(json: string): readonly ResolvedModel[] {
    const value = JSON.parse(json) as { readonly models: readonly ResolvedModel[] };
    assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
    return value.models;
}

function resolved({ model, lookup, assessment }: Loaded): ResolvedModel {
    const where = (): { file: string; line: number } => ({ file: 'main.iacs', line: 1 });
    return resolvedModel({
        model,
        lookup,
        assessment,
        today: '2026-06-01',
        file: 'main.iacs',
        notUnderstood: 0,
        where,
    });
}

describe('The SL-C of an asset', () => {
    it('is that of its types where it says nothing of an FR, as in the assessment', () => {
        const loaded = load(`system S
zone A { SL-T 2 asset P : own { SL-C { IAC 3 } } }
type own : base { SL-C { UC 2 IAC 1 } }
type base : plc { SL-C 1 }
`);
        const [asset] = resolved(loaded).assets;
        assert.deepEqual(asset!.slC, [3, 2, 1, 1, 1, 1, 1]);
        assert.deepEqual(asset!.slC, loaded.assessment.of('A')!.slC);
    });
});

describe('What cannot be told on a day', () => {
    it('is not given as a no', () => {
        const text = `system S
party P { role product-supplier certificate "A" dated 2026-02-30 valid 36 months certificate "B"
  certificate "C" until 2026-05-31 certificate "D" until 2026-06-01 }
party Q
zone A { asset X : plc }
zone B { asset Y : plc }
flow A.X -> B.Y : ssh { until 2026-02-30 }
flow A.X -> B.Y : ntp { until 2026-02-20 }
flow A.X -> B.Y : https
`;
        withFiles({ 'main.iacs': text }, cwd => {
            const today = ['--today', '2026-06-01'];
            const flows = (json: string): unknown =>
                JSON.parse(json).models[0].flows.map((flow: { expired: unknown }) => flow.expired);
            assert.deepEqual(flows(iacs(['export', 'model', ...today], { cwd }).stdout), [null, true, false]);
            iacs(['report', '-o', 'r.json', '--no-drawings', ...today], { cwd });
            iacs(['report', '-o', 'r.md', '--no-drawings', ...today], { cwd });
            const report = JSON.parse(readFileSync(path.join(cwd, 'r.json'), 'utf8'));
            assert.deepEqual(
                report.flows.map((flow: { expired: unknown }) => flow.expired),
                [null, true, false],
            );
            assert.deepEqual(
                report.parties[0].certificates.map((each: { expired: unknown; unread: unknown }) => [
                    each.expired,
                    each.unread,
                ]),
                [
                    [null, true],
                    [null, false],
                    [true, false],
                    [false, false],
                ],
            );
            const printed = readFileSync(path.join(cwd, 'r.md'), 'utf8');
            assert.match(printed, /until a day that cannot be read/);
            assert.match(printed, /A, with a time that cannot be read/);
            for (const [id, said] of [
                ['P', /IEC 62443-4-1/],
                ['Q', /No role is stated, so it is not known what IEC 62443 asks of it/],
            ] as const) {
                iacs(['report', '-o', `${id}.md`, '--party', id, ...today], { cwd });
                assert.match(readFileSync(path.join(cwd, `${id}.md`), 'utf8'), said);
            }
        });
    });
});

const examples = path.join(repository, 'examples');
const names = readdirSync(examples).filter(name => existsSync(path.join(examples, name, 'main.iacs')));

/** Every id that a model mentions, by what it has to be one of. */
function mentions(model: ResolvedModel): Readonly<Record<string, readonly string[]>> {
    const { zones, conduits, assets, flows } = model;
    return {
        zones: [
            ...zones.flatMap(zone => zone.parent ?? []),
            ...conduits.flatMap(conduit => [...conduit.between, ...conduit.over]),
            ...assets.flatMap(asset => [asset.zone ?? [], asset.serves].flat()),
            ...assets.flatMap(asset => asset.addresses.flatMap(address => address.zone ?? [])),
            ...flows.flatMap(flow => [flow.fromZones, flow.toZones, flow.leaves, flow.enters].flat()),
        ],
        conduits: [...zones.flatMap(zone => zone.conduits), ...flows.flatMap(flow => flow.conduit ?? [])],
        assets: [...zones, ...conduits].flatMap(each => each.assets).concat(conduits.flatMap(conduit => conduit.via)),
        flows: conduits.flatMap(conduit => conduit.flows),
        protocols: flows.flatMap(flow => flow.protocols),
        countermeasures: [...zones, ...conduits, ...assets]
            .flatMap(each => each.applies)
            .concat(flows.flatMap(flow => flow.securedBy)),
    };
}

function holds(model: ResolvedModel): void {
    for (const [list, ids] of Object.entries(mentions(model))) {
        const known = new Set((model[list as 'zones'] as readonly { readonly id: string }[]).map(each => each.id));
        for (const id of ids) assert.ok(known.has(id), `${list}: ${id}`);
    }
    for (const { crosses, leaves, enters, id } of model.flows) {
        if (!crosses) assert.deepEqual([leaves, enters], [[], []], id);
        assert.equal(new Set([...leaves, ...enters]).size, leaves.length + enters.length, id);
    }
}

describe('iacs export model', function () {
    for (const name of names)
        it(`${name} fits its schema, and every id in it resolves`, () => {
            const { stdout } = iacs(['export', 'model', 'main.iacs'], { cwd: path.join(examples, name) });
            const models = valid(stdout);
            assert.equal(models.length, 1);
            models.forEach(holds);
        });

    it('fits it for generated plants, and for texts that are not understood', () => {
        for (let seed = 1; seed <= 60; seed++) {
            const plants = [load(plantText(randomPlant(random(seed)))), load(carelessPlant(random(seed)))].map(
                resolved,
            );
            valid(JSON.stringify({ schemaVersion: 1, date: '2026-06-01', models: plants }));
            plants.forEach(holds);
        }
        const broken = 'system S\nzone A { SL-T 9 }\nconduit C between A and Nowhere\nflow A -> : x\nasset P : plc\n';
        withFiles({ 'main.iacs': broken }, cwd => {
            const { stdout, code } = iacs(['export', 'model'], { cwd });
            assert.equal(code, 2);
            assert.deepEqual(
                valid(stdout)[0]!.zones.map(zone => zone.id),
                ['A'],
            );
        });
    });

    it('fills in what is inherited, derived and crossed', () => {
        const model = resolved(
            load(`system S
zone Site {
  kind control
  purdue 2
  owner "Operations"
  is wireless
  SL-T 2
  applies Accounts
  zone A { network 10.1.0.0/24 zone Inner { asset P : s7 { address 10.1.0.5 } } }
  zone B { asset Q : plc }
}
zone Office { kind enterprise asset E : server }
conduit Link between Site and Office {
  via Fw
  asset Fw : firewall { serves Site, Office }
  flow Office.E -> Site.A.Inner.P : https { until 2026-01-01 }
  flow Fw -> Office.E : syslog { port udp 6000-6002 }
}
flow Site.A.Inner.P -> Site.B.Q : s7comm
type s7 : plc { vendor "Siemens" SL-C 2 }
countermeasure Accounts { meets SR 1.1, FR 2 SL 1 status implemented }`),
        );
        const zone = (id: string) => model.zones.find(each => each.id === id)!;
        const { kind, purdue, traits, owner, side, slT, slTSource, applies } = zone('Site.A.Inner');
        assert.deepEqual(
            { kind, purdue, traits, owner, side, slT: slT[0], from: slTSource[0], applies },
            {
                kind: 'control',
                purdue: '2',
                traits: ['wireless'],
                owner: 'Operations',
                side: 'ot',
                slT: 2,
                from: 'inherited',
                applies: ['Accounts'],
            },
        );
        assert.deepEqual([model.conduits[0]!.slT[0], model.conduits[0]!.slTSource[0]], [2, 'derived']);
        const [asset] = model.assets;
        assert.deepEqual(
            [asset!.types, asset!.vendor, asset!.slC[0], asset!.addresses],
            [
                ['s7', 'plc', 'controller', 'embedded-device'],
                'Siemens',
                2,
                [{ address: '10.1.0.5', zone: 'Site.A.Inner' }],
            ],
        );
        const [orders, logs, inside] = model.flows;
        assert.deepEqual(
            [orders!.leaves, orders!.enters, orders!.via, orders!.ports, orders!.portsFrom, orders!.expired],
            [
                ['Office'],
                ['Site', 'Site.A', 'Site.A.Inner'],
                ['Link.Fw'],
                [{ transport: 'tcp', from: 443, to: 443 }],
                'protocols',
                true,
            ],
        );
        assert.deepEqual(
            [logs!.fromZones, logs!.leaves, logs!.ports, logs!.portsFrom],
            [['Site', 'Office'], [], [{ transport: 'udp', from: 6000, to: 6002 }], 'flow'],
        );
        assert.deepEqual(
            [inside!.leaves, inside!.enters, inside!.conduit],
            [['Site.A.Inner', 'Site.A'], ['Site.B'], null],
        );
        assert.deepEqual(model.countermeasures[0]!.meets, ['SR 1.1', 'FR 2 SL 1']);
    });

    it('holds legs, evidence in parts, and only what is there on the day', () => {
        const plant = `import "parts/rules.iacs"
import "parts/seen.iacs"
system Plant "Two cells" { evidence-valid 12 months }
zone Line1 { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.10 } }
zone Line2 { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.10 mac "00:1b:1b:00:00:02" } }
zone Hall "Halle" {
  network 10.7.0.0/16, 2001:db8::/32
  asset Hist "Historian" : historian { address 10.7.9.10, 2001:db8::10 supported until 2027-12-31 }
  asset Leg "Two legs" : server { address 10.7.9.20, 192.168.0.20 in Line1 serves Line1 }
  asset Phone : mobile-device { address dhcp planned for 2027-01-01 }
  asset Old : server { retired on 2026-01-01 }
  meets SR 7.3 because "Drill" evidence "drill.pdf" dated 2026-03-01 valid 6 months
}
conduit C1 between Line1 and Hall {
  via Gate
  asset Gate : firewall {
    address 192.168.0.1 in Line1, 10.7.1.1 in Hall
    serves Line1, Hall
    translates 192.168.0.0/24 to 10.7.1.0/24
    faces Line1 by "port1"
  }
  flow Hall.Hist -> Line1.Plc : opc-ua { planned for 2026-12-01 }
}
conduit C2 between Line2 and Hall {
  flow Hall.Hist <-> Line2.Plc : s7comm, opc-ua { port tcp 102, 4840 access write secured encryption by Vpn }
  flow Hall -- Line2 : hardwired-io
}
within Hall { asset Added : printer { address 10.7.9.30 } }
countermeasure Vpn "VPN" { meets SR 4.1 status planned due 2026-12-01 }
function Make { needs Line1.Plc, C1 endures 8 hours without Hall.Hist is essential }
`;
        const files = {
            'main.iacs': plant,
            'parts/rules.iacs':
                'ruleset R { device C1.Gate exported 2026-11-20 source "fw.conf"\n' +
                '  permits 10.7.9.10 -> 192.168.0.10 : tcp 4840 "1"\n  blocks any -> any : any "99"\n}\n',
            'parts/seen.iacs':
                'observation O { sees Hall since 2026-01-01 until 2026-03-01 source "conn.log"\n' +
                '  saw 10.7.9.10 -> 10.7.1.10 : tcp 4840 used on 9 days, 2026-01-02 to 2026-02-20\n}\n',
        };
        withFiles(files, cwd => {
            const exported = (day: string): ResolvedModel => {
                const { stdout, code, stderr } = iacs(['export', 'model', '--today', day], { cwd });
                assert.equal(code, 0, stderr);
                const [model] = valid(stdout);
                holds(model!);
                return model!;
            };
            const now = exported('2026-11-28');
            assert.deepEqual(
                now.assets.map(({ id, addresses }) => [id, addresses.map(each => `${each.address} ${each.zone}`)]),
                [
                    ['Line1.Plc', ['192.168.0.10 Line1']],
                    ['Line2.Plc', ['192.168.0.10 Line2']],
                    ['Hall.Hist', ['10.7.9.10 Hall', '2001:db8::10 Hall']],
                    ['Hall.Leg', ['10.7.9.20 Hall', '192.168.0.20 Line1']],
                    ['C1.Gate', ['192.168.0.1 Line1', '10.7.1.1 Hall']],
                    ['Hall.Added', ['10.7.9.30 Hall']],
                ],
            );
            assert.deepEqual(
                now.flows.map(flow => flow.id),
                ['Hall.Hist <-> Line2.Plc : s7comm, opc-ua', 'Hall -- Line2 : hardwired-io'],
            );
            const [both, wire] = now.flows;
            assert.deepEqual(
                [both!.ports.map(port => port.from), both!.portsFrom, both!.access, both!.securedBy],
                [[102, 4840], 'flow', 'write', ['Vpn']],
            );
            assert.deepEqual(
                [wire!.ports, wire!.portsFrom, wire!.leaves, wire!.enters],
                [[], null, ['Hall'], ['Line2']],
            );
            assert.deepEqual(
                now.functions.map(each => each.id),
                ['Make'],
            );
            const later = exported('2027-06-01');
            assert.ok(later.assets.some(asset => asset.id === 'Hall.Phone' && asset.dhcp));
            assert.equal(later.flows.length, 3);
            const before = exported('2025-12-31');
            assert.ok(before.assets.some(asset => asset.id === 'Hall.Old'));
        });
    });

    it('holds what is understood of a model with many mistakes, and says so with its exit code', () => {
        const broken = `system S { owner "X
zone A { SL-T 9 network 10.0.0.0/99, nonsense purdue 7 kind castle
  asset P : nothing { address 10.0.0.300, 10.0.0.1 in Nowhere, dhcp mac "zz" SL-C {9} }
  asset P : plc
  asset Q "Ünï\\q" : plc
  zone A { zone A { asset P : plc } }
}
zone __proto__ { asset constructor : plc }
conduit C between A
conduit D between A and Nowhere { via X over A flow A.P -> Gone.X : nope { port tcp 99999 until 2026-02-30 } }
flow A.Q -> A.Q : https
flow -> A : https
system T
<<<<<<< HEAD
zone M1
=======
zone M2
>>>>>>> b
countermeasure K { meets SR 99.9, FR 9 SL 9 status odd }
type a : b
type b : a
within Nowhere { asset Z : plc }
import "missing.iacs"
`;
        withFiles({ 'main.iacs': broken }, cwd => {
            const { stdout, stderr, code } = iacs(['export', 'model'], { cwd });
            assert.equal(code, 2);
            assert.match(stderr, /^iacs: main\.iacs:\d+:\d+ There is no file missing\.iacs\.$/mu);
            const [model] = valid(stdout);
            assert.deepEqual(
                model!.zones.map(zone => zone.id),
                ['A', 'A.A', 'A.A.A', '__proto__', 'M1', 'M2'],
            );
            assert.ok(model!.assets.some(asset => asset.id === '__proto__.constructor'));
        });
    });

    it('takes several models, and writes a file', () => {
        withFiles({ 'a/main.iacs': 'system A\n', 'b/main.iacs': 'system B\nzone Z\n' }, cwd => {
            const { code, stdout } = iacs(['export', 'model', '-o', 'out.json'], { cwd });
            assert.deepEqual([code, stdout], [0, '']);
            const models = valid(readFileSync(path.join(cwd, 'out.json'), 'utf8'));
            assert.deepEqual(
                models.map(({ system, file }) => [system, file]),
                [
                    ['A', 'a/main.iacs'],
                    ['B', 'b/main.iacs'],
                ],
            );
            assert.match(iacs(['export', 'mode'], { cwd }).stderr, /wants rules or model first, not "mode"/);
        });
    });
});

describe('docs/scripts.md', function () {
    const file = path.join(repository, 'docs/scripts.md');

    it('shows a script that prints what is below it', () => {
        const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
        const block = (kind: string): string => new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'mu').exec(page)![1]!;
        assert.equal(block('sh'), 'iacs export model | node entering.mjs\n');
        withFiles({ 'main.iacs': block('iacs'), 'entering.mjs': block('js') }, cwd => {
            assert.equal(iacs(['format', '--check', 'main.iacs'], { cwd }).stderr, '');
            const { stdout, code } = iacs(['export', 'model'], { cwd });
            assert.equal(code, 0);
            valid(stdout);
            const printed = execFileSync(process.execPath, ['entering.mjs'], { cwd, input: stdout, encoding: 'utf8' });
            assert.notEqual(printed, '');
            if (process.env['IACS_RENEW'] === '1')
                writeFileSync(
                    file,
                    page.replace(/^```text\n[^]*?^```$/mu, () => `\`\`\`text\n${printed}\`\`\``),
                );
            else assert.equal(printed, block('text'));
        });
    });

    it('names every list of the schema', () => {
        const page = readFileSync(file, 'utf8');
        const { properties } = (schema as { $defs: { model: { properties: object } } }).$defs.model;
        for (const key of Object.keys(properties)) assert.ok(page.includes(`\`${key}\``), key);
    });
});
