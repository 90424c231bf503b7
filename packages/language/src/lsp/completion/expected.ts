import {
    accesses, assetTraits, colourings, conduitTraits, criticalities, details, directions, measureStatuses, protections, purdueLevels, securityModes,
    zoneKinds, zoneTraits,
} from '../../model/index.ts';
import { riskPresets } from '../../assessment/index.ts';
import type { NameKind } from '../../syntax/index.ts';
import type { Cursor, Word } from '../cursor.ts';

/** What may stand at the cursor. */
export type Expected =
    | { readonly kind: 'statement' }
    /** One of a few words, with what they are for. */
    | { readonly kind: 'word'; readonly words: readonly string[]; readonly detail: string }
    /** Words and signs that go on with the statement. */
    | { readonly kind: 'clause'; readonly words: readonly string[] }
    | { readonly kind: 'element'; readonly kinds: readonly NameKind[] }
    | { readonly kind: 'type' | 'protocol' | 'countermeasure' | 'threat' | 'rule' | 'day' | 'level' | 'vector' | 'fr' | 'class' | 'category' | 'trait' | 'import' }
    /** A requirement; `start` is where its first word stands, when there is one. */
    | { readonly kind: 'requirement'; readonly start: number | null };

const nothing: readonly Expected[] = [];
const word = (words: readonly string[], detail: string): Expected => ({ kind: 'word', words, detail });
const clause = (...words: readonly string[]): Expected => ({ kind: 'clause', words });
const element = (...kinds: readonly NameKind[]): Expected => ({ kind: 'element', kinds });
const anything = element('zone', 'asset', 'conduit');
const ends = element('asset', 'zone');
const zone = element('zone');

const enumerations: ReadonlyMap<string, Expected> = new Map([
    ['kind', word(zoneKinds, 'kind of zone')], ['criticality', word(criticalities, 'criticality')], ['access', word(accesses, 'access')],
    ['status', word(measureStatuses, 'status')], ['security', word(securityModes, 'security mode')], ['direction', word(directions, 'direction')],
    ['detail', word(details, 'detail')], ['colour', word(colourings, 'colour')], ['purdue', word(purdueLevels, 'Purdue level')],
    ['provides', word(protections, 'protection')], ['class', { kind: 'class' }], ['category', { kind: 'category' }],
    ['likelihood', word(['1', '2', '3', '4', '5'], 'likelihood')], ['consequence', word(['1', '2', '3', '4', '5'], 'consequence')],
    ['preset', word([...riskPresets.keys()], 'published risk matrix')], ['highest-first', word(['likelihood', 'consequence'], 'axis')],
    ['target-rule', word(['factor', 'steps', 'bands'], 'rule for the SL-T')], ['targets', { kind: 'fr' }],
    ['until', { kind: 'day' }], ['due', { kind: 'day' }], ['port', word(['tcp', 'udp', 'sctp'], 'transport')],
]);

const traits: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
    ['zone', zoneTraits], ['asset', assetTraits], ['conduit', conduitTraits],
]);

const mentions: ReadonlyMap<string, Expected> = new Map([
    ['serves', zone], ['over', zone], ['needs', element('asset')], ['via', element('asset')], ['applies', { kind: 'countermeasure' }],
    ['from', anything], ['against', anything], ['include', anything], ['exclude', anything], ['focus', anything], ['hide', anything], ['highlight', anything],
]);

/** What may stand at a cursor, by the words of its statement. */
export function expectedAt(cursor: Cursor): readonly Expected[] {
    const [first, ...rest] = cursor.statement;
    if (cursor.place === 'comment') return nothing;
    if (cursor.place === 'string') {
        return first?.text === 'import' && rest.length === 0 ? [{ kind: 'import' }] : nothing;
    }
    if (cursor.place === 'vector') return inVector(cursor.statement);
    if (!first) return [{ kind: 'statement' }];
    return ofStatement(first.text, rest, cursor);
}

