// Generated from the table of statements by `node scripts/generate-words.mjs`. Do not edit.

import type { BlockKind } from '../blocks.ts';

/** What stands at the top level of a file. */
export const topLevelWords: readonly string[] = ['import', 'system', 'zone', 'within', 'conduit', 'flow', 'type', 'protocol', 'countermeasure', 'threat', 'invariant', 'function', 'island', 'party', 'programme', 'view', 'ruleset', 'observation', 'advisory'];

/** Words that the name of a new element follows. */
export const namingWords: readonly string[] = ['system', 'zone', 'conduit', 'asset', 'type', 'protocol', 'countermeasure', 'threat', 'invariant', 'function', 'island', 'party', 'view', 'ruleset', 'observation', 'advisory'];

/** Words that declare something: what has a name or stands at the top level. */
export const declaringWords: readonly string[] = ['import', 'system', 'zone', 'within', 'conduit', 'flow', 'type', 'protocol', 'countermeasure', 'threat', 'invariant', 'function', 'island', 'party', 'programme', 'view', 'ruleset', 'observation', 'advisory', 'asset'];

/** Words whose statement has a block: each is the kind of it. */
export const openingWords: readonly BlockKind[] = ['system', 'zone', 'within', 'conduit', 'asset', 'flow', 'type', 'protocol', 'countermeasure', 'threat', 'invariant', 'function', 'party', 'programme', 'island', 'view', 'ruleset', 'permits', 'blocks', 'observation', 'saw', 'advisory', 'affected', 'not-affected', 'fixed', 'under-investigation', 'matrix', 'category'];

/** Words of levels: a brace behind them opens a vector. */
export const levelWords: readonly string[] = ['SL-T', 'SL-C', 'SL-A'];

/** Words and arrows inside of statements, behind which a name has to follow: it may stand on the next line. */
export const leadingWords: readonly string[] = ['between', 'and', '->', '<->', '--', 'by', 'state', 'in', 'or', 'without', 'to', 'through'];

/** Words inside of statements that may stand right behind a name, where they go on with the statement. */
export const trailingWords: readonly string[] = ['between', 'and', 'on', 'author', 'dated', 'valid', 'until', 'for', 'because', 'by', 'or', 'without', 'evidence', 'due', 'maturity', 'to', 'through', 'access'];

/** All words that stand inside of statements. */
export const allInnerWords: readonly string[] = ['between', 'and', 'not', 'on', 'days', 'to', 'cvss', 'author', 'dated', 'valid', 'until', 'for', 'by', 'because', 'state', 'dhcp', 'in', 'or', 'without', 'evidence', 'due', 'maturity', 'likelihood', 'consequence', 'write', 'path', 'from', 'through', 'flow', 'access'];

/** Words and signs inside of statements, by the word that these begin with. */
export const inner: ReadonlyMap<string, readonly string[]> = new Map([
    ['conduit', ['between', 'and']],
    ['asset', [':']],
    ['flow', [':']],
    ['type', [':']],
    ['permits', ['->', ':']],
    ['blocks', ['->', ':']],
    ['enters', ['not']],
    ['leaves', ['not']],
    ['is', ['because']],
    ['saw', [':', 'on', 'days', ',', 'to']],
    ['vulnerability', ['cvss']],
    ['advisory-name', ['not']],
    ['evidence', ['author', 'dated', 'valid', 'until']],
    ['certificate', ['for', 'author', 'dated', 'valid', 'until']],
    ['operated', ['by']],
    ['integrated', ['by']],
    ['maintained', ['by']],
    ['supplied', ['by']],
    ['bands', ['to']],
    ['planned', ['for']],
    ['retired', ['on']],
    ['window', ['to']],
    ['patched', ['to', 'on']],
    ['patch', ['state', 'on']],
    ['supported', ['until']],
    ['address', ['dhcp', 'in']],
    ['faces', ['by']],
    ['translates', ['to']],
    ['needs', ['or']],
    ['endures', ['without']],
    ['works', ['without', 'because']],
    ['keeps', ['for']],
    ['SL-T', ['because']],
    ['SL-C', ['because']],
    ['SL-A', ['because']],
    ['meets', ['by', 'because', 'evidence', 'due', 'author', 'dated', 'valid', 'until', 'maturity']],
    ['misses', ['by', 'because', 'evidence', 'due', 'author', 'dated', 'valid', 'until', 'maturity']],
    ['excludes', ['by', 'because', 'evidence', 'due', 'author', 'dated', 'valid', 'until', 'maturity']],
    ['compensates', ['by', 'because', 'evidence', 'due', 'author', 'dated', 'valid', 'until', 'maturity']],
    ['secured', ['by']],
    ['approved', ['by']],
    ['monitored', ['by']],
    ['one-way', ['->']],
    ['accept', ['because', 'until']],
    ['agreed', ['by', 'until']],
    ['mitigated', ['by', 'to', 'likelihood', 'consequence']],
    ['deny', ['write', 'path', 'from', 'to']],
    ['require', ['path', 'from', 'to', 'through']],
    ['except', ['flow', ':', 'access', 'because', 'until']],
    ['path', ['from', 'to']],
]);
