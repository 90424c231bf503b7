import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementKind, Elements } from 'iacs-language';
import { analyse, factLines, factsOf, formatText, parse } from 'iacs-language';
import type { Analysis } from 'iacs-language';
import type { ReportData } from 'iacs-language/report';
import { toCsv, toTables } from 'iacs-language/report';
import { importReport } from '../src/import/report/import-report.ts';
import { toXlsx } from '../src/report/xlsx.ts';
import { plantText, random, randomPlant } from '../../language/test/support/random-plant.ts';
import { carelessPlant } from '../../language/test/support/careless-plant.ts';
import { plantWith, samplesOf, textOf } from '../../language/test/support/statement-samples.ts';
import { statementsIn } from '../../language/src/statements/index.ts';
import type { Loaded } from '../../language/test/support/load.ts';
import { load } from '../../language/test/support/load.ts';
import { exampleFile, loadExample, reported, reportOf } from '../../language/test/support/report.ts';
import { iacs, withFiles } from './support/iacs.ts';

/** Findings do not come back, so no rule is asked. */
const unasked = { withoutRules: true };

/** How many plants of each kind are generated. */
const plants = Number(process.env['IACS_EDITS'] ?? 15);

type File = Parameters<typeof importReport>[0][number];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A report in each of the formats that come back. */
const formats: Readonly<Record<string, (data: ReportData) => Promise<readonly File[]>>> = {
    xlsx: async data => [{ name: 'report.xlsx', bytes: await toXlsx(data) }],
    json: data => Promise.resolve([{ name: 'report.json', bytes: encode(JSON.stringify(data)) }]),
    csv: data =>
        Promise.resolve(
            toTables(data)
                .map(table => ({ name: `${table.name}.csv`, bytes: encode(toCsv(table)) }))
                .filter(isList),
        ),
};

/** Tables that say what the model says. */
function isList({ name }: File): boolean {
    return /^(system|islands|zones|characteristics|assets|flows|threats|targets|requirements|counterm|functions|invariants|accepted|assum|polic|further)/u.test(
        name,
    );
}

function facts<K extends ElementKind>(kind: K, elements: readonly Elements[K][]): readonly string[] {
    return elements.flatMap(element =>
        factLines(factsOf(kind, element))
            .sort()
            .map(line => `${element.id}: ${line}`),
    );
}

/**
 * What has to come back: facts of assets, flows, threats, countermeasures, invariants, and the state of each
 * requirement.
 */
function said({ model, assessment }: Pick<Analysis, 'model' | 'assessment'>) {
    return {
        assets: facts('asset', model.assets).toSorted(),
        flows: facts('flow', model.flows).toSorted(),
        // A report prints a comment of a threat that has no description as its description.
        threats: facts(
            'threat',
            model.threats.map(threat => ({ ...threat, description: threat.description ?? threat.doc })),
        ),
        measures: facts('countermeasure', model.countermeasures),
        invariants: facts('invariant', model.invariants),
        system: facts('system', model.system ? [model.system] : []),
        functions: facts('function', model.functions),
        islands: facts('island', model.islands).toSorted(),
        parties: facts('party', model.parties),
        programmes: facts('programme', model.programmes),
        views: facts('view', model.views),
        types: facts(
            'type',
            model.types.filter(type => !type.builtIn),
        ).toSorted(),
        protocols: facts(
            'protocol',
            model.protocols.filter(protocol => !protocol.builtIn),
        ).toSorted(),
        zones: model.zones.map(zone => `${zone.id} in ${zone.parent}: ${zone.title}`).toSorted(),
        conduits: model.conduits.map(({ id, title, between, via, over }) =>
            [id, title, between.map(end => end.id), via.map(each => each.id), over.map(each => each.id)].join(' '),
        ),
        levels: assessment.subjects
            .map(({ id, slT, slA, slAClaimed }) => [id, slT, slA, slAClaimed].join(' '))
            .toSorted(),
        requirements: assessment.subjects
            .flatMap(subject =>
                subject.requirements.map(({ id, state, by, because, evidence, inheritedFrom }) =>
                    [
                        subject.id,
                        id,
                        state,
                        by,
                        because?.replace(/\s+/gu, ' '),
                        [...new Set(evidence)].toSorted(),
                        inheritedFrom,
                    ].join(' | '),
                ),
            )
            .toSorted(),
    };
}

