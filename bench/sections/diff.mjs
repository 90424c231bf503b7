import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairs } from '../lib/pairs.mjs';
import { printTable, ratioHeader, ratioRow } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

/** The text with four values changed: criticalities of assets, evenly over the file. */
function changed(text) {
    const places = [...text.matchAll(/criticality (low|medium|high|critical)/g)];
    const chosen = [1, 2, 3, 4].map(part => places[Math.floor((part * places.length) / 5)]);
    return chosen.reduceRight(
        (rest, { 0: whole, 1: level, index }) =>
            `${rest.slice(0, index)}criticality ${level === 'high' ? 'low' : 'high'}` +
            rest.slice(index + whole.length),
        text,
    );
}

/** `iacs diff` of two texts against `iacs check` of one of them. */
export async function section(place) {
    const assets = 10_000;
    const model = place.model({ assets, variant: 'nested', comments: 'some' });
    const text = readFileSync(model.root, 'utf8');
    const other = (name, content) => {
        mkdirSync(place.file(name), { recursive: true });
        const file = join(place.file(name), 'main.iacs');
        writeFileSync(file, content);
        return file;
    };
    const check = whenBuilt(place, 'check', model.root);
    const runs = place.runs;
    const row = (name, file, hold, aim) =>
        ratioRow(`${name} / check`, () => pairs(whenBuilt(place, 'diff', model.root, file), check, runs), {
            hold,
            aim,
            runs,
        });
    printTable(`## diff, ${assets.toLocaleString('en')} assets, nested, whole processes`, ratioHeader, [
        await row('4 changed values', other('diff-changed', changed(text)), 1.5, 1.1),
        await row('equal texts', other('diff-equal', text), 0.3, 0.1),
    ]);
}
