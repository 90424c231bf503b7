import { code } from '../code-marks.ts';
import { isName } from '../name-shape.ts';
import type { Reading } from './line.ts';
import { commas } from './commas.ts';
import { Line } from './line.ts';

/** What people write before the zones of a conduit. */
const leading: ReadonlySet<string> = new Set(['between', 'from', 'joins', 'connects', 'links', ':']);
/** What people write between them. */
const joining: ReadonlySet<string> = new Set([...commas, 'to', 'with', '-', '--', '->', '<->', '-->']);
/** The statements of the block that people write after the zones, and what they name. */
const clauses: ReadonlyMap<string, string> = new Map([
    ['via', 'devices'],
    ['over', 'carriers'],
]);

/** Two zones that are written as one name: `Z1-Z2`. */
const joinedByHyphen = (name: string): readonly string[] => {
    const zones = name.split('-');
    return zones.length === 2 && zones.every(isName) ? zones : [name];
};

const last = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/** How a conduit is written that people write as `conduit A to B via F`; `null` for one that is written so. */
export function conduitAsWritten(text: string): Reading | null {
    const line = new Line(text);
    line.take();
    const { start } = line.word;
    const next = line.ahead(1).image;
    // Without a name the zones follow at once.
    const isNamed =
        line.isAtName &&
        !line.word.image.startsWith('"') &&
        !joining.has(next) &&
        next !== '' &&
        next !== '.' &&
        !(leading.has(line.word.image) && !leading.has(next));
    const name = isNamed ? line.take().image : null;
    const title = line.word.image.startsWith('"') && !joining.has(line.ahead(1).image) ? ` ${line.take().image}` : '';
    if (leading.has(line.word.image)) line.take();
    const written = line.names(joining);
    const names = written.length === 1 ? joinedByHyphen(written[0]!) : written;
    if (names.length < 2) return null;
    const { rest } = line;
    const opens = /^([^{}]+)\{$/u.exec(rest)?.[1]?.trim();
    const block =
        clauses.has(line.word.image) && (opens !== undefined || !rest.includes('{'))
            ? opens === undefined
                ? `{ ${rest} }`
                : `{\n${line.indent}  ${opens}`
            : rest;
    const ends = `between ${names.join(' and ')}`;
    const head = name ?? `${last(names[0]!)}To${last(names[1]!)}`;
    const write = `${head}${title} ${ends}${block === '' ? '' : ` ${block}`}`;
    if (write === text.slice(start).trim()) return null;
    const message =
        block === rest
            ? `A conduit has a name and joins its zones with \`between\` and \`and\`: ` +
              `${code(`conduit ${head} ${ends}`)}.`
            : `The ${clauses.get(line.word.image)} of a conduit are written in its block: ` +
              `${code(`{ ${opens ?? rest} }`)}.`;
    return {
        start,
        end: line.length,
        message,
        write,
        ...(opens === undefined ? {} : { title: `Write ${opens} into the block` }),
    };
}
