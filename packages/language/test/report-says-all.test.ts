import assert from 'node:assert/strict';
import { toDocument, toMarkdown, toTables, type ReportData } from '../src/views/report/index.ts';
import { load } from './support/load.ts';
import { reportOf } from './support/report.ts';

const linesOf = (data: ReportData): readonly string[] => toMarkdown(toDocument(data)).split('\n');

/** The rows of a table for spreadsheets, each as an object by the titles of its columns. */
function rowsOf(data: ReportData, name: string): readonly Readonly<Record<string, unknown>>[] {
    const { columns, rows } = toTables(data).find(table => table.name === name)!;
    return rows.map(row => Object.fromEntries(columns.map(({ title }, at) => [title, row[at]])));
}

describe('A report leaves out nothing that the model says', () => {
    it('of an advisory: its title and whose it is, in which revision, and that it is not final', () => {
        const data = reportOf(
            load(`system S
zone A { asset P : plc { advisory-name "X" version "1" } }
advisory A1 "Service port | open" { identifier "EX-1" publisher "Example CERT" dated 2026-03-10 revision "2"
  status interim vulnerability "CVE-2026-1" cvss 9.8 "CVSS:3.1/AV:N" affected "X" { versions "<2" } }
advisory A2 { affected "X" { versions "<2" } }
`),
        );
        const cells = linesOf(data)
            .filter(line => /^\| [a-z ]+ \| (EX-1|A2)<br>(?!main)/u.test(line))
            .map(line => line.split(/(?<!\\)\|/u)[2]);
        assert.deepEqual(cells.toSorted(), [
            ' A2<br>publisher not said ',
            ' EX-1<br>Service port \\| open<br>Example CERT, 2026-03-10, revision 2, interim<br>CVSS 9.8 ',
        ]);
    });

    it('of SL-A: a 0 where something is asked for or said, and nothing where nobody looked', () => {
        const data = reportOf(
            load(`system S
zone A { SL-T { RDF 1 } asset P : plc { SL-C 2 } }
zone B { kind external asset Q : plc meets SR 1.1 because "x" }
zone C { kind external asset R : plc }
`),
        );
        assert.deepEqual(
            linesOf(data).flatMap(line =>
                (/^\| [ABC] \| [^|]*\| [^|]*\| ([^|]*) \| [^|]*\|$/u.exec(line) ?? []).slice(1),
            ),
            ['{ RDF 0 }', '{ IAC 0 }', 'not assessed'],
        );
        assert.deepEqual(
            rowsOf(data, 'zones-and-conduits').map(row => [row['SL-A IAC'], row['SL-A RDF']]),
            [
                [null, 0],
                [0, null],
                [null, null],
            ],
        );
        assert.deepEqual(data.zones[2]!.levels.slA, [0, 0, 0, 0, 0, 0, 0]);
    });

    it('of an accepted finding: how grave it is, in the document and in the table', () => {
        const data = reportOf(
            load(`system S
zone A { accept zone-without-target because "Survey" until 2099-12-31 asset P : plc }
`),
        );
        const severity = data.accepted[0]!.severity;
        assert.deepEqual(
            linesOf(data)
                .filter(line => line.includes('Survey'))
                .map(line => line.split(' | ')[0]),
            [`| ${severity}`],
        );
        assert.deepEqual(
            rowsOf(data, 'accepted').map(row => [row['Severity'], row['Because']]),
            [[severity, 'Survey']],
        );
    });

    it('of a flow: who approved it is said when its time is over, and that nobody has decided', () => {
        const data = reportOf(
            load(`system S
zone A { asset P : plc asset Q : hmi
  flow Q -> P : modbus-tcp "Old" { approved by "Lead" until 2026-01-31 }
  flow Q -> P : https "Now" { approved by "Lead" until 2030-01-31 }
  flow P -> Q : opc-ua "New" { is proposed because "seen on 3 days" }
}
`),
        );
        assert.deepEqual(
            linesOf(data).filter(line => /^\| A\.[PQ] \| -/u.test(line)),
            [
                '| A.Q | -&gt; | A.P | modbus-tcp | Old | – | – | **Lead, expired 2026-01-31** |',
                '| A.Q | -&gt; | A.P | https | Now | – | – | Lead, until 2030-01-31 |',
                '| A.P | -&gt; | A.Q | opc-ua | New | – | – | **proposed, not decided** |',
            ],
        );
        assert.deepEqual(
            rowsOf(data, 'flows').map(row => [row['Purpose'], row['Approved by'], row['Proposed'], row['Expired']]),
            [
                ['Old', 'Lead', false, true],
                ['Now', 'Lead', false, false],
                ['New', null, true, false],
            ],
        );
    });

    it('of requirements that are not asked for, and that another statement goes before', () => {
        const data = reportOf(
            load(`system S
zone Office { kind enterprise meets SR 1.1 because "Badges" evidence "badge.pdf" }
zone A { SL-T 1
  asset P : plc
  meets SR 1.1 RE 2 because "Tokens" evidence "token.pdf"
  meets SR 6.1 because "Logs" evidence "log.pdf" dated 2020-01-01 valid 12 months
  meets SR 6.2 because "Old watch" evidence "watch.pdf" dated 2020-01-01 valid 12 months
  excludes SR 2.2 because "No radio"
  meets SR 1.3 by M
  misses SR 1.3 because "Shared account at the panel"
  applies M
}
countermeasure M { status implemented meets SR 1.3, SR 5.2 RE 2 evidence "m.pdf" cost 12500 }
`),
        );
        const lines = linesOf(data);
        const after = (caption: string): readonly string[] => {
            const at = lines.indexOf(`*${caption}*`);
            assert.ok(at > 0, `${caption}\n${lines.filter(line => line.startsWith('*')).join('\n')}`);
            return lines.slice(at + 4, lines.indexOf('', at + 2));
        };
        assert.deepEqual(after('What is said at Office of 1 requirement not asked for'), [
            '| SR 1.1 Human user identification and authentication | met | Badges | badge.pdf | – |',
        ]);
        // What the countermeasure shows is said with it, and the reason of SR 2.2 stands at SR 2.2.
        assert.deepEqual(after('What is said at A of 2 requirements not asked for'), [
            '| SR 1.1 RE 2 Multifactor authentication for untrusted networks | met | Tokens | token.pdf | – |',
            '| SR 6.2 Continuous monitoring | **not assessed** | Old watch<br>evidence was good until 2021-01-01 | ' +
                'watch.pdf (dated 2020-01-01 valid 12 months, until 2021-01-01) | – |',
        ]);
        assert.deepEqual(
            data.further.filter(({ kind }) => kind === 'zone'),
            [{ kind: 'zone', id: 'A', facts: ['misses SR 1.3 because "Shared account at the panel"'] }],
        );
        assert.ok(lines.includes('| M | implemented | – | – | 12500 | A | – | m.pdf |'));
    });

    it('of what is planned and retired: it is not counted, and the reader sees that', () => {
        const data = reportOf(
            load(`system S
zone A { asset P : plc asset Old : hmi { retired on 2025-01-01 } flow Old -> P : modbus-tcp }
zone B { planned for 2030-01-01 asset Q : plc }
conduit C between A and B
`),
        );
        const said =
            'Planned or retired, so not there on 2026-06-01 and not counted: 1 zone, 1 conduit, 2 assets, 1 flow. ' +
            'The further facts list what is said of them.';
        assert.ok(data.notAssessed.some(({ subject, what }) => subject === null && what === said));
        assert.ok(!JSON.stringify(reportOf(load('system S\nzone A'))).includes('Planned or retired'));
    });
});

