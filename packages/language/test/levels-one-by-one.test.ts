import assert from 'node:assert/strict';
import {
    levelsFormats,
    levelsPrinter,
    levelsToCsv,
    levelsToHtml,
    levelsToJson,
    levelsToMarkdown,
    levelsToTable,
    modelLevels,
    type LevelsFormat,
    type ModelLevels,
} from '../src/views/levels/index.ts';
import { load } from './support/load.ts';

const paint = (_: string, text: string): string => text;

const whole: Record<LevelsFormat, (models: readonly ModelLevels[]) => string> = {
    table: models => levelsToTable(models, paint),
    json: models => `${JSON.stringify(levelsToJson(models), null, 2)}\n`,
    csv: levelsToCsv,
    markdown: levelsToMarkdown,
    html: levelsToHtml,
};

function levelsOf(name: string): ModelLevels {
    const { assessment } = load(
        `system ${name} { owner "O" }\nzone A "Line, \\"one\\"" { SL-T 2 asset X : plc { SL-C 1 } }\nzone B\n` +
            'conduit C between A and B { SL-T 1 }\n',
    );
    return modelLevels(assessment, name, `${name}.iacs`, null, 0);
}

describe('Levels of many models', () => {
    for (const format of levelsFormats) {
        it(`are printed one by one as all at once: ${format}`, () => {
            for (const names of [[], ['One'], ['One', 'Two', 'Three']]) {
                const models = names.map(levelsOf);
                const printer = levelsPrinter(format, paint);
                const text = models.map(each => printer.add(each)).join('') + printer.end();
                assert.equal(text, whole[format](models), names.join(', '));
            }
        });
    }
});

describe('Levels as they are printed', () => {
    const { assessment } = load(
        'system S { owner "O" }\nzone A { SL-T { IAC 1 RDF 1 } asset X : plc misses SR 5.1 because "One segment" }\n',
    );
    const levels = [modelLevels(assessment, 'S', 's.iacs', null, 0)];

    it('tell a gap that is known from one that nobody assessed', () => {
        const table = levelsToTable(levels, paint);
        assert.match(table, /^ {2}gap {12}1\? {2}- {3}- {3}- {3}1 {3}- {3}-\n {14}\? not assessed: /m);
        assert.match(levelsToMarkdown(levels), /^\| gap \| 1\? \| - \| - \| - \| 1 \| - \| - \|\n\n\? not assessed: /m);
        assert.match(
            levelsToHtml(levels),
            /<td class="level">1\?<\/td>(<td class="level">-<\/td>){3}<td class="level gap">1<\/td>/,
        );
        assert.equal(levelsToJson(levels).models.length, 1);
    });

    it('name what has nothing but a state together, and each other by itself', () => {
        assert.deepEqual(levelsToTable(levels, paint).split('\n').slice(-5), [
            '  14 required: 13 not assessed, 1 missed',
            '    SR 5.1       missed        "One segment"',
            '    not assessed  SR 1.1, SR 1.3, SR 1.4, SR 1.5, SR 1.6, SR 1.7, SR 1.10, SR 1.11, SR 1.12,',
            '                  SR 1.13, SR 5.2, SR 5.3, SR 5.4',
            '',
        ]);
    });
});
