import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Fix } from '../src/model/index.ts';
import type { Finding } from '../src/rules/index.ts';
import { formatText } from '../src/syntax/format.ts';
import { renderEdits } from '../src/syntax/index.ts';
import { brokenPlant } from './support/broken-plant.ts';
import { carelessPlant } from './support/careless-plant.ts';
import { claimsOf, outsideZones, safetyTargets, turnedSessions } from './support/claims.ts';
import type { Loaded } from './support/load.ts';
import { apply, load } from './support/load.ts';
import { sections } from './support/marks.ts';
import { random } from './support/random-plant.ts';

const today = '2026-06-01';
const examples = new URL('../../../examples/', import.meta.url);
/** How many careless plants have all of their fixes made; `npm run fuzz` makes those of further ones. */
const plantsTried = Number(process.env['IACS_EDITS'] ?? 5);
const plants = ['grfics', 'refinery', 'ship', 'substations', 'swat', 'truck-loading'];

/** An example with the shared library beside it, its root first. */
function example(name: string): Loaded {
    const files = [name, 'library']
        .flatMap(folder =>
            readdirSync(new URL(`${folder}/`, examples), { recursive: true, encoding: 'utf8' }).map(
                file => `${folder}/${file.replaceAll('\\', '/')}`,
            ),
        )
        .filter(file => file.endsWith('.iacs'));
    const root = `${name}/main.iacs`;
    const texts = [root, ...files.filter(file => file !== root)].map(
        file => `//- ${file}\n${readFileSync(new URL(file, examples), 'utf8')}`,
    );
    return load(texts.join(''), { today });
}

/** All words of a finding, its related places among them. */
function wordsOf({ rule, subject, message, related }: Finding): string {
    return JSON.stringify([rule, subject, message, related.map(each => each.message)]);
}

/** How often something is said, wherever it stands by now. */
function saidOf(findings: readonly Finding[], finding: Finding): number {
    const words = wordsOf(finding);
    return findings.filter(each => each.rule === finding.rule && wordsOf(each) === words).length;
}

/**
 * What only people know is said by a claim alone, which shows where it is to be filled in, or is one of several
 * answers.
 */
function assertKind(before: Loaded, after: Loaded, finding: Finding, fix: Fix, what: string): void {
    if (fix.kind === 'claim') {
        const texts = [...after.files.values()].join('\n');
        for (const text of fix.fill) assert.ok(texts.includes(text), `${what} leaves no place for ${text}`);
        const choices = finding.fixes.filter(each => each.kind === 'claim');
        assert.ok(
            fix.fill.length > 0 || choices.length > 1,
            `${what} claims something, and leaves nothing to be filled in`,
        );
        return;
    }
    const said = claimsOf(before.model);
    const added = [...claimsOf(after.model)]
        .filter(([claim, count]) => count > (said.get(claim) ?? 0))
        .map(([claim]) => claim);
    assert.deepEqual(added, [], `${what} is no claim, and claims`);
    const turned = turnedSessions(before.model, after.model);
    assert.deepEqual(turned, [], `${what} is no claim, and says who opens a session`);
    const outside = outsideZones(after);
    for (const [zone, kind] of outsideZones(before))
        if (outside.has(zone)) assert.equal(outside.get(zone), kind, `${what} takes ${zone} out of the system`);
    const targets = safetyTargets(before);
    const now = safetyTargets(after);
    for (const [zone, target] of targets)
        if (now.has(zone)) assert.equal(now.get(zone), target, `${what} changes the SL-T of ${zone}`);
}

/** Comments are lost with a statement that is removed, and in no other way. */
function assertComments(before: Loaded, after: Loaded, fix: Fix, what: string): void {
    const texts = [...after.files.values()].join('\n');
    const removed = fix.edits.flatMap(edit => (edit.kind === 'remove' ? [edit.at] : []));
    for (const [file, text] of before.files) {
        for (const { 0: comment, index } of text.matchAll(/\/\/ note \d+/g)) {
            if (removed.some(at => at.file === file && at.start <= index && index < at.end)) continue;
            assert.match(texts, new RegExp(`${comment}(?!\\d)`), `${what} loses ${comment}`);
        }
    }
}

/** The changes of a fix do not overlap: an editor refuses those that do. */
function assertApart(loaded: Loaded, fix: Fix, what: string): void {
    const edits = renderEdits(fix.edits, file => loaded.files.get(file) ?? '');
    edits.forEach((edit, index) => {
        const before = edits[index - 1];
        if (before?.file === edit.file)
            assert.ok(
                before.end <= edit.start && !(before.start === edit.start && before.end === edit.end),
                `${what}: changes overlap`,
            );
    });
}

