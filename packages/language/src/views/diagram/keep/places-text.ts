import type { Detail, Direction } from '../../../model/index.ts';
import type { Point, Rect } from '../layout/positioned.ts';
import { lineKey, type Memory } from './memory.ts';

/** What a file of places holds: where everything stood in the picture of one view. */
export interface PlacesFile {
    readonly memory: Memory;
    /** With assets or without: boxes of the other kind have other sizes. */
    readonly detail: Detail;
}

/** A line of a file of places that is not understood. */
export interface PlacesProblem {
    /** Counted from 1. */
    readonly line: number;
    readonly message: string;
}

const head =
    '# Where everything is in a diagram, one line for each zone and conduit: x y width height, and the ' +
    'corners of lines.';
const hint = '# Written by iacs diagram --remember and by moving boxes in the editor; iacs diagram --fresh ignores it.';

/** After the place of what a person has moved there. */
const byHand = 'by-hand';

const rectText = ({ x, y, width, height }: Rect): string => [x, y, width, height].join(' ');
const pointText = ({ x, y }: Point): string => `${x},${y}`;

/** The words for the keys of a picture: `zone:Control` is `zone Control`, `flows:A B` is `flows A+B`. */
function wordsOf(key: string): string {
    const special = /^(own|closed) zone:(.*)$/u.exec(key);
    if (special) return `${special[1]} ${special[2]}`;
    const colon = key.indexOf(':');
    return `${key.slice(0, colon)} ${key.slice(colon + 1).replaceAll(' ', '+')}`;
}

function keyOf(kind: string, name: string): string {
    return kind === 'own' || kind === 'closed' ? `${kind} zone:${name}` : `${kind}:${name.replaceAll('+', ' ')}`;
}

/**
 * Writes places as text: a line an element, zones before conduits, in the order of the picture, so that two changes
 * merge. What a person has moved is marked.
 */
export function placesText({ memory, detail }: PlacesFile): string {
    const lines = [head, hint, `diagram ${memory.direction} ${detail}`];
    for (const [key, rect] of memory.boxes) {
        const ways = [...memory.lines]
            .filter(([line]) => line.startsWith(`${key} > `))
            .map(([line, points]) => ` ${line.slice(key.length + 3)} ${points.map(pointText).join(' ')}`);
        const mark = memory.byHand?.has(key) || memory.byHand?.has(key.replace(/^closed /u, '')) ? ` ${byHand}` : '';
        lines.push(`${wordsOf(key)} ${rectText(rect)}${mark}${ways.join('')}`);
    }
    return `${lines.join('\n')}\n`;
}

const kinds = new Set(['zone', 'own', 'closed', 'conduit', 'flows', 'link']);
const isNumber = (word: string | undefined): word is string => word !== undefined && /^-?\d+(?:\.\d+)?$/.test(word);

function readRect(words: readonly string[]): Rect | null {
    const [x, y, width, height] = words;
    if (
        !isNumber(x) ||
        !isNumber(y) ||
        !isNumber(width) ||
        !isNumber(height) ||
        Number(width) <= 0 ||
        Number(height) <= 0
    )
        return null;
    return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

/**
 * The lines of a conduit: the id of a zone, then the corners of the line to it, again and again. `null` where a word is
 * neither.
 */
function readLines(key: string, words: readonly string[]): [string, Point[]][] | null {
    const lines: [string, Point[]][] = [];
    for (const word of words) {
        const [, x, y] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(word) ?? [];
        const last = lines.at(-1);
        if (x !== undefined && y !== undefined && last) last[1].push({ x: Number(x), y: Number(y) });
        else if (/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(word)) lines.push([lineKey(key, word), []]);
        else return null;
    }
    return lines;
}

/** Reads a file of places. A line that is not understood is reported, and what it is about finds a place anew. */
export function readPlaces(text: string): PlacesFile & { readonly problems: readonly PlacesProblem[] } {
    const boxes = new Map<string, Rect>();
    const lines = new Map<string, readonly Point[]>();
    const marked = new Set<string>();
    const problems: PlacesProblem[] = [];
    let [direction, detail]: [Direction, Detail] = ['down', 'assets'];
    text.split(/\r\n|\r|\n/u).forEach((line, index) => {
        const words = line.trim().split(/\s+/u);
        const problem = (message: string): void => void problems.push({ line: index + 1, message });
        const [kind = '', name = ''] = words;
        if (kind === '' || kind.startsWith('#')) return;
        if (/^(?:<{7}|={7}|>{7}|\|{7})$/u.test(kind))
            return problem('a conflict of a merge is left here: keep the lines of one side');
        if (kind === 'diagram') {
            if (name === 'down' || name === 'right') direction = name;
            else problem(`'${name}' is not a direction: down or right`);
            if (words[2] === 'assets' || words[2] === 'zones') detail = words[2];
            return;
        }
        if (!kinds.has(kind))
            return problem(`'${kind}' is not a word of this file: zone, own, closed, conduit, flows, link or diagram`);
        const rect = readRect(words.slice(2, 6));
        if (!rect) return problem(`after '${kind} ${name}' come four numbers: x, y, width and height`);
        const key = keyOf(kind, name);
        // A zone may have this name: then the corners of a line come after it.
        const isMarked = words[6] === byHand && !/^-?\d/u.test(words[7] ?? '');
        const found = readLines(key, words.slice(isMarked ? 7 : 6));
        if (!found)
            return problem(
                `after the place of '${name}' come names of zones, each with the corners of a line: 120,340`,
            );
        boxes.set(key, rect);
        if (isMarked) marked.add(key);
        for (const [line_, points] of found) lines.set(line_, points);
    });
    const memory = { direction, boxes, lines, ...(marked.size > 0 ? { byHand: marked } : {}) };
    return { memory, detail, problems };
}
