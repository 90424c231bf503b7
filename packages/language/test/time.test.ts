import assert from 'node:assert/strict';
import { defaultMatrixReading, levelsOf } from '../src/assessment/index.ts';
import { requirements } from '../src/catalogue/index.ts';
import { dayAfter, lookup, onDay } from '../src/model/index.ts';
import { understand } from '../src/analysis.ts';
import { parse } from '../src/syntax/index.ts';
import { forecastIcs, forecastJson, forecastOf, forecastSvg, forecastText } from '../src/views/forecast/index.ts';
import { folded } from '../src/views/forecast/to-ics.ts';
import { load, memorySource } from './support/load.ts';
import { random } from './support/random-plant.ts';
import { toDocument, toMarkdown } from '../src/views/report/index.ts';
import { reportOf } from './support/report.ts';

function wholeOf(text: string) {
    const root = 'file:///plant/main.iacs';
    const { model, problems } = understand(parse(root, text), memorySource(new Map([[root, text]])));
    assert.deepEqual(
        problems.map(({ message }) => message),
        [],
        text,
    );
    return model;
}

describe('A model on a day', () => {
    const plant = (more: string): string => `system S
zone A { SL-T 1 asset P : plc asset H : hmi { needs P } }
zone B { SL-T 1 asset Q : server }
conduit AB between A and B { via F asset F : firewall { serves A, B } flow A.P -> B.Q : opc-ua }
${more}`;
    const future = plant(`zone C { planned for 2027-01-01 asset R : server zone D { asset T : plc } }
conduit AC between A and C { flow C.R -> A.P : https }
flow B.Q -> C.D.T : https
threat X { from C against A.P }
function F { needs A.P or C.R }
view V { include A, C }
`);

    it('is the model without what is planned for a later one, and all that rests on it', () => {
        const model = onDay(wholeOf(future), '2026-06-01');
        assert.deepEqual(
            [...model.zones, ...model.conduits, ...model.assets].map(each => each.id),
            ['A', 'B', 'AB', 'A.P', 'A.H', 'B.Q', 'AB.F'],
        );
        assert.deepEqual(
            model.flows.map(each => each.id),
            ['A.P -> B.Q : opc-ua'],
        );
        assert.deepEqual(
            model.functions[0]!.needsOneOf[0]!.any.map(each => each.id),
            ['A.P'],
        );
        assert.deepEqual(
            model.views[0]!.include.map(each => each.id),
            ['A'],
        );
        const text = JSON.stringify({ ...model, types: [], protocols: [] });
        assert.ok(!/"id":"(C|AC|C\.[^"]*)"/.test(text), 'nothing mentions what is not there');
    });

    it('is all of it from that day on, and the same object where everything is there', () => {
        const whole = wholeOf(future);
        assert.equal(onDay(whole, '2027-01-01'), whole);
        const retired = wholeOf(plant('zone Old { retired on 2026-06-01 asset O : plc }\n'));
        assert.equal(onDay(retired, '2026-05-31'), retired);
        assert.ok(!onDay(retired, '2026-06-01').zones.some(({ id }) => id === 'Old'));
    });

    it('finds the same as if what is planned was not written, but for what is about the plan', () => {
        const rulesOf = (text: string): readonly string[] =>
            load(text, { today: '2026-06-01' }).findings.map(({ rule, subject }) => `${rule} ${subject}`);
        const planned = plant(`zone C { planned for 2027-01-01 asset R : server }
conduit AC between A and C { flow C.R -> A.P : https }
`);
        assert.deepEqual(rulesOf(planned), rulesOf(plant('')));
    });

    it('keeps what an invariant asks: a path past a zone that is not there does not pass it', () => {
        const text = plant(`zone C { planned for 2027-01-01 asset R : server }
invariant I { require path from A to B through C }
`);
        const { assessment } = load(text);
        assert.equal(assessment.invariants[0]!.holds, false);
    });
});

