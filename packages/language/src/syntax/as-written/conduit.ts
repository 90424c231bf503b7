import { code } from '../code-marks.ts';
import type { Reading } from './line.ts';
import { commas, Line } from './line.ts';

/** What people write before the zones of a conduit. */
const leading: ReadonlySet<string> = new Set(['between', 'from', 'joins', 'connects', 'links', ':']);
/** What people write between them. */
const joining: ReadonlySet<string> = new Set([...commas, 'to', 'with', '-', '--', '->', '<->', '-->']);
/** The statements of the block that people write after the zones. */
const clauses: ReadonlySet<string> = new Set(['via', 'over']);

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
    const names = line.names(joining);
    if (names.length < 2) return null;
    const { rest } = line;
    const block = clauses.has(line.word.image) && !rest.includes('{') ? `{ ${rest} }` : rest;
    const ends = `between ${names.join(' and ')}`;
    const head = name ?? `${last(names[0]!)}To${last(names[1]!)}`;
    const write = `${head}${title} ${ends}${block === '' ? '' : ` ${block}`}`;
    if (write === text.slice(start).trim()) return null;
    const message =
        block === rest
            ? `A conduit has a name and joins its zones with \`between\` and \`and\`: ` +
              `${code(`conduit ${head} ${ends}`)}.`
            : `The devices of a conduit are written in its block: ${code(block)}.`;
    return { start, end: line.length, message, write };
}
