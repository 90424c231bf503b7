/** What holds for every text: of the language, its fixes, the comparison and the live model. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { severities } from '../../src/settings/index.ts';
import { formatText, parse, renderEdits } from '../../src/syntax/index.ts';
import { parseTolerantly } from '../../src/syntax/parse-tolerantly.ts';
import { parseStrictly } from '../../src/syntax/parse.ts';
import { diff, diffText, sideOf, type DiffSide, type ModelDiff } from '../../src/views/diff/index.ts';
import {
    githubFindings,
    jsonFindings,
    junitFindings,
    locate,
    markdownFindings,
    prettyFindings,
    summarise,
    type Shown,
} from '../../src/views/findings/index.ts';
import { Lines } from '../../src/model/index.ts';
import { analyse } from '../../src/analysis.ts';
import { Workspace } from '../../src/lsp/workspace.ts';
import { apply, load, memorySource } from '../support/load.ts';
import { keptBy } from '../support/kept-by-edits.ts';
import { MemoryDisk } from '../support/server.ts';
import type { Property } from './property.ts';
import { alone, anyText, careless, edited, oddlyLaidOut, sound, typed } from './texts.ts';

const today = '2026-06-01';

/** Only the first file: `//- name` begins a further one in the texts of tests. */
const plain = (text: string): string => text.replaceAll('//- ', '// - ');

function side(text: string): DiffSide {
    const loaded = load(plain(text), { today });
    return sideOf(loaded, { today, textOf: uri => loaded.files.get(uri), fileName: uri => uri });
}

