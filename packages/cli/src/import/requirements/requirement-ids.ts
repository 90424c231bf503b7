import { nearest, requirementById, requirements, requirementsOfFr } from 'iacs-language';
import { addAll } from '../add-all.ts';

/** What a cell names, read as an assessor writes it. */
export type ReadRequirement =
    | {
          readonly kind: 'requirements';
          /** `SR 1.1 RE 2` of the catalogue, or `FR 5 SL 2`, in the order in which they stand there; at least one. */
          readonly ids: readonly string[];
          /** The `SR` of the last one, for a row below that says `RE 1` alone; `null` for a whole FR. */
          readonly base: string | null;
          /** What else is in the cell, mostly the title. */
          readonly rest: string;
      }
    /** A whole foundational requirement without a level. */
    | { readonly kind: 'fr'; /** 1 to 7 */ readonly fr: number }
    /** Requirements of IEC 62443-4-2, which speak of a component; `base` is the last one without its enhancement. */
    | { readonly kind: 'component'; readonly ids: readonly string[]; readonly base: string }
    | { readonly kind: 'none'; readonly why: string };

/** Longer cells are texts: a list of all hundred requirements is shorter. */
const longest = 2000;

const gap = String.raw`[\s_.:#–-]*`;
const number = new RegExp(String.raw`(\d)\s*[.,]\s*(\d{1,2})(?![\d]|[.,]\d)`, 'u');
/** A requirement with its letters; an enhancement behind it is read by itself. */
const lettered = new RegExp(String.raw`(?<![\p{L}\d])(SR|CR|SAR|EDR|HDR|NDR)${gap}${number.source}`, 'giu');
/** `RE 1`, `RE(1)`, `(RE 1)`, `RE #2`, with more numbers behind it: `RE (1)(2)`, `RE 1, 2`. */
const enhancement = new RegExp(
    String.raw`^[\s_,;:/+&–-]*\(?\s*RE${gap}\(?\s*(\d)\s*\)?((?:\s*(?:[,&/+]|and|und|et|y)?\s*(?:RE${gap})?` +
        String.raw`\(?\s*\d\s*\)?(?![.,]?\d))*)`,
    'iu',
);
/** `CR 1.1(1)`, as the tables of 4-2 have it. */
const inBrackets = /^\s*((?:\(\s*\d\s*\)\s*)+)/u;

/** The numbers of the enhancements that stand at the beginning of a text, and what is left of it. */
function enhancementsAt(text: string): { readonly numbers: readonly string[]; readonly rest: string } {
    const named = enhancement.exec(text);
    const found = named ?? inBrackets.exec(text);
    if (!found) return { numbers: [], rest: text };
    return { numbers: found[0].match(/\d/gu) ?? [], rest: text.slice(found[0].length) };
}

/** `, 1.2`, `and 1.3`, `- 1.5` behind a requirement: further ones of the same kind. */
const further = new RegExp(String.raw`^\s*([,;/&+-]|\.{2,3}|…|and|und|et|y|to|bis|à|a)\s*${number.source}`, 'iu');

/** The numbers that stand behind a requirement, those of a range with all between its ends, and what is left. */
function furtherAt(text: string, first: string): { readonly numbers: readonly string[]; readonly rest: string } {
    const numbers: string[] = [];
    let rest = text;
    for (let found = further.exec(rest); found; found = further.exec(rest)) {
        const [all, sign, fr, last] = found as unknown as readonly [string, string, string, string];
        const [before = '', from = ''] = (numbers.at(-1) ?? first).split('.');
        const isRange = /^(?:-|\.+|…|to|bis|à|a)$/iu.test(sign);
        if (isRange && before === fr)
            for (let each = Number(from) + 1; each < Number(last); each++) numbers.push(`${fr}.${each}`);
        numbers.push(`${fr}.${last}`);
        rest = rest.slice(all.length);
    }
    return { numbers, rest };
}

function withEnhancements(base: string, numbers: readonly string[]): readonly string[] {
    return numbers.length === 0 ? [base] : numbers.map(each => `${base} RE ${each}`);
}

function unknown(id: string): ReadRequirement {
    const near = nearest(
        id,
        requirements.map(each => each.id),
    );
    return {
        kind: 'none',
        why: `names ${id}, which IEC 62443-3-3 does not have${near ? `; the nearest one is ${near}` : ''}`,
    };
}

function settled(ids: readonly string[], rest: string): ReadRequirement {
    const missing = ids.find(id => !requirementById(id));
    if (missing !== undefined) return unknown(missing);
    const last = requirementById(ids.at(-1)!)!;
    return { kind: 'requirements', ids: [...new Set(ids)], base: last.base ?? last.id, rest: plainRest(rest) };
}

function ofComponent(ids: readonly string[]): ReadRequirement {
    return { kind: 'component', ids: [...new Set(ids)], base: ids.at(-1)!.replace(/ RE .*$/u, '') };
}

function plainRest(text: string): string {
    return text.replace(/^[\s)\]:;,.–—-]+|[\s([:;,–—-]+$/gu, '').replace(/\s+/gu, ' ');
}

