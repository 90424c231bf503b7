import { code, oneOfCode } from './code-marks.ts';
import type { DateFact, LevelStatement, Mention, Repeat, Span, Text } from '../model/index.ts';
import { nearest, sameMeaning } from '../model/index.ts';
import type { BlockKind } from '../statements/index.ts';
import { statementIn } from '../statements/index.ts';
import { flat } from './flat.ts';
import type * as Ast from './generated/ast.ts';
import type { Lowering } from './lowering.ts';
import type { NameKind } from './names.ts';
import type { Scope } from './resolve.ts';
import type { Leaf, Tree } from './tree.ts';
import { isDay, readString, spanOf } from './values.ts';
import { lowerVector } from './vector.ts';
import { reportMisplaced } from './misplaced.ts';
import type { Statement } from './statement-heads.ts';
import { keyOf, wordOf, wordOfType } from './statement-heads.ts';

type OfType<T extends Ast.Statement['$type']> = Extract<Statement, { readonly $type: T }>;

const nothing: readonly never[] = [];

/**
 * The statements of one block, sorted by their first word. Misplaced statements are reported and left aside; of a
 * property that can stand once the first one counts. In a `within`, `target` is what it adds to: only what can stand
 * any number of times there belongs in it.
 */
export class Block {
    private readonly byWord: Map<string, Statement[]> | null;
    private readonly lowering: Lowering;
    /** The element whose block it is; `null` for one that is not blamed by its id. */
    readonly subject: string | null;

    constructor(
        lowering: Lowering,
        statements: readonly Statement[] | undefined,
        kind: BlockKind,
        subject: string | null,
        repeats: Repeat[],
        target: BlockKind | null = null,
    ) {
        this.lowering = lowering;
        this.subject = subject;
        if (!statements || statements.length === 0) {
            this.byWord = null;
            return;
        }
        const byWord = new Map<string, Statement[]>();
        let strays = 0;
        for (const [index, statement] of statements.entries()) {
            const word = wordOf(statement);
            if (word === '') continue;
            const entry = statementIn(kind, word);
            if (!entry || (target !== null && statementIn(target, word)?.once !== false)) {
                // Of a block that has lost its beginning the first statement speaks for all.
                if (kind !== 'file' || strays++ === 0)
                    reportMisplaced(lowering, statements, index, kind, target, subject);
                continue;
            }
            strays = 0;
            const same = byWord.get(word);
            if (!same) byWord.set(word, [statement]);
            else if (!entry.once) same.push(statement);
            else
                repeats.push({
                    subject,
                    property: word,
                    origin: lowering.origin(statement, keyOf(statement)),
                    first: lowering.origin(same[0]!, keyOf(same[0]!)),
                });
        }
        this.byWord = byWord;
    }

    /** The statements of one generated type that begin with a word; without one, with that of the type. */
    of<T extends Ast.Statement['$type']>(type: T, word = wordOfType(type)): readonly OfType<T>[] {
        return (this.byWord?.get(word) as readonly OfType<T>[] | undefined) ?? nothing;
    }

    /** The statements of one generated type that begin with one of some words. */
    ofAny<T extends Ast.Statement['$type']>(type: T, words: readonly string[]): readonly OfType<T>[] {
        return words.some(word => this.has(word)) ? words.flatMap(word => this.of(type, word)) : nothing;
    }

    /** True where a statement begins with the word. */
    has(word: string): boolean {
        return this.byWord?.has(word) ?? false;
    }

    string(word: string): string | null {
        const value = this.of('TextFact', word)[0]?.values?.[0];
        return value ? readString(value.text) : null;
    }

    texts(word: string): readonly Text[] {
        const facts = this.of('TextFact', word);
        if (facts.length === 0) return nothing;
        return flat(facts, fact =>
            (fact.values ?? []).map(value => ({
                text: readString(value.text),
                origin: this.lowering.origin(fact, value),
            })),
        );
    }

    /** The word that a leaf is, of some; another one is reported. */
    oneOf<W extends string>(leaf: Leaf, allowed: readonly W[], what: string): W | null {
        const word = allowed.find(candidate => candidate === leaf.text);
        if (word !== undefined) return word;
        const same = sameMeaning(leaf.text, allowed);
        const near = same ?? nearest(leaf.text, allowed);
        this.lowering.problem(
            'invalid-value',
            leaf,
            `${code(leaf.text)} is not ${what}: ${oneOfCode(allowed)}${near ? `; did you mean ${code(near)}?` : '.'}`,
            this.subject,
            // Another word is no slip of the pen: whether it means the same here is seen by a person.
            near ? [this.lowering.replacement(`Change to ${near}`, leaf, near, same === null)] : [],
        );
        return null;
    }