const judged: Property = {
    name: 'judge',
    inputs: alone(anyText),
    holds([text = '']) {
        const loaded = load(plain(text), { today });
        const [[root, whole]] = [...loaded.files] as [[string, string]];
        const lines = new Lines(whole);
        const shown: Shown = {
            system: '',
            root: 'main.iacs',
            nameOf: () => 'main.iacs',
            linesOf: uri => (uri === root ? lines : undefined),
        };
        for (const finding of loaded.findings) {
            assert.ok(severities.includes(finding.severity));
            assert.doesNotMatch(finding.message, /undefined|NaN|\[object /);
            if (finding.at.file !== root) continue;
            assert.ok(0 <= finding.at.start && finding.at.start <= finding.at.end && finding.at.end <= whole.length);
        }
        const located = locate(loaded.findings, shown);
        const summary = summarise(located, 1, 1);
        const printed = { root: 'main.iacs', system: '', asked: true, off: new Set<string>() };
        for (const format of [
            jsonFindings(),
            junitFindings(['syntax']),
            markdownFindings,
            githubFindings,
            prettyFindings((_, each) => each),
        ]) {
            const printer = format.printer();
            const out =
                printer.add(format.render(located, printed)) +
                [...printer.end({ summary, counts: new Map() })].join('');
            // What a terminal would obey.
            assert.doesNotMatch(out, /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
            if (out.startsWith('{'))
                assert.equal((JSON.parse(out) as { findings: unknown[] }).findings.length, located.length);
        }
    },
};

const formatted: Property = {
    name: 'format',
    inputs: alone(anyText),
    holds([text = '']) {
        const once = formatText(text);
        assert.equal(formatText(once), once, 'formatting again changes nothing');
        assert.equal(once.replace(/\s+/g, ''), text.replace(/\s+/g, ''), 'only white space changes');
        const before = load(plain(text), { today });
        if (before.problems.length > 0) return;
        const after = load(plain(once), { today });
        assert.deepEqual(after.problems, []);
        assert.deepEqual(diff(side(text), side(once)).changes, [], 'the model stays the same');
    },
};

const parsers: Property = {
    name: 'parsers',
    inputs: alone(anyText),
    holds([text = '']) {
        const strict = parseStrictly(text);
        const tolerant = parseTolerantly(text);
        // A text without a statement has no place.
        if (strict?.file.statements) assert.deepEqual(tolerant, strict);
        else if (strict) assert.deepEqual(tolerant.mistakes, []);
        else assert.ok(tolerant.mistakes.length > 0);
        for (const { start, end } of tolerant.mistakes) assert.ok(0 <= start && start <= end && end <= text.length);
    },
};

const fixed: Property = {
    name: 'fixes',
    inputs: alone(fc.oneof(sound, careless)),
    holds([text = '']) {
        const loaded = load(plain(text), { today });
        // A fix of some rules is enough: the next text has others.
        const once = new Map(loaded.findings.map(finding => [finding.rule, finding]));
        for (const { fixes, rule } of [...once.values()].slice(0, 8))
            for (const fix of fixes) {
                const edits = renderEdits(fix.edits, file => loaded.files.get(file) ?? '');
                for (const [index, edit] of edits.entries())
                    if (index > 0 && edits[index - 1]!.file === edit.file)
                        assert.ok(edits[index - 1]!.end <= edit.start, `${rule}: ${fix.title}: changes overlap`);
                const after = load(apply(loaded, fix), { today });
                // What can be read again may name what is not there: that was not seen before.
                const counted = ({ problems }: typeof loaded): number =>
                    problems.filter(({ kind }) => rule !== 'syntax' || kind === 'syntax').length;
                assert.ok(counted(after) <= counted(loaded), `${rule}: ${fix.title} adds a mistake`);
            }
    },
};

const kept: Property = {
    name: 'fixes-keep',
    inputs: alone(oddlyLaidOut),
    holds([text = '']) {
        const loaded = load(plain(text), { today });
        // What cures a mistake of the text writes the statement anew that it blames.
        if (loaded.problems.some(({ kind }) => kind === 'syntax')) return;
        const once = new Map(loaded.findings.map(finding => [finding.rule, finding]));
        for (const { fixes, rule } of [...once.values()].slice(0, 6))
            for (const fix of fixes) keptBy(loaded.files, fix, `${rule}: ${fix.title}`);
    },
};

const unchanged: Property = {
    name: 'diff-same',
    inputs: alone(anyText),
    holds([text = '']) {
        const one = side(text);
        const { changes, security } = diff(one, side(text));
        assert.deepEqual(changes, []);
        assert.deepEqual([...security.reasons], []);
        assert.ok(security.verdict === 'none' || security.verdict === 'incomplete', security.verdict);
    },
};

const turned = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved', renamed: 'renamed' } as const;
const opposite = { better: 'worse', worse: 'better', mixed: 'mixed', none: 'none', incomplete: 'incomplete' } as const;

const mirrored: Property = {
    name: 'diff-mirror',
    // Plants that have nothing to do with each other are paired by likeness, and the likest may differ by direction.
    inputs: edited.map(texts => texts.slice(0, 2)),
    holds([one = '', other = '']) {
        if ([one, other].some(text => load(plain(text), { today }).problems.length > 0)) return;
        const [there, back] = [diff(side(one), side(other)), diff(side(other), side(one))];
        const told = ({ changes }: ModelDiff, turn: boolean): string[] =>
            changes.map(({ kind, element }) => `${turn ? turned[kind] : kind} ${element}`).sort();
        assert.deepEqual(told(there, false), told(back, true));
        assert.equal(there.security.reachability.opened.groups.length, back.security.reachability.closed.groups.length);
        // Raised targets ask for more and are not a loss: a verdict turns round, or says less.
        if (there.security.verdict === 'better') assert.notEqual(back.security.verdict, 'better');
        assert.ok(opposite[there.security.verdict] !== undefined);
        assert.ok(diffText(there).length > 0);
    },
};

const root = 'file:///plant/main.iacs';

const live: Property = {
    name: 'live',
    inputs: typed,
    async holds(texts) {
        const failures: unknown[] = [];
        const disk = new MemoryDisk();
        disk.write(root, texts[0]!);
        const workspace = new Workspace(disk, () => today, {
            analysed: () => undefined,
            settled: () => undefined,
            uncovered: () => undefined,
            failed: error => failures.push(error),
        });
        for (const [version, text] of texts.entries()) {
            disk.write(root, text);
            workspace.open(root, text, version + 1);
            if (version % 2 === 0) await workspace.settled();
        }
        await workspace.settled();
        assert.deepEqual(failures, []);
        const [now] = workspace.analysesWith(root);
        if (!now) return;
        const whole = new Map([[root, texts.at(-1)!]]);
        const { findings, model } = analyse(parse(root, texts.at(-1)!), memorySource(whole), { today });
        assert.deepEqual({ findings: now.findings, model: now.model }, { findings, model });
    },
};

export const properties: readonly Property[] = [judged, formatted, parsers, fixed, kept, unchanged, mirrored, live];