/** Files beside those that fixes change, which were found to be formatted. */
const formatted = new Set<string>();

/** Makes every fix of the findings by itself, and looks at what is left. */
function assertFixes(loaded: Loaded, findings: readonly Finding[]): void {
    const untouched = new Set(loaded.files.values());
    for (const finding of findings) {
        for (const fix of finding.fixes) {
            const what = `${finding.rule}: ${fix.title}`;
            const after = apply(loaded, fix);
            assertApart(loaded, fix, what);
            const again = load(after, { today });
            assert.deepEqual(
                again.problems.map(problem => problem.message),
                [],
                what,
            );
            for (const { name, text } of sections(after)) {
                if (formatted.has(text)) continue;
                assert.equal(text, formatText(text), `${what}, in ${name ?? 'the text'}`);
                if (untouched.has(text)) formatted.add(text);
            }
            assert.ok(saidOf(again.findings, finding) < saidOf(loaded.findings, finding), `${what} cures nothing`);
            assertKind(loaded, again, finding, fix, what);
            assertComments(loaded, again, fix, what);
        }
    }
}

/** A text with a comment before every third line, and one after every fifth. */
function commented(text: string): string {
    const lines = text.split('\n').map((line, index) => {
        const indent = /^ */.exec(line)![0];
        const behind = index % 5 === 0 && line.trim() !== '' ? `${line} // note ${index}` : line;
        return index % 3 === 0 && line.trim() !== '' ? `${indent}// note ${index}00\n${behind}` : behind;
    });
    return formatText(lines.join('\n'));
}

describe('Quick fixes leave valid, formatted text without the finding', () => {
    describe('in the broken plant', () => {
        const { loaded } = brokenPlant();
        for (const [rule, findings] of Map.groupBy(
            loaded.findings.filter(finding => finding.fixes.length > 0),
            finding => finding.rule,
        )) {
            it(rule, () => assertFixes(loaded, findings));
        }
    });

    for (const name of plants) {
        it(`in the example ${name}`, () => {
            const loaded = example(name);
            assert.deepEqual(loaded.problems, []);
            assertFixes(loaded, loaded.findings);
        });
    }

    for (let seed = 1; seed <= plantsTried; seed++) {
        it(`in careless plant ${seed}`, () => {
            const loaded = load(commented(carelessPlant(random(seed))), { today });
            assert.deepEqual(loaded.problems, []);
            assertFixes(loaded, loaded.findings);
        });
    }
});

