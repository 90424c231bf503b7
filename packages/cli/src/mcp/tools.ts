import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { nearest, shortPath } from 'iacs-language';
import { isAddress } from 'iacs-language/where';
import type { Tool } from './protocol.ts';
import { isInside } from './inside.ts';

type Given = Readonly<Record<string, unknown>>;

/** JSON Schema of the arguments of a tool. */
interface ArgumentSchema {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, object>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
}

/** A tool, and the words of the command line that answer it. */
export interface CommandTool extends Tool {
    readonly inputSchema: ArgumentSchema;
    /** @throws {@link BadArgument} */
    words(given: Given, folder: string): readonly string[];
}

/** An argument that cannot be: a sentence for the model that called. */
export class BadArgument extends Error {}

const text = (description: string) => ({ type: 'string', description });
const pathText = text(
    'A root file (one with a system) or a folder, relative to the folder of the server. Without it: all models there.',
);
const today = text('The day on which due dates and expiries are judged, YYYY-MM-DD.');

function schema(properties: Record<string, object>, required: readonly string[] = []): ArgumentSchema {
    return { type: 'object', properties, required, additionalProperties: false };
}

function stringOf(given: Given, name: string): string | undefined {
    const value = given[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw new BadArgument(`${name} has to be a text.`);
    if (value.includes('\0')) throw new BadArgument(`${name} must not have a character NUL in it.`);
    // Nothing that is given may become an option of a command, or of git.
    if (value.startsWith('-')) throw new BadArgument(`${name} must not begin with a hyphen: ${value}`);
    return value;
}

/**
 * Makes sure that a tool has every argument that is given: without a misspelt one it would answer another question.
 * @throws {@link BadArgument} that names those which it has
 */
export function assertKnown({ name, inputSchema }: CommandTool, given: Given): void {
    const known = Object.keys(inputSchema.properties);
    const other = Object.keys(given).find(each => !known.includes(each));
    if (other === undefined) return;
    const near = nearest(other, known);
    const meant = near === null ? '' : ` Did you mean ${near}?`;
    throw new BadArgument(`${name} has no argument ${other}.${meant} It takes ${known.join(', ')}.`);
}

function needed(given: Given, name: string): string {
    const value = stringOf(given, name);
    if (value === undefined || value === '') throw new BadArgument(`${name} is missing.`);
    return value;
}

/** An address: the command takes any other word for a path, and a path for an address. */
function addressOf(given: Given): string {
    const value = needed(given, 'address').trim();
    if (!isAddress(value)) throw new BadArgument(`address has to be an IPv4, IPv6 or MAC address, not ${value}`);
    return value;
}

function option(given: Given, name: string, word = name): readonly string[] {
    const value = stringOf(given, name);
    return value === undefined ? [] : [`--${word}=${value}`];
}

function real(file: string): string {
    try {
        return realpathSync(file);
    } catch {
        return path.resolve(file);
    }
}

/** A path in the folder of the server; links out of it lead nowhere. */
function insideOf(folder: string, given: string): string {
    if (!isInside(real(folder), real(shortPath(path.resolve(folder, given)))))
        throw new BadArgument(`${given} lies outside of the folder of this server.`);
    return given;
}

function place(given: Given, folder: string): readonly string[] {
    const value = stringOf(given, 'path');
    return value === undefined ? [] : ['--', insideOf(folder, value)];
}

/** A git revision, or a path in the folder. */
function state(given: Given, name: string, folder: string): readonly string[] {
    const value = stringOf(given, name);
    if (value === undefined) return [];
    if (path.isAbsolute(value) || value.split(/[\\/]/).includes('..') || existsSync(path.resolve(folder, value)))
        insideOf(folder, value);
    return [value];
}

const json = ['--format=json'];

export const tools: readonly CommandTool[] = [
    {
        name: 'check',
        title: 'Findings of a model',
        description:
            'Asks every rule of the IEC 62443 models and returns the findings with place, message and the titles of ' +
            'their fixes; of very many the gravest, with a notice that says so. Findings of syntax, unresolved, ' +
            'invalid-value, duplicate-name or unreadable mean that a part was not understood, and that the rest of ' +
            'the answer is not the whole.',
        inputSchema: schema({
            path: pathText,
            base: text('Reports only what this earlier state did not have: a git revision or a path.'),
            today,
        }),
        words: (given, folder) => [
            'check',
            ...json,
            '--within=.',
            ...option(given, 'today'),
            ...state(given, 'base', folder).map(base => `--base=${base}`),
            ...place(given, folder),
        ],
    },
    {
        name: 'assess',
        title: 'Security levels',
        description:
            'SL-T, SL-C, SL-A and gap of zones and conduits for each foundational requirement, and the state of all ' +
            '100 requirements. `not-assessed` means that nothing is said, and is not `met`.',
        inputSchema: schema({
            path: pathText,
            subject: text(
                'One zone or conduit, by its qualified name; with part, one party. Without it the answer is long.',
            ),
            part: {
                type: 'string',
                enum: ['2-1', '2-4', '4-1'],
                description:
                    'Instead of levels, the state of each requirement on organisations: 2-1 on the owner, 2-4 on ' +
                    'service providers, 4-1 on suppliers.',
            },
            regulation: {
                type: 'string',
                enum: ['nis2', 'nerc-cip', 'csf'],
                description: 'Only the requirements that are related to it.',
            },
            today,
        }),
        words: (given, folder) => [
            'assess',
            ...json,
            ...['subject', 'part', 'regulation', 'today'].flatMap(name => option(given, name)),
            ...place(given, folder),
        ],
    },
    {
        name: 'paths',
        title: 'Who reaches whom',
        description:
            'With from and to: a shortest path between two zones or assets and what each hop crosses. With from ' +
            'alone: all that it reaches, by zone and hops. With to alone: all that reaches it. Without them: every ' +
            'invariant with its verdict and counterexample.',
        inputSchema: schema({
            path: pathText,
            from: text('The id of a zone or an asset.'),
            to: text('The id of a zone or an asset.'),
            world: {
                type: 'string',
                enum: ['declared', 'configured', 'observed'],
                description: 'Which flows are followed (default declared).',
            },
            today,
        }),
        words: (given, folder) => [
            'paths',
            ...json,
            ...['from', 'to', 'world', 'today'].flatMap(name => option(given, name)),
            ...place(given, folder),
        ],
    },
    {
        name: 'where',
        title: 'Where an address belongs',
        description: 'The zone and the asset of an IPv4, IPv6 or MAC address, and why.',
        inputSchema: schema({ address: text('The address.'), path: pathText }, ['address']),
        words: (given, folder) => ['where', ...json, addressOf(given), ...place(given, folder)],
    },
    {
        name: 'reconcile',
        title: 'Declared, configured and seen',
        description:
            'Compares the declared flows with the rules of firewalls and with observed traffic that the model holds. ' +
            '`unknown` and `not-assessable` are not `healthy`.',
        inputSchema: schema({ path: pathText, conduit: text('One conduit only.'), today }),
        words: (given, folder) => [
            'reconcile',
            ...json,
            ...option(given, 'conduit'),
            ...option(given, 'today'),
            ...place(given, folder),
        ],
    },
    {
        name: 'diff',
        title: 'What changed in meaning',
        description:
            'Compares two states: changes, and what they do to security. The verdict `incomplete` means that a side ' +
            'was not understood; it never means that nothing changed.',
        inputSchema: schema(
            {
                base: text('The earlier state: a git revision or a path.'),
                head: text('The later state. Without it: the working tree.'),
                today,
            },
            ['base'],
        ),
        words(given, folder) {
            const base = needed(given, 'base');
            // Of a revision only what is in the folder is compared.
            const places = existsSync(path.resolve(folder, base)) ? [] : ['--path=.'];
            return [
                'diff',
                ...json,
                ...places,
                ...option(given, 'today'),
                '--',
                ...state(given, 'base', folder),
                ...state(given, 'head', folder),
            ];
        },
    },
    {
        name: 'explain',
        title: 'A rule, requirement, protocol or asset type',
        description: 'Explains a rule id, a requirement such as SR 5.2 or ZCR 3.3, a protocol or an asset type.',
        inputSchema: schema({ id: text('What is to be explained, such as SR 5.2 or flow-without-conduit.') }, ['id']),
        words: given => ['explain', '--', needed(given, 'id')],
    },
];
