import { code, oneOfCode } from './code-marks.ts';
import type {
    Accept,
    Agreement,
    Address,
    AssetAddress,
    DateFact,
    LevelStatement,
    Mention,
    Notes,
    Origin,
    Ports,
    Repeat,
    Span,
    Text,
} from '../model/index.ts';
import { nearest, transports } from '../model/index.ts';
import type { BlockKind } from '../statements/index.ts';
import { blocks, blocksOf, statementIn } from '../statements/index.ts';
import { flat } from './flat.ts';
import type * as Ast from './generated/ast.ts';
import type { Lowering } from './lowering.ts';
import { lowerEvidence } from './lower-time.ts';
import type { NameKind } from './names.ts';
import type { Scope } from './resolve.ts';
import { wordsOfRule } from './parser/generated/kinds.ts';
import type { Leaf, Tree } from './tree.ts';
import { addressFault, isDay, readPorts, readString, spanOf } from './values.ts';
import { lowerVector } from './vector.ts';

type Statement = Tree<Ast.Statement>;
type OfType<T extends Ast.Statement['$type']> = Extract<Statement, { readonly $type: T }>;

/** The word that a statement begins with. */
export function wordOf(statement: Statement): string {
    return (statement as { readonly key?: Leaf }).key?.text ?? wordOfType(statement.$type);
}

function wordOfType(type: string): string {
    const words = wordsOfRule.get(type) ?? [];
    return words.length === 1 ? words[0]! : '';
}

const emptyNotes: Notes = {
    location: [],
    evidence: [],
    logicalBoundary: [],
    physicalBoundary: [],
    logicalAccess: [],
    physicalAccess: [],
    assumption: [],
    policy: [],
    regulation: [],
};
const noteWords = [
    'location',
    'evidence',
    'logical-boundary',
    'physical-boundary',
    'logical-access',
    'physical-access',
    'assumption',
    'policy',
    'regulation',
];
const nothing: readonly never[] = [];
/** What is said of a word and the block that it has no meaning in, where people expect it there. */
const meantInstead: ReadonlyMap<string, string> = new Map([
    ['include file', ' Write `import "…"` to include another file.'],
    ['type asset', ' Write the type right after the name: `asset Plc1 : plc`.'],
    ['zone asset', ' Write the asset into the block of its zone.'],
    ['kind asset', ' Write the type right after the name: `asset Plc1 : plc`.'],
]);

/**
 * The statements of one block, sorted by their first word. Misplaced statements are reported and left aside; of a
 * property that can
 * stand once the first one counts. In a `within`, `target` is what it adds to: only what can stand any number of times
 * there belongs in it.
 */