describe('A protected counterpart', () => {
    const fixed = (protocols: string): string => {
        const loaded = load(`system P
zone A { kind control SL-T 2 asset X : hmi }
zone B { kind operations SL-T 2 asset Y : server }
conduit C between A and B {
  via F
  asset F : firewall { serves A, B }
  flow A.X -> B.Y : ${protocols}
}
`);
        const fixes = loaded.findings
            .filter(({ rule }) => rule === 'clear-text-credentials')
            .flatMap(finding => finding.fixes.filter(({ title }) => title.startsWith('Use ')));
        assert.equal(fixes.length, 1);
        return /flow A\.X -> B\.Y : (.*?)(?: \{)?$/m.exec(apply(loaded, fixes[0]!))![1]!;
    };

    it('is written once, wherever it is in the list already', () => {
        assert.equal(fixed('http'), 'https');
        assert.equal(fixed('http, https'), 'https');
        assert.equal(fixed('https, http'), 'https');
        assert.equal(fixed('ssh, http, https, ntp'), 'ssh, https, ntp');
        assert.equal(fixed('sftp, ftp'), 'sftp');
        assert.equal(fixed('http, telnet, ssh, https'), 'ssh, https');
    });
});

describe('Protected counterparts of several flows', () => {
    const written = (...flows: readonly string[]): readonly string[] => {
        const loaded = load(`system P
zone A { kind control SL-T 2 asset X : hmi }
zone B { kind operations SL-T 2 asset Y : server }
protocol own-bus { port udp 9200 }
conduit C between A and B {
  is untrusted
  via F
  asset F : firewall { serves A, B }
  ${flows.map(flow => `flow A.X -> B.Y : ${flow}`).join('\n  ')}
}
`);
        const fixes = loaded.findings
            .filter(({ rule }) => rule === 'external-link-unprotected')
            .flatMap(finding => finding.fixes);
        return fixes.flatMap(fix =>
            [...apply(loaded, fix).matchAll(/flow A\.X -> B\.Y : (.*?)(?: \{)?$/gm)].map(([, all]) => all!),
        );
    };

    it('are written where a flow is mended by them, or a protocol is no more named', () => {
        assert.deepEqual(written('dns', 'dns, own-bus'), ['dns-tls', 'dns-tls, own-bus']);
        assert.deepEqual(written('dns', 'own-bus'), ['dns-tls', 'own-bus']);
    });

    it('are not written where both the flow and the protocol are blamed as before', () => {
        assert.deepEqual(written('dns, own-bus', 'ntp, dns { port tcp 1000-4000 }'), []);
        assert.deepEqual(written('dns, own-bus', 'dns { port tcp 1000-4000 }', 'syslog'), [
            'dns, own-bus',
            'dns { port tcp 1000-4000 }',
            'syslog-tls',
        ]);
    });
});

describe('A target', () => {
    const offered = (inner: string): readonly string[] =>
        load(`system P { tolerable-risk 6 }
zone A {
  kind control
  SL-T 2
  asset X : plc
  zone S { ${inner} }
}
threat T { against A.X likelihood 1 consequence 4 }
`)
            .findings.filter(({ rule, subject }) => rule === 'sl-t-above-risk' && subject === 'A')
            .flatMap(({ fixes }) => fixes.map(({ title }) => title));
    const lower = 'Lower SL-T to 0, as the risk suggests';

    it('is not lowered for a safety zone that takes it from the zone around it', () => {
        assert.deepEqual(offered('kind safety'), ['Add the reason…']);
        assert.deepEqual(offered('kind safety SL-T { IAC 3 }'), ['Add the reason…']);
        assert.deepEqual(offered('kind safety SL-T 3'), ['Add the reason…', lower]);
        assert.deepEqual(offered('kind field'), ['Add the reason…', lower]);
    });

    it('is not raised for a safety zone that has none but that of the zone around it', () => {
        const raised = (inner: string): readonly string[] =>
            load(`system P { tolerable-risk 6 }
zone A { kind control asset X : plc zone S { ${inner} } }
threat T { against A.X likelihood 4 consequence 5 }
`)
                .findings.filter(({ rule, subject }) => rule === 'sl-t-below-risk' && subject === 'A')
                .flatMap(({ fixes }) => fixes.map(({ title }) => title));
        assert.deepEqual(raised('kind safety'), []);
        assert.deepEqual(raised('kind safety SL-T 3'), ['Add SL-T 3']);
        assert.deepEqual(raised('kind field'), ['Add SL-T 3']);
    });

    it('of an outer zone is not given to a safety zone that takes it from the zone between', () => {
        const raised = (inner: string): readonly string[] =>
            load(`system P
zone A { kind control SL-T 3 zone B { kind field SL-T 2 asset X : plc zone S { ${inner} } } }
`)
                .findings.filter(({ rule, subject }) => rule === 'subzone-below-parent' && subject === 'A.B')
                .flatMap(({ fixes }) => fixes.map(({ title }) => title));
        assert.deepEqual(raised('kind safety'), []);
        assert.deepEqual(raised('kind safety SL-T { IAC 3 }'), []);
        assert.deepEqual(raised('kind safety SL-T 3'), ['Raise SL-T to 3']);
        assert.deepEqual(raised('kind field'), ['Raise SL-T to 3']);
    });
});

describe('A firewall between many zones', () => {
    const fixesOf = (zones: string): readonly string[] => {
        const names = zones.split(', ');
        const text =
            `system S\nzone Hub { asset Fw : firewall { serves ${zones} } }\n` +
            names.map(name => `zone ${name} { asset P${name} : plc }\n`).join('');
        return load(text, { today })
            .findings.filter(({ rule }) => rule === 'served-zones-without-conduit')
            .flatMap(({ fixes }) => fixes.map(({ title }) => title));
    };

    it('gets conduits between the pairs of a few zones, and not between dozens', () => {
        assert.deepEqual(fixesOf('A, B, C'), ['Create 6 conduits with Fw…']);
        assert.deepEqual(fixesOf('A, B, C, D'), []);
    });
});

describe('A safety controller on a vehicle', () => {
    it('is not moved into a safety zone of a building', () => {
        const text = (traits: string): string =>
            `system S\nzone Trams {\n  kind control\n${traits}  asset Vcu : safety-controller\n  asset Door : plc\n}\n` +
            'zone Yard {\n  kind safety\n  asset Ilk : safety-controller\n}\n';
        const titles = (traits: string): readonly string[] =>
            load(text(traits), { today })
                .findings.filter(({ rule }) => rule === 'safety-and-control-together')
                .flatMap(({ fixes }) => fixes.map(({ title }) => title));
        assert.deepEqual(titles(''), ['Move Vcu to Yard']);
        assert.deepEqual(titles('  is wireless, remote\n'), ['Put Vcu into a new zone of kind safety']);
    });
});