describe('Levels on three dates', () => {
    /** One statement of the text, and what it does to each requirement it names. */
    interface Said {
        readonly text: string;
        readonly ids: readonly string[];
        /** The day of its document; `null` where none is given. */
        readonly dated: string | null;
        /** The last day on which it counts; `null` for ever. */
        readonly until: string | null;
    }

    const day = (below: (most: number) => number): string =>
        `202${5 + below(3)}-0${1 + below(9)}-${String(1 + below(28)).padStart(2, '0')}`;

    /** A year, or months, after a day, by the calendar of JavaScript. */
    const after = (date: string, months: number): string => {
        const [year, month, of] = date.split('-').map(Number) as [number, number, number];
        const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
        return new Date(Date.UTC(year, month - 1 + months, Math.min(of, last))).toISOString().slice(0, 10);
    };

    const statement = (below: (most: number) => number, ids: readonly string[]): Said => {
        const date = day(below);
        switch (below(4)) {
            case 0:
                return { text: `meets ${ids.join(', ')} evidence "a"`, ids, dated: null, until: null };
            case 1: {
                const months = 1 + below(30);
                return {
                    text: `meets ${ids.join(', ')} evidence "b" dated ${date} valid ${months} months`,
                    ids,
                    dated: date,
                    until: after(date, months),
                };
            }
            case 2:
                return {
                    text: `excludes ${ids.join(', ')} because "x" evidence "c" until ${date}`,
                    ids,
                    dated: null,
                    until: date,
                };
            default:
                return {
                    text: `compensates ${ids.join(', ')} because "x" evidence "d" dated ${date}`,
                    ids,
                    dated: date,
                    until: after(date, 12),
                };
        }
    };

    it('equal a computation from the dates alone, on 200 zones', () => {
        let fell = 0;
        for (let seed = 1; seed <= 200; seed++) {
            const below = random(seed);
            // Nearly all requirements, so that levels are reached, each in a statement of its own or of some.
            const left = requirements.filter(() => below(12) > 0).map(({ id }) => id);
            const said: Said[] = [];
            while (left.length > 0) said.push(statement(below, left.splice(0, 1 + below(12))));
            const text = `system S { evidence-valid 1 years }\nzone A {\n${said.map(each => each.text).join('\n')}\n}\n`;
            const whole = wholeOf(text);
            const levels = ['2025-06-01', '2026-06-01', '2027-06-01'].map(date => {
                const own = new Set(said.flatMap(({ ids }) => ids));
                // A document of a day to come shows nothing yet; the next day has begun somewhere on earth.
                const next = `${date.slice(0, 9)}${Number(date.slice(9)) + 1}`;
                const counted = new Set(
                    said
                        .filter(({ dated, until }) => (dated ?? next) <= next && (until ?? date) >= date)
                        .flatMap(({ ids, text: written }) =>
                            // Excluded with its enhancements, but for those of which something is said.
                            written.startsWith('excludes')
                                ? requirements
                                      .map(({ id }) => id)
                                      .filter(
                                          id =>
                                              ids.includes(id) ||
                                              (!own.has(id) && ids.some(base => id.startsWith(`${base} RE `))),
                                      )
                                : ids,
                        ),
                );
                const expected = [0, 1, 2, 3, 4, 5, 6].map(fr => {
                    for (let level = 4; level > 0; level--)
                        if (requirements.every(each => each.fr !== fr || each.level > level || counted.has(each.id)))
                            return level;
                    return 0;
                });
                const found = levelsOf(lookup(onDay(whole, date)), date).of('A')!.slA;
                assert.deepEqual(found, expected, `seed ${seed} on ${date}\n${text}`);
                return expected;
            });
            if (levels[2]!.some((level, fr) => level < Math.max(levels[0]![fr]!, levels[1]![fr]!))) fell++;
        }
        assert.ok(fell > 50, `levels fall in some: ${fell}`);
    });
});

const plan = `system Terminal {
  evidence-valid 12 months
}
zone Control {
  SL-T { TRE 1 RA 1 }
  window "Yearly stop; all lines" 2027-04-10 to 2027-04-14
  asset Plc : plc {
    supported until 2027-03-01
  }
  meets FR 6 SL 1 because "x" evidence "docs/logs.md" dated 2026-03-12
  applies Backup
}
zone New { planned for 2026-12-01 }
countermeasure Backup { meets FR 7 SL 1 status planned due 2026-10-01 }
`;
const forecast = forecastOf({
    whole: wholeOf(plan),
    from: '2026-06-01',
    until: '2027-06-01',
    matrix: defaultMatrixReading,
});

