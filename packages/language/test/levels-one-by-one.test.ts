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
    return modelLevels(assessment, name, `${name}.iacs`, null);
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