/** Every requirement with its letters in a text: `SR_1.1`, `SR 1.1 RE(1)`, `SR1.10 and SR 1.11`. */
function letteredIn(text: string): ReadRequirement | null {
    const found = [...text.matchAll(lettered)];
    if (found.length === 0) return null;
    const system: string[] = [];
    const component: string[] = [];
    let rest = text.slice(0, found[0]!.index).replace(/.*62443[\d:\s/-]*$/u, '');
    found.forEach((match, index) => {
        const prefix = match[1]!.toUpperCase();
        const after = text.slice(match.index + match[0].length, found[index + 1]?.index);
        const { numbers, rest: next } = enhancementsAt(after);
        const ids = withEnhancements(`${prefix} ${match[2]}.${match[3]}`, numbers);
        const { numbers: more, rest: behind } = furtherAt(next, `${match[2]}.${match[3]}`);
        addAll(prefix === 'SR' ? system : component, [...ids, ...more.map(each => `${prefix} ${each}`)]);
        const words = plainRest(behind);
        if (!/^(and|und|et|y|&|\/|\+)?$/iu.test(words)) rest += ` ${words}`;
    });
    if (system.length > 0 && component.length > 0)
        return { kind: 'none', why: 'names requirements of a system and of a component' };
    return component.length > 0 ? ofComponent(component) : settled(system, rest);
}

/** `FR 1`, `FR 5 SL 2`, `FR2 – Use control`. */
function frOf(text: string): ReadRequirement | null {
    const match = new RegExp(String.raw`^(?:IEC\s*62443[\d:\s-]*)?FR${gap}(\d)(?![.,]?\d)(.*)$`, 'isu').exec(text);
    if (!match) return null;
    const fr = Number(match[1]);
    if (fr < 1 || fr > 7) return { kind: 'none', why: `names FR ${fr}: foundational requirements go from 1 to 7` };
    const level = new RegExp(String.raw`^[,\s]*${gap}SL${gap}([1-4])(?!\d)`, 'iu').exec(match[2]!)?.[1];
    if (level === undefined) return { kind: 'fr', fr };
    return { kind: 'requirements', ids: [`FR ${fr} SL ${level}`], base: null, rest: '' };
}

/**
 * A number alone, `1.10`, where the head says what it is; and `RE 1` below the requirement that it belongs to.
 * @param letters of a number alone
 */
function bareOf(text: string, above: string | null, letters: 'SR' | 'CR'): ReadRequirement | null {
    const alone = new RegExp(String.raw`^${number.source}`, 'u').exec(text);
    if (alone) {
        const { numbers, rest: next } = enhancementsAt(text.slice(alone[0].length));
        const { numbers: more, rest } = furtherAt(next, `${alone[1]}.${alone[2]}`);
        const base = `${letters} ${alone[1]}.${alone[2]}`;
        const ids = [...withEnhancements(base, numbers), ...more.map(each => `${letters} ${each}`)];
        return letters === 'CR' ? ofComponent(ids) : settled(ids, rest);
    }
    if (!/^\(?\s*RE(?![\p{L}])/iu.test(text)) return null;
    const { numbers, rest } = enhancementsAt(text);
    if (numbers.length === 0) return null;
    if (above === null) return { kind: 'none', why: 'names an enhancement with no requirement above it' };
    const ids = withEnhancements(above, numbers);
    return above.startsWith('SR') ? settled(ids, rest) : ofComponent(ids);
}

/**
 * Reads what a row says it is about: requirements of IEC 62443-3-3 in any of the spellings of sheets, a whole
 * foundational requirement, or requirements of a component.
 * @param text a cell
 * @param above the `SR` or `CR` of the row above; `null` for none
 * @param letters of a number alone, as the head of its column says
 */
export function readRequirement(text: string, above: string | null, letters: 'SR' | 'CR' = 'SR'): ReadRequirement {
    if (text.length > longest) return { kind: 'none', why: 'is too long for the name of a requirement' };
    const plain = text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/gu, '-');
    return (
        letteredIn(plain) ??
        frOf(plain.trim()) ??
        bareOf(plain.trim(), above, letters) ?? { kind: 'none', why: 'names no requirement' }
    );
}

/** The numbers in a column of enhancements beside that of the requirement: `RE 1`, `1`, `(2)`; empty for none. */
export function readEnhancements(text: string): readonly string[] | null {
    const plain = text.normalize('NFKC').trim();
    if (/^(|-|–|—|0|none|base|n\/a)$/iu.test(plain)) return [];
    if (/^\(?\d\)?$/u.test(plain)) return plain.match(/\d/gu)!;
    const { numbers, rest } = enhancementsAt(plain);
    return numbers.length > 0 && plainRest(rest) === '' ? numbers : null;
}

/** The requirements of the catalogue that `SR 1.1 RE 2` or `FR 5 SL 2` means. */
export function requirementsIn(id: string): readonly string[] {
    const fr = /^FR (\d) SL (\d)$/u.exec(id);
    if (!fr) return [id];
    return requirementsOfFr(Number(fr[1]) - 1)
        .filter(each => each.level <= Number(fr[2]))
        .map(each => each.id);
}
