import type { Scope } from '../../syntax/index.ts';
import type { Cursor } from '../cursor.ts';

/** A zone and those around it, innermost first. */
function aroundOf(id: string): readonly string[] {
    const parts = id.split('.');
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/** From where names are looked up at a cursor. */
export function scopeAt(cursor: Cursor): Scope {
    const around: string[] = [];
    let connected: string[] = [];
    let id = '';
    for (const head of cursor.heads) {
        if (head.kind !== 'zone' && head.kind !== 'within' && head.kind !== 'conduit') continue;
        id = id === '' ? head.name : `${id}.${head.name}`;
        around.unshift(...(head.kind === 'within' ? aroundOf(id) : [id]));
        if (head.kind === 'conduit') connected = zonesBetween(head.words.map(word => word.text));
    }
    return { around, connected };
}

function zonesBetween(words: readonly string[]): string[] {
    const from = words.indexOf('between');
    const zones: string[] = [''];
    for (const word of from < 0 ? [] : words.slice(from + 1)) {
        if (word === 'and' && zones.at(-1) !== '') zones.push('');
        else zones[zones.length - 1] += word;
    }
    return zones.filter(zone => zone !== '');
}
