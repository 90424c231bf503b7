import type { Assessment, ClauseVerdict, SubjectAssessment } from '../assessment/index.ts';
import { gapKindOf } from '../assessment/index.ts';
import { doubtOf } from '../catalogue/doubts.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import type { Lookup, Protocol, Asset, AssetType, Zone, Conduit } from '../model/index.ts';
import { writeAllPorts } from '../model/index.ts';
import { askedAndContradicted, unprovedBy } from '../rules/index.ts';
import { plain } from './markdown.ts';

/** Short lines about elements of a model: what completion and hovers have in common. */

const modes = {
    none: 'no security functions',
    optional: 'its security can be off',
    mandatory: 'its security is always on',
} as const;

/** What a protocol protects by itself. */
export function protectionText(protocol: Protocol): string {
    const provides = protocol.provides.length > 0 ? protocol.provides.join(', ') : 'nothing';
    return `protects ${provides}${protocol.security ? `; ${modes[protocol.security]}` : ''}`;
}

export function protocolLine(protocol: Protocol): string {
    return [protocol.title, writeAllPorts(protocol.ports), protectionText(protocol)].filter(Boolean).join(' · ');
}

/** The names of practice of a type or protocol, as Markdown; empty where it has none. */
export function alsoCalled(aliases: readonly string[]): string {
    return aliases.length > 0 ? `Also called ${aliases.map(plain).join(', ')}` : '';
}

/** What is in doubt about a requirement or a built-in protocol, as Markdown; empty where nothing is. */
export function doubtText(id: string, label: string): string {
    const doubt = doubtOf(id);
    return doubt ? `_${label}:_ ${plain(doubt)}` : '';
}

/** The type and what it rests on: `S7-1500, a PLC`. */
export function typeLine(type: AssetType, lookup: Lookup): string {
    const base = type.base ? lookup.type(type.base.id) : undefined;
    return [type.title ?? type.id, base ? `rests on ${base.title ?? base.id}` : null].filter(Boolean).join(' · ');
}

export function assetLine(asset: Asset, lookup: Lookup): string {
    const type = asset.type ? lookup.type(asset.type.id) : undefined;
    return [asset.title, type?.title ?? asset.type?.id, `in ${asset.container}`].filter(Boolean).join(' · ');
}

export function zoneLine(zone: Zone, lookup: Lookup): string {
    return [zone.title, lookup.kindOf(zone.id), 'zone'].filter(Boolean).join(' · ');
}

export function conduitLine(conduit: Conduit): string {
    return [conduit.title, `between ${conduit.between.map(end => end.id).join(' and ')}`].filter(Boolean).join(' · ');
}

/**
 * The gap of a zone or conduit in a few words: `gap 2 in all seven`, `gap IAC 2 · the rest not assessed`; empty where
 * there is none. What is known to be short is apart from what nothing is said of.
 */
export function gapText(subject: SubjectAssessment): string {
    const frs = frAbbreviations.map((abbreviation, fr) => ({ abbreviation, fr, kind: gapKindOf(subject, fr) }));
    const short = frs
        .filter(({ kind }) => kind === 'short')
        .map(({ abbreviation, fr }) => ({ abbreviation, gap: subject.gap[fr]! }));
    const open = frs.filter(({ kind }) => kind === 'not-assessed').map(({ abbreviation }) => abbreviation);
    const allSeven = short.length === frAbbreviations.length && short.every(({ gap }) => gap === short[0]!.gap);
    const known = allSeven
        ? `gap ${short[0]!.gap} in all seven`
        : short.length > 0 && `gap ${short.map(({ abbreviation, gap }) => `${abbreviation} ${gap}`).join(', ')}`;
    const unknown =
        open.length === frAbbreviations.length
            ? 'not assessed'
            : open.length > 0 && open.length + short.length === frAbbreviations.length
              ? 'the rest not assessed'
              : open.length > 0 && `not assessed: ${open.join(', ')}`;
    return [known, unknown].filter(Boolean).join(' · ');
}

/**
 * The target and the gap of a zone or conduit in a few words. What has no target says so, and what reaches it by claims
 * that the model contradicts.
 */
export function targetText(assessment: Assessment, id: string): string {
    const subject = assessment.of(id);
    if (!subject?.slT.some(level => level !== null)) return 'no SL-T';
    const gap = gapText(subject);
    if (gap !== '') return gap;
    return askedAndContradicted(assessment).has(id) ? 'no gap as stated, contradicted' : 'no gap';
}

/** What is said of an invariant of which a clause proves nothing: `proves nothing`, `one clause proves nothing`. */
function provesNothing(clauses: readonly ClauseVerdict[]): string {
    return clauses.every(clause => clause.vacuousBecause !== null) ? 'proves nothing' : 'one clause proves nothing';
}

/** What has become of an invariant, in words and as a state: broken, proved, or neither. */
export interface InvariantState {
    readonly text: string;
    readonly is: 'short' | 'met' | 'open';
}

/**
 * Whether an invariant is broken, proved, not proved, or proved of nothing.
 * @param understood false where a piece of the text was not: then nothing is proved
 */
export function invariantState(
    assessment: Assessment,
    clauses: readonly ClauseVerdict[],
    understood: boolean,
): InvariantState {
    if (clauses.some(clause => clause.counterexample !== null)) return { text: 'broken', is: 'short' };
    if (clauses.length === 0) return { text: 'states nothing yet', is: 'open' };
    if (!understood) return { text: 'is not proved: not everything was understood', is: 'open' };
    const [open] = unprovedBy(assessment, clauses);
    if (open) return { text: `is not proved: ${open.message.replace(/\.$/u, '')}`, is: 'open' };
    const hollow = clauses.find(clause => clause.vacuousBecause !== null);
    if (hollow) return { text: `holds, but ${provesNothing(clauses)}: ${hollow.vacuousBecause}`, is: 'open' };
    const but = clauses.some(clause => clause.excepted !== null) ? ', but for its exceptions' : '';
    return { text: `holds over the declared flows${but}`, is: 'met' };
}
