import type { Edit, Fix } from '../model/index.ts';
import type { BlockKind } from '../statements/index.ts';
import { blocks, blocksOf, statementIn } from '../statements/index.ts';
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
    ['via invariant', ' Write `through` in the clause: `require path from A to B through C`.'],
    ['direction conduit', ' Write `one-way A -> B` where data pass in one direction only.'],
    ['since countermeasure', ' Write the day of its evidence: `evidence "…" dated 2027-03-31`.'],
    ['type zone', ' Write `kind control` for what a zone is.'],
    ['kind asset', ' Write the type right after the name: `asset Plc1 : plc`.'],
]);

/** Of more places than these a sentence names a few. */
const mostPlaces = 8;
const fewPlaces = 4;

function withArticle(name: string): string {
    return `${/^[aeiou]/u.test(name) ? 'an' : 'a'} ${name}`;
}

/** The blocks in which all of some words have a meaning; a zone first. */
function homeOf(words: readonly string[]): BlockKind | undefined {
    const [first = [], ...others] = words.map(blocksOf);
    const common = first.filter(block => others.every(each => each.includes(block)));
    return common.find(block => block === 'zone') ?? common[0];
}

/** How many statements with no meaning at the top of a file stand there in a row, from one of them on. */
function wordsInRow(statements: readonly Statement[], from: number): readonly string[] {
    const words: string[] = [];
    for (const statement of statements.slice(from)) {
        const word = wordOf(statement);
        if (word === '') continue;
        if (statementIn('file', word)) break;
        words.push(word);
    }
    return words;
}

/** Statements that stand right behind a declaration without a block, of which they say something. */
interface Behind {
    readonly owner: Statement;
    readonly block: BlockKind;
    /** The indices of the first and the last of them. */
    readonly first: number;
    readonly last: number;
}

/** More statements than these in a row are not meant as one line. */
const mostBehind = 20;

/** What somebody wrote behind a declaration without the braces of its block: `asset Plc : plc address 10.1.1.1`. */
function behindDeclaration(statements: readonly Statement[], index: number): Behind | null {
    const isClose = (at: number): boolean => statements[at]!.start - statements[at - 1]!.end === 1;
    let at = index;
    while (
        at > 0 &&
        index - at < mostBehind &&
        isClose(at) &&
        !('name' in statements[at - 1]! || 'arrow' in statements[at - 1]!)
    )
        at--;
    const owner = at > 0 && isClose(at) ? statements[at - 1]! : undefined;
    if (!owner || ('open' in owner && owner.open)) return null;
    const block = wordOf(owner) as BlockKind;
    const isOf = (each: number): boolean => statementIn(block, wordOf(statements[each]!)) !== undefined;
    if (!(block in blocks) || !isOf(index)) return null;
    let last = index;
    while (last + 1 < statements.length && last - index < mostBehind && isClose(last + 1) && isOf(last + 1)) last++;
    return { owner, block, first: at, last };
}

/** Puts braces around statements. */
function intoBlock(lowering: Lowering, first: Statement, last: Statement, name: string): Fix {
    const insert = (at: number, text: string): Edit => ({
        kind: 'replace',
        at: { file: lowering.file, start: at, end: at },
        text,
    });
    return {
        kind: 'fix',
        title: `Write it into the block of ${name}`,
        edits: [insert(first.start, '{ '), insert(last.end, ' }')],
        preferred: true,
    };
}

/**
 * Reports a statement that has no meaning in its block, and says where it belongs; at the top of a file together with
 * those in a row behind it.
 * @param target in a `within`, the kind of what it adds to
 */
export function reportMisplaced(
    lowering: Lowering,
    statements: readonly Statement[],
    index: number,
    kind: BlockKind,
    target: BlockKind | null,
    subject: string | null,
): void {
    const statement = statements[index]!;
    const behind = kind === 'file' ? null : behindDeclaration(statements, index);
    if (behind) {
        const { first, block } = behind;
        // The first of them speaks for all.
        if (statements.slice(first, index).some(each => !statementIn(kind, wordOf(each)))) return;
        const what = withArticle(blocks[block].name);
        lowering.explained.push(keyOf(statement).end);
        lowering.problem(
            'syntax',
            keyOf(statement),
            `${code(wordOf(statement))} has no meaning ${blocks[kind].at}. What is said of ${what} is written in the ` +
                `block after it, in braces.`,
            subject,
            [intoBlock(lowering, statements[first]!, statements[behind.last]!, `the ${blocks[block].name}`)],
        );
        return;
    }
    const row = kind === 'file' ? wordsInRow(statements, index) : [];
    const home = row.length > 1 ? homeOf(row) : undefined;
    const word = wordOf(statement);
    const places = blocksOf(word).map(block => blocks[block].at);
    const most = places.length > mostPlaces ? [...places.slice(0, fewPlaces), 'in others'] : places;
    const last = most.pop();
    const where = most.length > 0 ? `${most.join(', ')} or ${last}` : last;
    const of = target === null || target === 'zone' ? '' : ` of ${withArticle(blocks[target].name)}`;
    const isOnce = kind === 'within' && target !== null && statementIn(target, word) !== undefined;
    const meant = isOnce
        ? ` A within only adds: write it where the ${blocks[target].name} is declared.`
        : (meantInstead.get(`${word} ${kind}`) ?? '');
    lowering.explained.push(keyOf(statement).end);
    if (home !== undefined) {
        const others = row.length === 2 ? '1 more statement' : `${row.length - 1} more statements`;
        const message =
            `${code(word)} and ${others} have no meaning ${blocks[kind].at}: the line that begins their block, such ` +
            `as ${code(`${blocks[home].name.replace(/ /gu, '-')} N {`)}, is missing or closed too early.`;
        lowering.problem('syntax', keyOf(statement), message, subject);
        return;
    }
    const isThrough =
        word === 'via' && kind === 'invariant' && wordOf(statements[index - 1] ?? statement) === 'require';
    lowering.problem(
        'syntax',
        keyOf(statement),
        `${code(word)} has no meaning ${blocks[kind].at}${of}; it belongs ${where}.${meant}`,
        subject,
        isThrough ? [lowering.replacement('Write through', keyOf(statement), 'through')] : [],
    );
}