describe('The tables of a report say what its document says', () => {
    const data = reportOf(
        load(`system S
zone Office { kind enterprise asset Erp : server }
zone NoTarget { asset X : plc }
zone A { SL-T 1 asset P : plc { is essential } asset T : server
  excludes FR 7 SL 1 because "not ours"
}
zone Later { planned for 2026-09-01 SL-T 1 asset L : plc }
conduit C between Office and A
function F { needs A.P, Office.Erp endures 4 hours without Office.Erp }
island I { cut C keeps F for 72 hours }
island J { cut C keeps F for 2 hours }
party P { role product-supplier
  certificate "Old" dated 2024-01-01 valid 12 months
  certificate "New" dated 2026-01-01 valid 24 months
  certificate "Bare"
}
`),
    );

    it('where SL-A rests on what the model contradicts', () => {
        const [row] = rowsOf(data, 'zones-and-conduits').filter(({ Id }) => Id === 'A');
        assert.deepEqual(
            [row!['SL-A RA'], row!['Gap RA'], row!['Contradicted']],
            [1, 0, 'RA: SR 7.1, SR 7.2, SR 7.3, SR 7.4, SR 7.5, SR 7.6, SR 7.7'],
        );
    });

    it('that an island is not kept long enough', () => {
        assert.deepEqual(
            rowsOf(data, 'islands').map(row => [row['Island'], row['For'], row['Verdict']]),
            data.islands.map(({ island, for: time, until }, at) => [
                island,
                time,
                at === 0 ? `not long enough: until ${until}` : `goes on until ${until}`,
            ]),
        );
    });

    it('which zones are outside of the system, and which are not there on a day', () => {
        assert.deepEqual(
            rowsOf(data, 'targets').map(row => [row['Zone or conduit'], row['Verdict']]),
            [
                ['Office', 'none: outside of the system'],
                ['NoTarget', 'no SL-T'],
                ['A', 'no threat'],
                ['C', 'no threat'],
            ],
        );
        const later = rowsOf(data, 'levels-in-time').find(({ Where }) => Where === 'Later');
        assert.equal(later?.['SL-A today'], 'not there');
    });

    it('which certificates are over', () => {
        assert.deepEqual(
            rowsOf(data, 'parties').map(row => row['Valid until']),
            ['2025-01-01: expired\n2028-01-01\nnot said'],
        );
    });
});