async function comesBack(loaded: Loaded, format: string): Promise<void> {
    const { text } = importReport(await formats[format]!(reportOf(loaded)));
    const root = parse('file:///main.iacs', text);
    const back = analyse(
        root,
        { parse: () => undefined, resolve: () => null },
        { today: '2026-06-01', withoutRules: true },
    );
    // What was not understood before may not be understood after, such as an asset without a type.
    const known = new Set(loaded.problems.map(problem => problem.message));
    assert.deepEqual(
        back.problems.map(problem => problem.message).filter(message => !known.has(message)),
        [],
        text,
    );
    assert.equal(formatText(text), text);
    const [before, after] = [said(loaded), said(back)];
    for (const part of Object.keys(before) as (keyof typeof before)[])
        assert.deepEqual(after[part], before[part], part);
}

describe('A report comes back as the model that it tells of', function () {
    for (const name of reported) {
        for (const format of Object.keys(formats))
            it(`${name}, ${format}`, async () => comesBack(loadExample(name), format));
    }

    it('generated plants', async () => {
        for (let seed = 1; seed <= plants; seed++)
            await comesBack(load(plantText(randomPlant(random(seed))), unasked), 'csv');
        for (let seed = 1; seed <= plants; seed++) await comesBack(load(carelessPlant(random(seed)), unasked), 'json');
    });

    for (const block of [
        'system',
        'matrix',
        'category',
        'asset',
        'flow',
        'threat',
        'countermeasure',
        'invariant',
        'function',
        'island',
        'party',
        'programme',
        'view',
    ] as const) {
        for (const sample of statementsIn(block).flatMap(entry => samplesOf(entry, block))) {
            // A report lists what an acceptance covers, and not where it is written: it comes back as a comment.
            if (block === 'system' && sample.entry.word === 'accept') continue;
            it(`${block}: ${sample.title}`, async () =>
                comesBack(load(plantWith(block, textOf(sample)), unasked), 'csv'));
        }
    }
});