function ofStatement(key: string, rest: readonly Word[], cursor: Cursor): readonly Expected[] {
    const last = rest.at(-1)?.text;
    const listed = rest.length === 0 || last === ',';
    switch (key) {
        case 'system': case 'zone': case 'protocol': case 'countermeasure': case 'invariant': case 'view': return nothing;
        case 'threat': return cursor.block === 'view' && rest.length === 0 ? [{ kind: 'threat' }] : nothing;
        case 'import': return rest.length === 0 ? [{ kind: 'import' }] : nothing;
        case 'asset': case 'type':
            if (last === ':') return [{ kind: 'type' }];
            return rest.length > 0 && !has(rest, ':') ? [clause(':')] : nothing;
        case 'conduit':
            if (last === 'between' || last === 'and') return [zone];
            if (!has(rest, 'between')) return rest.length > 0 ? [clause('between')] : nothing;
            return [clause('and')];
        case 'flow': return endsOf(rest);
        case 'except':
            if (rest.length === 0) return [clause('flow')];
            return last === 'until' ? [{ kind: 'day' }] : [...endsOf(rest.slice(1)), ...(rest.length > 3 ? [clause('because', 'until')] : nothing)];
        case 'meets': case 'misses': case 'excludes': case 'compensates': return requirementsOf(rest);
        case 'SL-T': case 'SL-C': case 'SL-A':
            return rest.length === 0 ? [{ kind: 'level' }, { kind: 'vector' }] : has(rest, 'because') ? nothing : [clause(...(rest.length === 1 ? ['{', 'because'] : ['because']))];
        case 'secured':
            if (has(rest, 'by')) return last === 'by' || last === ',' ? [{ kind: 'countermeasure' }] : nothing;
            return listed ? [word(left(protections, rest), 'protection')] : [clause('by')];
        case 'approved': case 'monitored': return rest.length === 0 ? [clause('by')] : nothing;
        case 'one-way':
            if (rest.length === 0 || last === '->') return [zone];
            return has(rest, '->') ? nothing : [clause('->')];
        case 'accept':
            if (rest.length === 0) return [{ kind: 'rule' }];
            return last === 'until' ? [{ kind: 'day' }] : last === 'because' ? nothing : [clause(...left(['because', 'until'], rest))];
        case 'mitigated': return mitigation(rest);
        case 'deny': case 'require': case 'path': return way(key, rest);
        case 'is':
            if (cursor.block === 'protocol') return listed ? [{ kind: 'trait' }] : nothing;
            return listed ? [word(left(traits.get(cursor.block) ?? [], rest), 'trait')] : nothing;
    }
    // In a matrix these name the levels, which are the site's own words.
    if ((key === 'likelihood' || key === 'consequence') && cursor.block !== 'threat' && rest.length === 0) return nothing;
    const mention = mentions.get(key);
    if (mention) return listed ? [mention] : nothing;
    const values = enumerations.get(key);
    const several = key === 'provides' || key === 'highest-first' || key === 'targets';
    if (values && (rest.length === 0 || (several && last === ','))) return [values];
    return rest.length > 0 && last !== ',' ? [{ kind: 'statement' }] : nothing;
}

function has(words: readonly Word[], text: string): boolean {
    return words.some(each => each.text === text);
}

function left<W extends string>(all: readonly W[], used: readonly Word[]): readonly W[] {
    return all.filter(each => !has(used, each));
}

const arrows = ['->', '<->', '--'];

function endsOf(rest: readonly Word[]): readonly Expected[] {
    const last = rest.at(-1)?.text;
    const arrow = rest.findIndex(each => arrows.includes(each.text));
    if (last === undefined || arrow === rest.length - 1) return [ends];
    if (arrow < 0) return [clause(...arrows)];
    const colon = rest.findIndex(each => each.text === ':');
    if (last === ':' || (colon >= 0 && last === ',')) return [{ kind: 'protocol' }];
    return colon < 0 && !rest.some(each => each.text.startsWith('"')) ? [clause(':')] : nothing;
}

const verbClauses = ['by', 'because', 'evidence', 'due'] as const;

function requirementsOf(rest: readonly Word[]): readonly Expected[] {
    const begun = rest.findIndex(each => verbClauses.some(verb => verb === each.text));
    const last = rest.at(-1)?.text;
    if (begun >= 0) {
        const present = [...rest].reverse().find(each => verbClauses.some(verb => verb === each.text))!.text;
        if (last === 'by' || (present === 'by' && last === ',')) return [{ kind: 'countermeasure' }];
        if (last === 'due') return [{ kind: 'day' }];
        return last === 'because' || last === 'evidence' || last === ',' ? nothing : [clause(...left(verbClauses, rest))];
    }
    const comma = rest.map(each => each.text).lastIndexOf(',');
    const reference = rest.slice(comma + 1);
    const start = reference[0]?.start ?? null;
    const complete = reference.length === 2 || reference.length >= 4;
    if (!complete) return [{ kind: 'requirement', start }];
    const goesOn = clause(...verbClauses);
    return reference.length === 2 ? [goesOn, clause(reference[0]!.text === 'FR' ? 'SL' : 'RE')] : [goesOn];
}

function mitigation(rest: readonly Word[]): readonly Expected[] {
    const last = rest.at(-1)?.text;
    if (last === undefined) return [clause('by')];
    if (last === 'likelihood' || last === 'consequence') return [enumerations.get(last)!];
    if (has(rest, 'to')) return [clause(...left(['likelihood', 'consequence'], rest))];
    return last === 'by' || last === ',' ? [{ kind: 'countermeasure' }] : [clause('to')];
}

function way(key: string, words: readonly Word[]): readonly Expected[] {
    const rest = key === 'path' ? words : words.slice(1);
    const last = (key === 'path' ? rest : words).at(-1)?.text;
    if (key !== 'path' && words.length === 0) return [clause('path')];
    if (last === 'from' || last === 'to' || last === 'through') return [anything];
    if (!has(rest, 'from')) return [clause('from')];
    if (!has(rest, 'to')) return [clause('to')];
    return key === 'require' && !has(rest, 'through') ? [clause('through')] : nothing;
}

function inVector(statement: readonly Word[]): readonly Expected[] {
    const open = statement.map(each => each.text).lastIndexOf('{');
    const inside = statement.slice(open + 1);
    const last = inside.at(-1);
    if (last && /^[A-Z]/.test(last.text)) return [{ kind: 'level' }];
    const named = inside.some(each => /^[A-Z]/.test(each.text)) || statement[1]?.text !== '{';
    if (named) return [{ kind: 'fr' }];
    return inside.length === 0 ? [{ kind: 'fr' }, { kind: 'level' }] : [{ kind: 'level' }];
}
