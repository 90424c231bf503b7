import type { BlockKind } from '../statements/index.ts';
import { blocks, blocksOf } from '../statements/index.ts';
import { code } from './code-marks.ts';
import type { Lowering } from './lowering.ts';
import type { Statement } from './statement-heads.ts';
import { keyOf, wordOf } from './statement-heads.ts';

/** What is said of a word and the block that it has no meaning in, where people expect it there. */
const meantInstead: ReadonlyMap<string, string> = new Map([
    ['include file', ' Write `import "…"` to include another file.'],
    ['type asset', ' Write the type right after the name: `asset Plc1 : plc`.'],
    ['device zone', ' Write `asset N : TYPE` for a device.'],
    ['device conduit', ' Write `asset N : firewall` for a device of the connection.'],
    ['address zone', ' Write `network` for the addresses of a zone.'],
    ['security zone', ' Write `SL-T 2` for a security level.'],
    ['source threat', ' Write `from` for where it starts.'],
    ['protocol conduit', ' Write it in a flow: `flow A -> B : https`.'],
    ['secured conduit', ' Write it in the block of each flow.'],
    ['until conduit', ' Write it in the block of each flow.'],
    ['zone asset', ' Write the asset into the block of its zone.'],
    ['kind asset', ' Write the type right after the name: `asset Plc1 : plc`.'],
]);

/** Of more places than these a sentence names a few. */
const mostPlaces = 8;
const fewPlaces = 4;

function withArticle(name: string): string {
    return `${/^[aeiou]/u.test(name) ? 'an' : 'a'} ${name}`;
}

/**
 * Reports a statement that has no meaning in its block, and says where it belongs.
 * @param target in a `within`, the kind of what it adds to
 */
export function reportMisplaced(
    lowering: Lowering,
    statement: Statement,
    kind: BlockKind,
    target: BlockKind | null,
    subject: string | null,
): void {
    const word = wordOf(statement);
    const places = blocksOf(word).map(block => blocks[block].at);
    const most = places.length > mostPlaces ? [...places.slice(0, fewPlaces), 'in others'] : places;
    const last = most.pop();
    const where = most.length > 0 ? `${most.join(', ')} or ${last}` : last;
    const of = target === null || target === 'zone' ? '' : ` of ${withArticle(blocks[target].name)}`;
    const meant = meantInstead.get(`${word} ${kind}`) ?? '';
    lowering.explained.push(keyOf(statement).end);
    lowering.problem(
        'syntax',
        keyOf(statement),
        `${code(word)} has no meaning ${blocks[kind].at}${of}; it belongs ${where}.${meant}`,
        subject,
    );
}
