import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsaf } from '../src/import/advisories/read-csaf.ts';
import { csaf } from './support/csaf.ts';
import type { Outcome } from './support/iacs.ts';
import { iacs, withFiles } from './support/iacs.ts';

const sum = (kind: string, text: string): string => createHash(kind).update(text).digest('hex');

function imported(files: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]): Outcome {
    return withFiles(files, cwd => iacs(['import', 'advisories', ...(more.length > 0 ? more : ['.'])], { cwd }));
}

/** What is left of a file that is refused, without its name. */
function refusal(text: string | Uint8Array): string {
    const { stderr } = imported({ 'a.json': text, 'good.json': csaf() });
    return /^a\.json is not (?:imported|read): (.*)$/m.exec(stderr)?.[1] ?? `nothing in: ${stderr}`;
}

describe('iacs import advisories', () => {
    it('writes what a document says of its products, to be read by people', () => {
        const text = csaf();
        const { stdout, stderr, code } = imported({
            'ex.json': text,
            'ex.json.sha512': `${sum('sha512', text)}  ex.json`,
        });
        assert.equal(
            stdout,
            `/** Written by iacs import advisories from ex.json, sha256 ${sum('sha256', text)}; TLP:WHITE. */
advisory EX-26-001 "Examplar PLC 100" {
  identifier "EX-26-001"
  publisher "Example CERT"
  dated 2026-03-02
  revision "1"
  status final
  source "ex.json"
  description "A crafted packet stops the controller."
  vulnerability "CVE-2026-0001" "Missing Authentication for Critical Function" cvss 9.8 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  affected "PLC 100" {
    vendor "Examplar"
    versions "vers:all/<V3.1"
    fixed-in "V3.1"
    remediation vendor-fix "Update to V3.1 or later version"
    remediation mitigation "Close port 102."
  }
}
`,
        );
        assert.equal(stderr, '1 advisory read: 1 with a digest that holds, 0 without one.\n');
        assert.equal(code, 0);
        withFiles({ 'm.iacs': `system S\n${stdout}` }, cwd => {
            const checked = iacs(['check', 'm.iacs', '--format', 'json'], { cwd }).stdout;
            assert.doesNotMatch(checked, /"(?:syntax|invalid-value|unresolved)/);
        });
    });

    it('groups products of which the same is said, and keeps apart what differs', () => {
        const { stdout } = imported({
            'a.json': csaf({
                products: [
                    { name: 'A', versions: '1.0', exact: true },
                    { name: 'A', versions: '1.1', exact: true },
                    {
                        name: 'B',
                        versions: '<2',
                        helper: { model_numbers: ['B-77'], cpe: 'cpe:2.3:h:x:b:-:*:*:*:*:*:*:*' },
                    },
                    { name: 'C (C-1)', versions: '<3', helper: { model_numbers: ['C-1'] } },
                    { name: 'D', versions: '<3' },
                    { name: 'E' },
                ],
                vulnerabilities: [
                    { cve: 'CVE-1', product_status: { known_affected: ['P1', 'P2', 'P3', 'P4', 'P5'], fixed: ['P6'] } },
                    { cve: 'CVE-2', product_status: { known_affected: ['P4', 'P5'], known_not_affected: ['P3'] } },
                    { cve: 'CVE-3', product_status: { under_investigation: ['P6'], recommended: ['P1'] } },
                ],
            }),
        });
        const statements = stdout.slice(stdout.indexOf('  affected'));
        assert.equal(
            statements,
            `  affected "A" {
    vendor "Examplar"
    versions "1.0", "1.1"
    cve "CVE-1"
  }
  affected "B" {
    vendor "Examplar"
    versions "<2"
    cve "CVE-1"
    model-number "B-77"
    cpe "cpe:2.3:h:x:b:-:*:*:*:*:*:*:*"
  }
  affected "C (C-1)",
    "D" {
    vendor "Examplar"
    versions "<3"
    cve "CVE-1", "CVE-2"
  }
  fixed "E" {
    vendor "Examplar"
    cve "CVE-1"
  }
  not-affected "B" {
    vendor "Examplar"
    versions "<2"
    cve "CVE-2"
    model-number "B-77"
    cpe "cpe:2.3:h:x:b:-:*:*:*:*:*:*:*"
  }
  under-investigation "E" {
    vendor "Examplar"
    cve "CVE-3"
  }
}
`,
        );
    });

    it('names what is installed on something else by both, and never reads a limit as a range', () => {
        const { stdout } = imported({
            'a.json': csaf({
                tree: {
                    full_product_names: [{ name: 'Camera', product_id: 'P2' }],
                    branches: [
                        {
                            category: 'vendor',
                            name: 'V',
                            branches: [
                                {
                                    category: 'product_name',
                                    name: 'Firmware',
                                    branches: [
                                        {
                                            category: 'product_version',
                                            name: '2.1',
                                            product: { name: 'Firmware 2.1', product_id: 'P1' },
                                            branches: [
                                                {
                                                    category: 'architecture',
                                                    name: 'arm',
                                                    product: { name: 'Firmware 2.1 arm', product_id: 'P3' },
                                                },
                                            ],
                                        },
                                    ],
                                },
                            ],
                        },
                    ],
                    relationships: [
                        {
                            category: 'installed_on',
                            full_product_name: { name: 'x', product_id: 'P4' },
                            product_reference: 'P1',
                            relates_to_product_reference: 'P2',
                        },
                        {
                            category: 'installed_on',
                            full_product_name: { name: 'x', product_id: 'P5' },
                            product_reference: 'P5',
                            relates_to_product_reference: 'P5',
                        },
                    ],
                },
                vulnerabilities: [{ cve: 'CVE-1', product_status: { known_affected: ['P3', 'P4', 'P5', 'P9'] } }],
            }),
        });
        assert.match(stdout, /affected "Firmware" \{\n {4}vendor "V"\n {4}versions "2\.1 only architecture arm"/);
        assert.match(stdout, /affected "Firmware installed on Camera" \{\n {4}vendor "V"\n {4}versions "2\.1"/);
        assert.match(stdout, /\* Its vulnerabilities name 2 products that its product tree does not have: P5, P9\./);
    });

    it('does not take the versions of a component for those of what it is in', () => {
        const relation = (category: string, id: string, of: string): object => ({
            category,
            full_product_name: { name: 'x', product_id: id },
            product_reference: of,
            relates_to_product_reference: 'D',
        });
        const { stdout } = imported({
            'a.json': csaf({
                tree: {
                    branches: [
                        {
                            category: 'product_name',
                            name: 'Library',
                            branches: [
                                {
                                    category: 'product_version_range',
                                    name: 'vers:all/<3.0',
                                    product: { name: 'l', product_id: 'L' },
                                },
                                {
                                    category: 'product_version_range',
                                    name: 'vers:all/*',
                                    product: { name: 'a', product_id: 'A' },
                                },
                            ],
                        },
                        { category: 'product_name', name: 'Device', product: { name: 'd', product_id: 'D' } },
                    ],
                    relationships: [
                        relation('default_component_of', 'R1', 'L'),
                        relation('optional_component_of', 'R2', 'A'),
                    ],
                },
                vulnerabilities: [{ cve: 'CVE-1', product_status: { known_affected: ['R1', 'R2'] } }],
            }),
        });
        assert.match(
            stdout,
            /"Library as a component of Device" \{\n {4}versions "vers:all\/<3\.0 only of that component"/,
        );
        assert.match(stdout, /"Library as an optional component of Device" \{\n {4}versions "vers:all\/\*"/);
    });

    it('gives advice to no product where it names a group that is not there, and keeps the widest vector', () => {
        const { stdout } = imported({
            'a.json': csaf({
                products: [
                    { name: 'A', versions: '<2' },
                    { name: 'B', versions: '<2' },
                ],
                vulnerabilities: [
                    {
                        cve: 'CVE-1',
                        product_status: { known_affected: ['P1', 'P2'] },
                        remediations: [{ category: 'vendor_fix', details: 'Update', group_ids: ['G'] }],
                        scores: [
                            { products: ['P1'], cvss_v3: { baseScore: 7.8, vectorString: 'CVSS:3.1/AV:L/AC:L' } },
                            { products: ['P2'], cvss_v3: { baseScore: 7.5, vectorString: 'CVSS:3.1/AV:N/AC:L' } },
                        ],
                    },
                ],
            }),
        });
        assert.doesNotMatch(stdout, /remediation/);
        const listedTwice = imported({
            'a.json': csaf({
                vulnerabilities: ['AV:L', 'AV:N'].map((way, index) => ({
                    cve: 'CVE-1',
                    product_status: { known_affected: ['P1'] },
                    scores: [
                        {
                            products: ['P1'],
                            cvss_v3: { baseScore: 7 - index, vectorString: `CVSS:3.1/${way}` },
                            cvss_v2: { baseScore: 5, vectorString: `${way}/AC:L` },
                        },
                    ],
                })),
            }),
        });
        assert.match(
            listedTwice.stdout,
            /"CVE-1" cvss 6 "CVSS:3\.1\/AV:N", 7 "CVSS:3\.1\/AV:L", 5 "AV:N\/AC:L", 5 "AV:L\/AC:L"/,
        );
        assert.match(stdout, /cvss 7\.5 "CVSS:3\.1\/AV:N\/AC:L", 7\.8 "CVSS:3\.1\/AV:L\/AC:L"/);
    });

    it('does not read a document whose digest differs', () => {
        const [good, bad] = [csaf({ id: 'EX-1' }), csaf({ id: 'EX-2' })];
        const { stdout, stderr, code } = imported({
            'good.json': good,
            'good.json.sha256': `${sum('sha256', good).toUpperCase()} *good.json\n`,
            'bad.json': bad,
            'bad.json.sha512': `${sum('sha512', `${bad} `)}  bad.json`,
            'cut.json': csaf({ id: 'EX-3' }),
            'cut.json.sha512': 'abc',
            'none.json': csaf({ id: 'EX-4' }),
        });
        assert.equal(code, 1);
        assert.deepEqual(stdout.match(/^advisory \S+/gm), ['advisory EX-1', 'advisory EX-4']);
        assert.equal(
            stderr,
            '2 advisories read: 1 with a digest that holds, 1 without one.\n' +
                'bad.json is not read: it is not the file that its .sha512 file was made for.\n' +
                'cut.json is not read: its .sha512 file holds no digest.\n',
        );
    });

    for (const [what, text, expected] of [
        ['a cut document', csaf().slice(0, 300), /^it is not whole JSON: /],
        [
            'a document in Latin-1',
            new Uint8Array([...Buffer.from(csaf({ title: 'Gerät' }), 'latin1')]),
            /^it is not UTF-8 text/,
        ],
        ['a document of CVRF', '{"document":{"csaf_version":"1.2"}}', /^it is CSAF 1\.2: 2\.0 and 2\.1 are read\.$/],
        ['a draft', csaf({ status: 'draft' }), /^it is a draft/],
        ['a withdrawn one', csaf({ category: 'csaf_withdrawn' }), /^its publisher took it back \(csaf_withdrawn\)\.$/],
        ['one without an id', csaf().replace('"id":"EX-26-001"', '"id":7'), /^it has no `document\.tracking\.id`\.$/],
        ['one without products', csaf({ vulnerabilities: [] }), /^it says of no product whether it is affected\.$/],
        [
            'one with too many products',
            csaf({
                tree: {
                    full_product_names: Array.from({ length: 20_001 }, (_, at) => ({
                        name: 'x',
                        product_id: `P${at}`,
                    })),
                },
            }),
            /^it names more than 20000 products\.$/,
        ],
    ] as const) {
        it(`says in a line why it leaves out ${what}`, () => assert.match(refusal(text), expected));
    }

    it('leaves aside what is not an advisory, and fails where nothing is left', () => {
        const others = {
            'feed.json': '{"feed":{}}',
            'list.json': '[1]',
            'note.json': csaf({ category: 'csaf_informational_advisory' }),
        };
        const { stderr } = imported({ ...others, 'a/b/good.json': csaf({ category: 'csaf_vex', status: 'interim' }) });
        assert.equal(
            stderr,
            '1 advisory read: 0 with a digest that holds, 1 without one; 3 other JSON files left aside.\n',
        );
        const none = imported(others);
        assert.equal(none.code, 2);
        assert.match(none.stderr, /There is no security advisory as CSAF in \. that can be imported\./);
        const missing = imported({}, 'nowhere');
        assert.match(missing.stderr, /There is no file or folder nowhere\./);
    });

    it('takes the newest revision of an advisory, in a delivery and over what is there', () => {
        const files = {
            'old.json': csaf({ version: '2', title: 'Second' }),
            'new.json': csaf({ version: '10', title: 'Tenth' }),
            'other.json': csaf({ publisher: 'Other', title: 'Of another publisher' }),
        };
        withFiles(files, cwd => {
            const run = (...args: readonly string[]): Outcome =>
                iacs(['import', 'advisories', ...args, '-o', 'out.iacs'], { cwd });
            const out = (): string => readFileSync(path.join(cwd, 'out.iacs'), 'utf8');
            const first = run('old.json', 'other.json');
            assert.match(first.stderr, /In out\.iacs 2 are new, 0 updated, 0 unchanged\./);
            const text = out();
            run('old.json', 'other.json');
            assert.equal(out(), text, 'the same import changes nothing');
            const second = run('.');
            assert.match(
                second.stderr,
                /old\.json is left out: new\.json has revision 10 of 2026-03-02 of EX-26-001, which is newer than revision 2/,
            );
            assert.match(second.stderr, /In out\.iacs 0 are new, 1 updated, 1 unchanged\./);
            assert.deepEqual(out().match(/^advisory .* \{/gm), [
                'advisory EX-26-001 "Tenth" {',
                'advisory EX-26-001_2 "Of another publisher" {',
            ]);
            const third = run('old.json');
            assert.match(
                third.stderr,
                /old\.json is left out: out\.iacs has revision 10 of 2026-03-02 of EX-26-001, which is newer\./,
            );
        });
    });

    it('keeps what people wrote into its file', () => {
        withFiles({ 'a.json': csaf() }, cwd => {
            const file = path.join(cwd, 'out.iacs');
            iacs(['import', 'advisories', '.', '-o', 'out.iacs'], { cwd });
            const text = readFileSync(file, 'utf8').replace(
                /\n\}\n$/,
                '\n  // By phone\n  accept advisory-affected because "Replaced" until 2027-01-01 // asked again\n}\n// Ours\n',
            );
            withFiles({ 'a.json': csaf({ version: '2' }), 'out.iacs': text }, again => {
                iacs(['import', 'advisories', 'a.json', '-o', 'out.iacs'], { cwd: again });
                const kept = readFileSync(path.join(again, 'out.iacs'), 'utf8');
                assert.match(
                    kept,
                    /revision "2"[^]*\n {2}\/\/ By phone\n {2}accept advisory-affected because "Replaced" until 2027-01-01 \/\/ asked again\n\}\n+\/\/ Ours\n$/,
                );
            });
        });
    });

    it('writes with a model only what names a product of it', () => {
        const files = {
            'plant/main.iacs':
                'system S\nzone Z { asset P : own asset Q : plc { advisory-name "Pump" } }\ntype own : plc { product "PLC 100" }\n',
            'in/a.json': csaf({ id: 'EX-1' }),
            'in/b.json': csaf({ id: 'EX-2', products: [{ name: 'Pump', versions: '*' }] }),
            'in/c.json': csaf({ id: 'EX-3', products: [{ name: 'Valve', versions: '*' }] }),
        };
        withFiles(files, cwd => {
            const { stdout, stderr } = iacs(['import', 'advisories', 'in', '--model', 'plant'], { cwd });
            assert.deepEqual(stdout.match(/^advisory \S+/gm), ['advisory EX-1', 'advisory EX-2']);
            assert.match(stderr, /^Left out: 1 advisory that names no product of plant/m);
        });
    });

    it('says what a document may be passed on to', () => {
        assert.match(
            imported({ 'a.json': csaf({ tlp: 'AMBER' }) }).stderr,
            /a\.json is TLP:AMBER: pass the model on only as far/,
        );
    });

    it('takes what is meant to harm: any nesting, names of JavaScript, signs that cannot be seen', function () {
        const deep = `${'{"category":"vendor","name":"x","branches":['.repeat(50_000)}${']}'.repeat(50_000)}`;
        const text = csaf().replace('"branches":[', `"branches":[${deep},`);
        assert.ok(!('refused' in readCsaf(text)));
        const named = csaf({ products: [{ name: '__proto__', versions: 'constructor' }], publisher: '__proto__' });
        assert.match(
            imported({ 'a.json': named }).stdout,
            /affected "__proto__" \{\n {4}vendor "Examplar"\n {4}versions "constructor"/,
        );
        const polluted = `{"__proto__":${csaf()},"document":null}`;
        assert.match(imported({ 'a.json': polluted, 'b.json': csaf() }).stderr, /1 other JSON file left aside/);
        const hidden = csaf({ products: [{ name: 'PLC\u202e100\u0000 "*/"', versions: '<1' }], title: '*/ zone X\n' });
        const { stdout } = imported({ 'a.json': hidden });
        assert.match(stdout, /affected "PLC 100 \\"\*\/\\"" \{/);
        const { code } = withFiles({ 'm.iacs': `system S\n${stdout}` }, cwd =>
            iacs(['format', '--check', 'm.iacs'], { cwd }),
        );
        assert.equal(code, 0);
        for (const odd of ['null', '7', '"x"', '[]', '{"document":[]}', '{"document":{"csaf_version":{}}}'])
            assert.ok('refused' in readCsaf(odd), odd);
    });

    it('names documents of other formats, and says where a date or a status cannot be read', () => {
        assert.equal(
            refusal('{"bomFormat":"CycloneDX","specVersion":"1.5","vulnerabilities":[]}'),
            'it is CycloneDX: advisories and VEX documents in CSAF 2.0 or 2.1 are read.',
        );
        assert.match(refusal('{"@context":"https://openvex.dev/ns/v0.2.0","statements":[]}'), /^it is OpenVEX: /);
        assert.match(refusal('{"spdxVersion":"SPDX-2.3"}'), /^it is SPDX: /);
        for (const date of ['2026-02-30T00:00:00Z', '2026-03-021T00:00:00Z', '12026-03-02T00:00:00Z']) {
            const { stdout, stderr } = imported({ 'a.json': csaf({ date }) });
            assert.doesNotMatch(stdout, /^ {2}dated/m);
            assert.match(stderr, /^a\.json: It has no date: its current_release_date is not a day\.$/m);
        }
        assert.match(
            imported({ 'a.json': csaf({ date: '' }) }).stderr,
            /its current_release_date is (missing|not a day)\.$/m,
        );
        assert.match(
            imported({ 'a.json': csaf({ status: 'published' }) }).stderr,
            /^a\.json: Its status is not one of CSAF, and none is written\.$/m,
        );
    });
});