describe('iacs import on a report', function () {
    const example = 'truck-loading';

    it('takes one list of it for what it is, and meets the model', async () => {
        const loaded = loadExample(example);
        const report = await toXlsx(reportOf(loaded));
        withFiles(
            {
                'main.iacs': 'system S\ncountermeasure KeyControl\nzone Safety { asset Sis : safety-controller }',
                'r.xlsx': report,
            },
            folder => {
                const run = (...args: readonly string[]) => iacs(['import', ...args, '--model', '.'], { cwd: folder });
                const risks = run('risks', 'r.xlsx', '-o', 'risks.iacs');
                assert.match(
                    risks.stderr,
                    /This is a report of iacs; "iacs import report" reads all of it as a new model/,
                );
                const [threats] = [readFileSync(path.join(folder, 'risks.iacs'), 'utf8')];
                assert.match(
                    threats,
                    /against Safety\.Sis\n {2}likelihood 2\n {2}consequence 5\n {2}mitigated by KeyControl to likelihood 1/,
                );
                assert.match(run('risks', 'r.xlsx', '-o', 'risks.iacs').stderr, /^0 added, 0 updated, 3 unchanged/m);
                assert.match(
                    run('assets', 'r.xlsx').stderr,
                    /Of the model 1 matched; in the model and not in the table 0/,
                );
                assert.match(run('assets', 'r.xlsx').stdout, /^zone Control \{\n.*\n {2}asset Plc1 "Loading PLC"/m);
            },
        );
    });

    it('keeps several lines of countermeasures apart, and does so again', () => {
        const csv =
            'Id,Title,Countermeasures,Unmitigated risk,Goes through\nT1,Trip,"A, B to likelihood 2 ' +
            '(today)\nC to likelihood 1, consequence 2 (planned)",9,\n';
        withFiles(
            { 'main.iacs': 'system S\ncountermeasure A\ncountermeasure B\ncountermeasure C\n', 't.csv': csv },
            folder => {
                const run = () => iacs(['import', 'risks', 't.csv', '--model', '.', '-o', 't.iacs'], { cwd: folder });
                assert.equal(run().code, 0);
                const text = readFileSync(path.join(folder, 't.iacs'), 'utf8');
                assert.match(
                    text,
                    /mitigated by A, B to likelihood 2\n {2}mitigated by C to likelihood 1 consequence 2\n/,
                );
                assert.match(run().stderr, /^0 added, 0 updated, 1 unchanged/m);
                assert.equal(readFileSync(path.join(folder, 't.iacs'), 'utf8'), text);
            },
        );
    });

    it('makes a model that check understands, and writes over nothing', () => {
        withFiles({}, folder => {
            const run = (...args: readonly string[]) => iacs(args, { cwd: folder });
            run('report', exampleFile(example, '').pathname, '-o', 'r.xlsx');
            const first = run('import', 'report', 'r.xlsx', '-o', 'main.iacs');
            assert.match(first.stderr, /5 zones, 4 conduits, 17 assets, 11 flows, 3 threats, \d+ countermeasures\.\n$/);
            assert.notEqual(run('check', 'main.iacs').code, 2);
            assert.equal(run('import', 'report', 'r.xlsx', '-o', 'main.iacs').code, 0);
            run('report', exampleFile('swat', '').pathname, '-o', 's.xlsx');
            assert.match(run('import', 'report', 's.xlsx', '-o', 'main.iacs').stderr, /^iacs: main\.iacs exists, /m);
        });
    });

    it('reads single lists too, and refuses what is not a report', () => {
        const assets =
            'Id,Title,Zone or conduit,Type,Component type,Addresses\nA.P,Pump,A,plc,embedded-device,10.0.0.1\n';
        withFiles(
            { 'assets.csv': assets, 'other.csv': 'Name,Zone\nP,A\n', 'bad.json': '{"schemaVersion": 1}' },
            folder => {
                const run = (file: string) => iacs(['import', 'report', file], { cwd: folder });
                assert.match(
                    run('assets.csv').stdout,
                    /zone A \{\n {2}asset P "Pump" : plc \{\n {4}address 10\.0\.0\.1\n/,
                );
                assert.match(run('assets.csv').stderr, /comes without zones-and-conduits, flows, further-facts/);
                assert.match(run('other.csv').stderr, /^iacs: other\.csv is not a report of iacs: /);
                assert.match(run('bad.json').stderr, /^iacs: bad\.json is not a report of iacs in JSON\.\n$/);
            },
        );
    });

    it('loses no threat against what is not there on the day', () => {
        const model = `system S
zone A { asset P : plc { planned for 2027-01-01 } asset Q : plc }
threat Later "Stop" { against A.P likelihood 4 consequence 3 }
threat Now { against A.Q likelihood 2 consequence 2 }
`;
        withFiles({ 'main.iacs': model }, cwd => {
            const lists = (day: string): string => {
                iacs(['report', 'main.iacs', '-o', 'r.json', '--today', day], { cwd });
                return iacs(['import', 'report', 'r.json'], { cwd }).stdout;
            };
            const early = lists('2026-06-01');
            assert.match(early, /^\/\/ Not a statement: threat Later: not rated: what it is against is not there$/mu);
            assert.match(early, /^\/\/ Not a statement: threat Later: against A\.P$/mu);
            assert.match(early, /^threat Now \{$/mu);
            assert.match(lists('2027-06-01'), /^threat Later "Stop" \{$/mu);
        });
    });
});