describe('The forecast', () => {
    it('has what the model says of days, and the levels that follow, as they are and if the plan is done', () => {
        assert.deepEqual(
            forecast.events.map(({ date, kind, subject }) => [date, kind, subject]),
            [
                ['2026-10-01', 'due', 'Backup'],
                ['2026-10-01', 'level-if-done', 'Control'],
                ['2026-12-01', 'planned', 'New'],
                ['2027-03-01', 'support-ends', 'Control.Plc'],
                ['2027-03-12', 'evidence-expires', 'Control'],
                ['2027-03-13', 'level', 'Control'],
                ['2027-04-10', 'window', 'Control'],
            ],
        );
        const { events } = forecastJson(forecast);
        assert.deepEqual(events.find(({ kind, subject }) => kind === 'level' && subject === 'Control')?.levels, [
            { what: 'SL-A', fr: 'TRE', before: 1, after: 0 },
        ]);
        assert.match(forecastText(forecast), /^2027-04-10 {2}window {12}Yearly stop; all lines, to 2027-04-14/m);
    });

    it('is a calendar that RFC 5545 allows', () => {
        const text = forecastIcs(forecast, 0);
        const lines = text.split('\r\n');
        assert.equal(lines.pop(), '', 'every line ends');
        assert.ok(!/[^\r]\n/.test(text));
        assert.ok(lines.every(line => Buffer.byteLength(line) <= 75));
        const unfolded = text.replace(/\r\n /g, '').split('\r\n');
        assert.equal(unfolded.filter(line => line === 'BEGIN:VEVENT').length, forecast.events.length);
        const uids = unfolded.filter(line => line.startsWith('UID:'));
        assert.equal(new Set(uids).size, uids.length);
        assert.ok(unfolded.includes('SUMMARY:Yearly stop\\; all lines'));
        const window = unfolded.indexOf('SUMMARY:Yearly stop\\; all lines');
        assert.deepEqual(unfolded.slice(window - 2, window), [
            'DTSTART;VALUE=DATE:20270410',
            'DTEND;VALUE=DATE:20270415',
        ]);
        for (const line of unfolded) assert.match(line, /^(?:[A-Z-]+(?:;[A-Z]+=[A-Z]+)?:.*|)$/);
        assert.deepEqual(forecastIcs(forecast, 0), text, 'the same in every run');
    });

    it('keeps the UID of an event, on whatever day it is made, and has no two models under one', () => {
        const uidsOf = (system: string, from: string): Record<string, string | undefined> => {
            const text =
                `system ${system}\nzone Z { kind control\n  asset P : plc\n  window "Stop" 2027-01-10 to 2027-01-11\n` +
                '  window "Stop" 2028-01-10 to 2028-01-11\n  window "" 2028-02-10 to 2028-02-11\n}\n';
            const { whole } = load(text);
            const found = forecastOf({ whole, from, until: '2028-12-31', matrix: defaultMatrixReading });
            const calendar = forecastIcs(found, 0).replace(/\r\n /g, '');
            assert.ok(!/^SUMMARY:\r?$/mu.test(calendar), 'each event says what it is');
            return Object.fromEntries(
                [...calendar.matchAll(/UID:(.*)\r\n.*\r\nDTSTART;VALUE=DATE:(.*)\r\n/gu)].map(([, uid, day]) => [
                    day,
                    uid,
                ]),
            );
        };
        const early = uidsOf('Plant', '2026-06-01');
        assert.equal(new Set(Object.values(early)).size, 3);
        const { ['20270110']: _, ...rest } = early;
        assert.deepEqual(uidsOf('Plant', '2027-06-01'), rest);
        const hosts = ['Plant', 'Wärme', 'Wörme', '浄水場', '処理場'].map(
            system => uidsOf(system, '2026-06-01')['20270110']!.split('@')[1]!,
        );
        assert.equal(hosts[0], 'plant.iacs');
        assert.equal(new Set(hosts).size, hosts.length, hosts.join(' '));
        const ofAll = (until: string, places: number): readonly string[] =>
            [...forecastIcs({ ...forecast, until, events: [] }, places).matchAll(/^UID:(.*)\r$/gmu)].map(
                ([, uid]) => uid!,
            );
        assert.deepEqual(ofAll('2027-06-01', 0), ofAll('2027-06-02', 0));
        assert.deepEqual(ofAll('2027-06-01', 1), ofAll('2027-06-01', 2));
    });

    it('ends no event before it begins, on the last day that there is', () => {
        const { whole } = load(
            'system S\nzone Z { asset P : plc\n  meets SR 6.1 because "x" evidence "a.pdf" dated 2026-01-01 until 9999-12-31\n}\n',
        );
        const found = forecastOf({ whole, from: '2026-06-01', until: '9999-12-31', matrix: defaultMatrixReading });
        const calendar = forecastIcs(found, 0);
        assert.match(calendar, /DTSTART;VALUE=DATE:99991231\r\nSUMMARY/u);
    });

    it('folds between characters, whatever they need', () => {
        for (const letter of ['a', 'ü', '字', '😀']) {
            const line = `SUMMARY:${letter.repeat(200)}`;
            const parts = folded(line).split('\r\n');
            assert.ok(parts.every(part => Buffer.byteLength(part) <= 75 && !part.includes('\ufffd')));
            assert.equal(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join(''), line);
        }
    });

    it('is a chart with a line for what is, what is planned and the target', () => {
        const svg = forecastSvg(forecast, 0);
        assert.ok(svg.startsWith('<svg ') && svg.includes('<title>Control TRE</title>'));
        const tre = svg.slice(svg.indexOf('<title>Control TRE</title>'));
        assert.match(tre, /^<title>Control TRE<\/title>\n<path d="M[\d.]+ [\d.]+H[\d.]+/);
        assert.ok(!/NaN|undefined|Infinity/.test(svg));
    });

    it('shows the whole ids of its rows within their column, and no print below 9 pixels', () => {
        const id = 'Prozessleitsystemüberwachungszone';
        const chart = forecastSvg(
            forecastOf({
                whole: wholeOf(
                    `system S\nzone ${id} { SL-T 1\nzone Notabschaltungssicherheitssteuerung { SL-T 2 } }\n`,
                ),
                from: '2026-06-01',
                until: '2027-06-01',
                matrix: defaultMatrixReading,
            }),
            0,
        );
        const beside = [...chart.matchAll(/<text x="20" y="[\d.]+" fill="[^"]+">([^<]*)</gu)].map(
            ([, words]) => words!,
        );
        assert.ok(beside.every(words => words.length <= 26));
        assert.equal(beside.join(''), `${id}zone${id}.Notabschaltungssicherheitssteuerungzone`);
        const sizes = [...chart.matchAll(/font-size="([\d.]+)"/gu)].map(([, size]) => Number(size));
        assert.ok(Math.min(...sizes) >= 9, sizes.join(' '));
        assert.match(chart, /role="img"/u);
        assert.match(chart, /<desc>The levels of 2 zones and conduits, a chart for each /u);
        assert.match(chart, /; 0 days on which something begins/u);
    });

    it('says heads and days again below each twelve rows, and draws no level of what is neither asked nor said', () => {
        const chartOf = (text: string): string =>
            forecastSvg(
                forecastOf({
                    whole: wholeOf(`system S\n${text}`),
                    from: '2026-06-01',
                    until: '2027-06-01',
                    matrix: defaultMatrixReading,
                }),
                0,
            );
        const zones = (count: number): string =>
            Array.from({ length: count }, (_, at) => `zone Z${at} { SL-T 1 }\n`).join('');
        const count = (chart: string, words: string): number => chart.split(`>${words}<`).length - 1;
        for (const [rows, blocks] of [
            [12, 1],
            [13, 2],
            [30, 3],
        ] as const) {
            const chart = chartOf(zones(rows));
            assert.deepEqual([count(chart, 'RDF'), count(chart, '2026-06-01')], [blocks, 7 * blocks], `${rows} rows`);
            const [, height] = /height="(\d+)"/u.exec(chart)!;
            const lowest = Math.max(...[...chart.matchAll(/<text [^>]*y="([\d.]+)"/gu)].map(([, y]) => Number(y)));
            assert.ok(lowest < Number(height), `${lowest} in ${height}`);
        }
        const part = chartOf('zone A { SL-T { RDF 1 } meets SR 1.1 because "x" }\n');
        const lines = (fr: string): number =>
            /<title>A [A-Z]+<\/title>([\s\S]*?)<\/g>/u
                .exec(part.slice(part.indexOf(`<title>A ${fr}<`)))![1]!
                .split('<path').length - 1;
        assert.deepEqual(['IAC', 'UC', 'RDF'].map(lines), [2, 0, 3]);
        // Letters of a square take twice the room.
        const wide = chartOf(`zone ${'浄水場'.repeat(7)} { SL-T 1 }\n`);
        const beside = [...wide.matchAll(/<text x="20" y="[\d.]+" fill="[^"]+">([^<]*)</gu)].map(([, words]) => words!);
        assert.deepEqual(
            beside.slice(0, -1).map(words => words.length),
            [13, 8],
        );
    });

    it('says of its ticks what they are, where it has any', () => {
        const legend = 'a day on which something begins, ends or is due';
        assert.ok(forecastSvg(forecast, 0).includes(`>${legend}<`));
        const still = forecastOf({
            whole: wholeOf('system S\nzone A { SL-T 1 }\n'),
            from: '2026-06-01',
            until: '2027-06-01',
            matrix: defaultMatrixReading,
        });
        assert.ok(!forecastSvg(still, 0).includes(legend));
    });

    it('says itself that the text was not understood as a whole', () => {
        const sentence = '2 places of the text were not understood: what is written there is missing here.';
        const calendar = forecastIcs(forecast, 2).replace(/\r\n /g, '').split('\r\n');
        assert.ok(calendar.includes(`X-WR-CALDESC:${sentence}`));
        assert.match(
            calendar.find(line => line.startsWith('X-WR-CALNAME:'))!,
            /^X-WR-CALNAME:Incomplete: /,
        );
        // A calendar program shows events, and seldom what is said of the calendar.
        const said = calendar.indexOf(`SUMMARY:${sentence}`);
        assert.deepEqual(calendar.slice(said - 2, said), ['DTSTART;VALUE=DATE:20260601', 'DTEND;VALUE=DATE:20260602']);
        assert.ok(!forecastIcs(forecast, 0).includes('ncomplete'));
        const silent = forecastIcs({ ...forecast, events: [] }, 0)
            .replace(/\r\n /g, '')
            .split('\r\n');
        assert.equal(silent.filter(line => line === 'BEGIN:VEVENT').length, 1, 'a calendar is never empty');
        assert.ok(silent.includes(`SUMMARY:The model says nothing of any day until ${forecast.until}.`));
        const chart = forecastSvg(forecast, 2);
        assert.match(chart, /<title>Incomplete: /);
        assert.ok(chart.includes(`>${sentence}<`));
        assert.ok(!forecastSvg(forecast, 0).includes('ncomplete'));
    });
});

describe('The calendar', () => {
    it('counts months and years by their days', () => {
        assert.equal(dayAfter('2026-01-31', { amount: 1, unit: 'months' }), '2026-02-28');
        assert.equal(dayAfter('2024-02-29', { amount: 1, unit: 'years' }), '2025-02-28');
        assert.equal(dayAfter('0001-12-31', { amount: 2, unit: 'months' }), '0002-02-28');
        assert.equal(dayAfter('0000-01-31', { amount: 1, unit: 'months' }), '0000-02-29');
        assert.equal(dayAfter('0099-06-01', { amount: 1, unit: 'years' }), '0100-06-01');
        assert.equal(dayAfter('2026-11-30', { amount: 15, unit: 'months' }), '2028-02-29');
        assert.equal(dayAfter('2026-06-01', { amount: 36, unit: 'hours' }), '2026-06-02');
        assert.equal(dayAfter('2026-06-01', { amount: 999_999, unit: 'years' }), '9999-12-31');
    });
});

describe('The report', () => {
    it('says today, planned and forecast, and what goes on when connections are cut', () => {
        const text = `${plan}function Making { needs Control.Plc is essential }
island Alone { cut Control.Plc keeps Making }
`;
        const markdown = toMarkdown(toDocument(reportOf(load(text))));
        assert.match(markdown, /Today, planned, forecast/);
        const row = /^\| Control \| (.*)$/m.exec(markdown.slice(markdown.indexOf('SL-A today, planned and forecast')));
        assert.equal(row?.[1], '{ TRE 1 RA 1 } | { TRE 1 RA 0 } | { TRE 0 RA 1 } | { TRE 0 RA 0 } |');
        assert.match(
            markdown,
            /\| Alone \| Control\.Plc \| Making \| .*lost.* \| Making → Control\.Plc \(Control\.Plc is cut\) \|/,
        );
        assert.ok(!/\b(red|amber|green)\b/i.test(markdown), 'levels and dates, and no colours as words');
    });
});