export class Block {
    private readonly byWord: Map<string, Statement[]> | null;
    private readonly lowering: Lowering;
    private readonly subject: string | null;

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
        for (const statement of statements) {
            const word = wordOf(statement);
            if (word === '') continue;
            const entry = statementIn(kind, word);
            if (!entry || (target !== null && statementIn(target, word)?.once !== false)) {
                this.reportMisplaced(statement, word, kind, target);
                continue;
            }
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

    private reportMisplaced(statement: Statement, word: string, kind: BlockKind, target: BlockKind | null): void {
        const places = blocksOf(word).map(block => blocks[block].at);
        const last = places.pop();
        const where = places.length > 0 ? `${places.join(', ')} or ${last}` : last;
        const of = target === null || target === 'zone' ? '' : ` of ${withArticle(blocks[target].name)}`;
        const meant = meantInstead.get(`${word} ${kind}`) ?? '';
        this.lowering.explained.push(keyOf(statement).end);
        this.lowering.problem(
            'syntax',
            keyOf(statement),
            `${code(word)} has no meaning ${blocks[kind].at}${of}; it belongs ${where}.${meant}`,
            this.subject,
        );
    }

    /** The statements of one generated type that begin with one of the words (or with any). */
    of<T extends Ast.Statement['$type']>(type: T, ...wanted: readonly string[]): readonly OfType<T>[] {
        if (!this.byWord) return nothing;
        if (wanted.length === 1) return this.startingWith(wanted[0]!) as readonly OfType<T>[];
        const keys = wanted.length > 0 ? wanted : [wordOfType(type)];
        return keys.flatMap(key => this.startingWith(key) as readonly OfType<T>[]);
    }

    private startingWith(word: string): readonly Statement[] {
        return this.byWord?.get(word) ?? nothing;
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

    notes(): Notes {
        if (!noteWords.some(word => this.byWord?.has(word))) return emptyNotes;
        return {
            location: this.texts('location'),
            evidence: lowerEvidence(this.lowering, this, this.subject),
            logicalBoundary: this.texts('logical-boundary'),
            physicalBoundary: this.texts('physical-boundary'),
            logicalAccess: this.texts('logical-access'),
            physicalAccess: this.texts('physical-access'),
            assumption: this.texts('assumption'),
            policy: this.texts('policy'),
            regulation: this.texts('regulation'),
        };
    }

    /** The word that a leaf is, of some; another one is reported. */
    oneOf<W extends string>(leaf: Leaf, allowed: readonly W[], what: string): W | null {
        const word = allowed.find(candidate => candidate === leaf.text);
        if (word !== undefined) return word;
        const near = nearest(leaf.text, allowed);
        this.lowering.problem(
            'invalid-value',
            leaf,
            `${code(leaf.text)} is not ${what}: ${oneOfCode(allowed)}${near ? `; did you mean ${code(near)}?` : '.'}`,
            this.subject,
            near ? [this.lowering.replacement(`Change to ${near}`, leaf, near)] : [],
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

    number(key: string): number | null {
        const value = this.of('NumberFact', key)[0]?.value;
        return value ? Number(value.text) : null;
    }

    numberLeaf(key: string): Leaf | null {
        return this.of('NumberFact', key)[0]?.value ?? null;
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

    /** The addresses of an asset, each with the zone that it says it lies in. */
    legs(scope: Scope): readonly AssetAddress[] {
        const facts = this.of('AddressFact', 'address');
        if (facts.length === 0) return nothing;
        return flat(facts, ({ values = [], start, end }) =>
            values.flatMap(({ value, zone }) => {
                const address = this.address(value);
                if (!address) return [];
                return [
                    {
                        ...address,
                        zone: zone ? this.lowering.element(zone, scope, ['zone'], this.subject) : null,
                        statementAt: values.length === 1 ? { start, end } : null,
                    },
                ];
            }),
        );
    }

    networks(): readonly Address[] {
        const facts = this.of('NetworkFact', 'network');
        return facts.length === 0
            ? nothing
            : flat(facts, fact => (fact.values ?? []).flatMap(({ value }) => this.address(value) ?? []));
    }

    /** An address or a prefix as it is written; one that cannot be is reported. */
    address(value: Leaf | undefined): Address | null {
        if (!value) return null;
        if (value.text.startsWith('"')) return { text: readString(value.text), at: spanOf(value) };
        const fault = addressFault(value.text);
        if (!fault) return { text: value.text, at: spanOf(value) };
        // Behind `10.0` of a half-typed address the parser stumbles over a point: that is the same mistake.
        this.lowering.explained.push(value.end);
        this.lowering.problem('invalid-value', value, fault, this.subject);
        return null;
    }

    ports(): readonly Ports[] {
        return flat(this.of('PortFact', 'port'), (fact): readonly Ports[] => {
            if (!fact.transport) return [];
            const all = [{ from: 0, to: 65535 }];
            const ranges = flat(fact.ranges, ({ value }) => {
                if (!value) return [];
                const range = readPorts(value.text);
                if (range) return [range];
                const message = value.text.includes('-')
                    ? `${value.text} is not a range of ports: ports go from 0 to 65535, the lower one first.`
                    : `There is no port ${value.text}: ports go from 0 to 65535.`;
                this.lowering.problem('invalid-value', value, message, this.subject);
                return [];
            });
            const open = !fact.ranges;
            const transport = fact.transport;
            if (!transports.some(each => each === transport.text)) {
                const near = nearest(transport.text, transports);
                this.lowering.problem(
                    'invalid-value',
                    transport,
                    `${code(transport.text)} is not a transport: ${oneOfCode(transports)}` +
                        `${near ? `; did you mean ${code(near)}?` : '.'}`,
                    this.subject,
                    near ? [this.lowering.replacement(`Write ${near}`, transport, near)] : [],
                );
            }
            return [
                {
                    transport: transport.text,
                    ranges: open ? all : ranges,
                    origin: this.lowering.origin(fact, transport),
                },
            ];
        });
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

    accepts(): readonly Accept[] {
        const facts = this.of('AcceptFact', 'accept');
        if (facts.length === 0) return nothing;
        return flat(facts, (fact): readonly Accept[] => {
            if (!fact.rule) return [];
            return [
                {
                    rule: fact.rule.text,
                    ruleAt: spanOf(fact.rule),
                    because: fact.because?.[0] ? readString(fact.because[0].text) : null,
                    until: this.day(fact.until?.[0]),
                    origin: this.lowering.origin(fact, fact.rule),
                },
            ];
        });
    }

    agreements(): readonly Agreement[] {
        const facts = this.of('AgreedFact', 'agreed');
        if (facts.length === 0) return nothing;
        return flat(facts, (fact): readonly Agreement[] => {
            if (!fact.what || !fact.person) return [];
            return [
                {
                    what: readString(fact.what.text),
                    by: readString(fact.person.text),
                    until: this.day(fact.until),
                    origin: this.lowering.origin(fact, fact.what),
                },
            ];
        });
    }
}

function withArticle(name: string): string {
    return `${/^[aeiou]/u.test(name) ? 'an' : 'a'} ${name}`;
}

/** The place of a statement's first word, or of its name where it declares one. */
export function keyOf(statement: Statement): Span {
    const { key, name } = statement as { readonly key?: Leaf; readonly name?: Leaf };
    return (
        key ??
        name ?? { start: statement.start, end: Math.min(statement.end, statement.start + wordOf(statement).length) }
    );
}

/** A name of one part; the dots of a longer one are kept, so that it names nothing. */
function single(name: Tree<Ast.QName>): Leaf {
    const parts = name.parts ?? [];
    return { text: parts.map(part => part.text).join('.'), start: name.start, end: name.end };
}

/** The origin of a declared element: its name is its first place. */
export function declaredOrigin(lowering: Lowering, node: Statement): Origin {
    return lowering.origin(node, keyOf(node));
}
