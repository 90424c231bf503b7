import { blockKinds } from './blocks.ts';
import type { Part } from './form.ts';
import { allParts, neighbours, partsOf } from './form.ts';
import { formOf, statementWords } from './table.ts';

/**
 * What follows from the forms of the statements for single words. `scripts/generate-words.mjs` writes it into
 * `generated/words.ts`: to read every form takes longer than to start a command.
 */

const forms = statementWords.map(entry => ({ entry, form: formOf(entry) }));

/** The part that stands behind the first word of a form. */
function second(form: Part): Part | undefined {
    const part = partsOf(form)[1];
    return part?.kind === 'list' ? part.part : part;
}

function unique(words: Iterable<string>): readonly string[] {
    return [...new Set(words)];
}

/** What stands at the top level of a file. */
const topLevelWords: readonly string[] = unique(
    statementWords.filter(({ blocks }) => blocks.includes('file')).map(({ word }) => word),
);

/** Words that the name of a new element follows. */
const namingWords: readonly string[] = unique(
    forms.flatMap(({ entry, form }) => {
        const part = second(form);
        return part?.kind === 'slot' && part.slot.is === 'declared' ? [entry.word] : [];
    }),
);

/** Words that declare something: what has a name or stands at the top level. */
const declaringWords: readonly string[] = unique([...topLevelWords, ...namingWords]);

/** Words whose statement has a block: each is the kind of it. */
const openingWords = blockKinds.filter(kind => kind !== 'file');

/** Words of levels: a brace behind them opens a vector. */
const levelWords: readonly string[] = unique(
    forms.flatMap(({ entry, form }) =>
        Array.from(allParts(form)).some(part => part.kind === 'slot' && part.slot.is === 'levels') ? [entry.word] : [],
    ),
);

const firsts: ReadonlySet<Part> = new Set(forms.map(({ form }) => partsOf(form)[0]!));
const pairs = forms.flatMap(({ form }) => neighbours(form)).filter(([before]) => !firsts.has(before));
const nameLike = new Set(['name', 'word', 'declared', 'rule']);
const isName = (part: Part): boolean => part.kind === 'slot' && nameLike.has(part.slot.is);

/** Words and arrows inside of statements, behind which a name has to follow: it may stand on the next line. */
const leadingWords: readonly string[] = unique(
    pairs.flatMap(([before, after]) => {
        if (!isName(after)) return [];
        // What begins a statement of its own is likelier to be one that somebody is still writing.
        if (before.kind === 'literal')
            return before.text === ':' || statementWords.some(({ word }) => word === before.text) ? [] : [before.text];
        return before.kind === 'slot' && before.slot.is === 'arrow' ? before.slot.words! : [];
    }),
);

/** Words inside of statements that may stand right behind a name, where they go on with the statement. */
const trailingWords: readonly string[] = unique(
    pairs.flatMap(([before, after]) =>
        isName(before) && after.kind === 'literal' && /^[a-z]/i.test(after.text) ? [after.text] : [],
    ),
);

const inner = new Map(
    statementWords.map(({ word }) => [
        word,
        unique(forms.filter(({ entry }) => entry.word === word).flatMap(({ form }) => literalsIn(form).slice(1))),
    ]),
);

/** All words that stand inside of statements. */
const allInnerWords: readonly string[] = unique(
    forms.flatMap(({ form }) => literalsIn(form).slice(1)).filter(text => /^[a-z]/i.test(text)),
);

function literalsIn(form: Part): readonly string[] {
    return Array.from(allParts(form)).flatMap(part => (part.kind === 'literal' ? [part.text] : []));
}

/** The lists of words by their names, and the words inside of the statements by the word that these begin with. */
export const derived = {
    lists: {
        topLevelWords,
        namingWords,
        declaringWords,
        openingWords,
        levelWords,
        leadingWords,
        trailingWords,
        allInnerWords,
    },
    inner: [...inner].filter(([, words]) => words.length > 0),
};
