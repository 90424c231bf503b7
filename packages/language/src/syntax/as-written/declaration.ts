import { zoneKinds } from '../../model/index.ts';
import { code } from '../code-marks.ts';
import { isName } from '../name-shape.ts';
import type { Reading } from './line.ts';
import { blockBehind } from './block-behind.ts';
import { commas } from './commas.ts';
import { Line } from './line.ts';

/** A longer title does not make a name that anybody would use. */
const longestName = 40;

/** A name made of a title; `null` where none can be made. */
function nameOf(title: string): string | null {
    const name = title
        .split(/[^\p{L}\p{M}\p{N}_]+/u)
        .filter(part => part !== '')
        .join('-');
    return isName(name) && name.length <= longestName ? name : null;
}

/** A declaration whose title has no name before it: `zone "Office"`. */
export function namelessAsWritten(text: string, what: string): Reading | null {
    const line = new Line(text);
    line.take();
    const { image, start, end } = line.word;
    const name = image.startsWith('"') ? nameOf(image.slice(1, -1)) : null;
    if (name === null) return null;
    const write = `${name} ${image}`;
    return { start, end, message: `Expected a name for ${what} before its title.`, write };
}

/** An asset without its colon, or several in one statement: `asset A1, A2 : plc`. */
export function assetAsWritten(text: string): Reading | null {
    const line = new Line(text);
    line.take();
    const { start } = line.word;
    const names = line.names(commas);
    const dotted = names.find(name => name.includes('.'));
    if (dotted !== undefined) {
        const message =
            'The name of an asset has no dot: write `asset N` into the block of its zone, or another sign in the name.';
        return { start, end: line.end, message };
    }
    if (names.length === 0 || names.some(name => !isName(name))) return null;
    const isTitled = names.length === 1 && line.word.image.startsWith('"') && line.ahead(1).image !== ':';
    const before = isTitled ? line.take().image : '';
    const hasColon = line.takes(':');
    const type = line.isAtName && !line.word.image.startsWith('"') ? line.take().image : null;
    if (type === null) return null;
    const { rest } = line;
    const title = before === '' ? (/^"[^"]*"/.exec(rest)?.[0] ?? '') : before;
    const block = rest.slice(before === '' ? title.length : 0).trim();
    const tail = [title, `: ${type}`, block].filter(each => each !== '').join(' ');
    if (names.length > 1) {
        const message = 'Each asset has a statement of its own.';
        if (rest.endsWith('{')) return { start, end: line.length, message };
        const write = names.map(name => `${name} ${tail}`).join(`\n${line.indent}asset `);
        return { start, end: line.length, message, write, title: `Write ${names.length} assets` };
    }
    if (hasColon) return blockBehind(line, 'asset', 'an asset');
    const message = `A \`:\` is written before the type of an asset: ${code(`asset ${names[0]} : ${type}`)}.`;
    return { start, end: line.length, message, write: `${names[0]} ${tail}` };
}

/** A zone with its kind after a colon, as assets have their type: `zone Cell : control`. */
export function zoneAsWritten(text: string): Reading | null {
    const line = new Line(text);
    line.take();
    const { start } = line.word;
    const name = line.name();
    const title = line.word.image.startsWith('"') ? ` ${line.take().image}` : '';
    if (!isName(name) || !line.takes(':')) return null;
    const kind = line.take().image;
    if (!zoneKinds.some(each => each === kind)) return null;
    const isOpen = line.takes('{');
    if (!isOpen && line.rest !== '') return null;
    const block = isOpen ? `{ kind ${kind}${line.rest === '' ? '' : ` ${line.rest}`}` : `{ kind ${kind} }`;
    const message = `The kind of a zone is written in its block: ${code(`{ kind ${kind} }`)}.`;
    return { start, end: line.length, message, write: `${name}${title} ${block}` };
}