    word<W extends string>(key: string, allowed: readonly W[], what: string): W | null {
        const value = this.of('WordFact', key)[0]?.value;
        return value ? this.oneOf(value, allowed, what) : null;
    }

    /** Where the value of such a word is; `null` without one. */
    wordAt(key: string): Span | null {
        const value = this.of('WordFact', key)[0]?.value;
        return value ? spanOf(value) : null;
    }

    /** A word that may be any name. */
    anyWord(key: string): string | null {
        return this.of('WordFact', key)[0]?.value?.text ?? null;
    }

    words<W extends string>(key: string, allowed: readonly W[], what: string): readonly W[] {
        const facts = this.of('WordsFact', key);
        if (facts.length === 0) return nothing;
        const found = facts.flatMap(fact => (fact.values ?? []).map(value => this.oneOf(value, allowed, what)));
        return found.length === 0 ? nothing : [...new Set(found.filter(word => word !== null))];
    }

    anyWords(key: string): readonly string[] {
        const facts = this.of('WordsFact', key);
        if (facts.length === 0) return nothing;
        return [...new Set(facts.flatMap(fact => (fact.values ?? []).map(value => value.text)))];
    }

    /** A number; of `1e3` only the beginning is read, so it is none. */
    number(key: string): number | null {
        const fact = this.of('NumberFact', key)[0];
        return fact?.value && fact.broken !== true ? Number(fact.value.text) : null;
    }

    numberLeaf(key: string): Leaf | null {
        return this.of('NumberFact', key)[0]?.value ?? null;
    }

    /**
     * Reads the last day of what somebody allows, or the day on which something was done.
     * @param statement that allows it
     * @returns `null` where none is written; `undefined` where what is written is not a day, or the statement could not
     * be read to its end, since a slip must not make it last for ever or cover more
     */
    lastDay(leaf: Leaf | undefined, statement: { readonly broken?: boolean }): DateFact | null | undefined {
        const day = this.day(leaf);
        return statement.broken === true || (leaf && !day) ? undefined : day;
    }

    /** Dates that exist; an impossible one is reported. */
    day(leaf: Leaf | undefined): DateFact | null {
        if (!leaf) return null;
        if (isDay(leaf.text)) return { date: leaf.text, at: spanOf(leaf) };
        const shape = /^\d{4}-\d{2}-\d{2}$/.test(leaf.text);
        const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(leaf.text)?.slice(1);
        const meant = parts?.map(part => part.padStart(2, '0')).join('-');
        const fixes = !shape && meant !== undefined && isDay(meant) ? [meant] : [];
        this.lowering.problem(
            'invalid-value',
            leaf,
            shape
                ? `There is no day ${leaf.text}.`
                : `${leaf.text} is not a date: write year, month and day as in 2027-03-31.`,
            this.subject,
            fixes.map(day => this.lowering.replacement(`Write ${day}`, leaf, day)),
        );
        return null;
    }

    /** Reports a value that cannot be. */
    fault(at: Span, message: string): void {
        this.lowering.problem('invalid-value', at, message, this.subject);
    }

    /** Where such a date is, also one that is no day; `null` without one. */
    dayAt(key: string): Span | null {
        const fact = this.of('DayFact', key)[0];
        return fact ? spanOf(fact.day ?? fact) : null;
    }

    dayFact(key: string): DateFact | null {
        return this.day(this.of('DayFact', key)[0]?.day);
    }

    mentions(key: string, scope: Scope, wanted: readonly NameKind[]): readonly Mention[] {
        const facts = this.of('MentionFact', key);
        return facts.length === 0
            ? nothing
            : flat(facts, fact => this.lowering.elements(fact.targets, scope, wanted, this.subject));
    }

    /** Mentions of countermeasures after `applies`. */
    countermeasures(key: string): readonly Mention[] {
        const facts = this.of('MentionFact', key);
        if (facts.length === 0) return nothing;
        return flat(facts, fact =>
            (fact.targets ?? []).flatMap(target => {
                const mention = this.lowering.global(single(target), 'countermeasure', this.subject);
                return mention ? [mention] : [];
            }),
        );
    }

    level(key: string): LevelStatement | null {
        const fact = this.of('LevelFact', key)[0];
        if (!fact) return null;
        return {
            ...lowerVector(this.lowering, fact.vector, this.subject),
            because: fact.because ? readString(fact.because.text) : null,
            origin: this.lowering.origin(fact, fact.vector ?? fact),
        };
    }
}

/** A name of one part; the dots of a longer one are kept, so that it names nothing. */
function single(name: Tree<Ast.QName>): Leaf {
    const parts = name.parts ?? [];
    return { text: parts.map(part => part.text).join('.'), start: name.start, end: name.end };
}
