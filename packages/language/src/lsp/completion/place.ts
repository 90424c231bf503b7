import type { Declared, Scope } from '../../syntax/index.ts';
import { resolveElement } from '../../syntax/index.ts';
import type { Loose } from '../../project/live/index.ts';
import type { Cursor, Word } from '../cursor.ts';
import { scopeAt } from './scope.ts';

/** What is known of the place of a cursor, for those who decide what fits there best. */
export interface Place {
    readonly cursor: Cursor;
    readonly loose: Loose;
    /** The word that the statement begins with; empty where one begins. */
    readonly word: string;
    /** The words that are signs or words of the language, and the qualified names between them, in their order. */
    readonly words: readonly string[];
    /** The zones, conduits and assets that the statement names already, in their order. */
    readonly named: readonly Declared[];
    /** The id of the zone, conduit or asset whose block this is; `null` outside of one. */
    readonly subject: string | null;
    /** The words of the head of the block around, and the zones, conduits and assets that these name. */
    readonly holder: { readonly words: readonly string[]; readonly named: readonly Declared[] };
    /** The ids of the zones that the conduit around connects; empty outside of one. */
    readonly connected: readonly string[];
}

const holders: ReadonlySet<string> = new Set(['zone', 'within', 'conduit', 'asset']);

/** Words with the dots of qualified names put together: `Control . Plc1` is one. */
export function qualified(words: readonly Word[]): string[] {
    const found: string[] = [];
    let open = false;
    for (const { text } of words) {
        if (text === '.' && found.length > 0) {
            found[found.length - 1] += '.';
            open = true;
        } else if (open) {
            found[found.length - 1] += text;
            open = false;
        } else found.push(text);
    }
    return found;
}

/** Reads the place of a cursor; names that are not known are left out. */
export function placeAt(cursor: Cursor, loose: Loose, outward = false): Place {
    const scope: Scope = outward ? { around: [], connected: [] } : scopeAt(cursor);
    const words = qualified(cursor.statement);
    const kinds = ['zone', 'asset', 'conduit'] as const;
    const find = (name: string, from: Scope): Declared | undefined => {
        const found = /^[\p{L}\d_]/u.test(name) ? resolveElement(loose.names, name, from, kinds) : undefined;
        return found && 'found' in found ? found.found : undefined;
    };
    const blocks = cursor.heads.filter(({ kind }) => holders.has(kind)).map(({ name }) => name);
    const subject = loose.names.find('element', blocks.join('.'));
    const head = qualified(cursor.heads.at(-1)?.words ?? []);
    return {
        cursor,
        loose,
        holder: { words: head, named: head.slice(1).flatMap(name => find(name, scope) ?? []) },
        word: words[0] ?? '',
        words,
        named: words.slice(1).flatMap(name => find(name, scope) ?? []),
        subject: subject?.id ?? null,
        connected: scopeAt(cursor).connected.flatMap(name => find(name, { around: [], connected: [] })?.id ?? []),
    };
}

const dot = '.'.charCodeAt(0);

/** True when an id is that of a zone or of what lies in it. */
export function liesIn(id: string, zone: string): boolean {
    return id.startsWith(zone) && (id.length === zone.length || id.charCodeAt(zone.length) === dot);
}
