import { CompletionItemKind } from 'vscode-languageserver';
import type { AssetType } from '../../model/index.ts';
import { highest } from '../../model/index.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import { mayRestOn, typeRanking } from './fit-types.ts';
import { protocolRanking } from './fit-protocols.ts';
import { clauseRank, levelOrder, statementRank } from './order.ts';
import { accessAt, addressStarts, criticalityAt, kindsAt, purdueAt } from './likely.ts';
import type { Place } from './place.ts';
import { placeAt } from './place.ts';
import { portItems } from './ports.ts';
import { textItems } from './texts.ts';
import { classesOf } from './risk-classes.ts';
import { riskPresets } from '../../assessment/index.ts';
import { foundationalRequirements, requirementById, requirements } from '../../catalogue/index.ts';
import { partById } from '../../catalogue/parts/index.ts';
import type { PartId } from '../../catalogue/parts/index.ts';
import { plainOf } from '../../catalogue/plain.ts';
import { rules } from '../../rules/index.ts';
import type { NamedKind, Slot } from '../../statements/index.ts';
import { clauseHelp, insertOf, slots, statementsIn, valueHelp } from '../../statements/index.ts';
import type { Cursor } from '../cursor.ts';
import { alsoCalled, protectionText, protocolLine, typeLine } from '../describe.ts';
import { doc, paragraphs, plain } from '../markdown.ts';
import { snippetsIn } from '../snippets.ts';
import type { Expected } from './expected.ts';

/** One proposal, before it becomes the protocol's. */
export interface Item {
    readonly label: string;
    readonly kind: CompletionItemKind;
    /** Beside the label. */
    readonly detail?: string;
    /** Markdown. */
    readonly doc?: string;
    /** What is written, where it differs from the label. */
    readonly insert?: string;
    readonly snippet?: boolean;
    /** What the typed text is compared with, where it is more than the label. */
    readonly filter?: string;
    /** Lower ones come first. */
    readonly rank?: number;
    /** Where the replaced text begins, if before the present word. */
    readonly start?: number | null;
    /** The file whose import comes along. */
    readonly from?: string;
}

export interface Asking {
    readonly cursor: Cursor;
    readonly analysis: LiveAnalysis;
    readonly today: string;
    readonly snippets: boolean;
    /** Words that stand in this block already. */
    readonly used: ReadonlySet<string>;
}

/** The proposals for one expectation, names of zones, conduits and assets left aside. */
export function itemsFor(expected: Expected, asking: Asking): Item[] {
    switch (expected.kind) {
        case 'statement':
            return statements(asking);
        case 'clause':
            return clauses(expected.words, asking.cursor.statement[0]?.text);
        case 'vector':
            return asking.snippets
                ? [
                      {
                          label: '{ … }',
                          kind: CompletionItemKind.Snippet,
                          detail: 'one level for each requirement',
                          insert: '{${1:2} ${2:2} ${3:2} ${4:2} ${5:2} ${6:2} ${7:2}}',
                          snippet: true,
                          filter: '{',
                      },
                  ]
                : [];
        case 'slot':
            return ofSlot(expected, asking);
    }
}

function clauses(words: readonly string[], statement = ''): Item[] {
    return words.map(label => ({
        label,
        kind: CompletionItemKind.Keyword,
        detail: clauseHelp.get(label) ?? '',
        rank: clauseRank(statement, label),
    }));
}

function members(labels: Iterable<string>, detail: string): Item[] {
    return Array.from(new Set(labels), label => ({ label, kind: CompletionItemKind.EnumMember, detail }));
}

function ofSlot({ slot, used, start }: Extract<Expected, { kind: 'slot' }>, asking: Asking): Item[] {
    const {
        analysis,
        analysis: { loose },
    } = asking;
    const detail = slot.what.replace(/^an? /, '');
    switch (slot.is) {
        case 'word':
            return wordsAt(slot, asking)
                .filter(word => !used.includes(word))
                .map(label => ({
                    label,
                    kind: CompletionItemKind.EnumMember,
                    detail: valueHelp(slot, label) || detail,
                }));
        case 'grade':
            return members(slot === slots.LEVEL ? levelsAt(asking) : (slot.words ?? []), detail);
        case 'arrow':
            return clauses(slot.words ?? []);
        case 'name':
            return (slot.names ?? []).flatMap(kind => declaredItems(kind, asking, slot));
        case 'fr':
            return foundationalRequirements.map(fr => ({
                label: fr.abbr,
                kind: CompletionItemKind.EnumMember,
                detail: `${fr.id} ${fr.name}`,
            }));
        case 'day':
            return days(asking.today);
        case 'rule':
            return ruleItems(asking);
        case 'requirement':
            return requirementItems(asking, start);
        case 'part-requirement':
            return partItems(slot === slots.OF_PROGRAMME ? ['2-1'] : ['2-4', '4-1'], start);
        case 'preset':
            return members(riskPresets.keys(), detail);
        case 'protocol-class':
            return members(
                [...loose.all('protocols')].flatMap(protocol => protocol.protocolClass ?? []),
                detail,
            );
        case 'protocol-trait':
            return members([...loose.all('protocols')].flatMap(protocol => protocol.traits).sort(), detail);
        case 'consequence-class':
            return members(classesOf(analysis, asking.cursor.prefix), detail);
        case 'service':
            return members(['tcp', 'udp', 'icmp', 'ip', 'sctp', 'any'], detail);
        case 'text':
            return textItems(asking.cursor, loose);
        case 'ports':
            return portItems(asking.cursor, loose);
        case 'address':
            return slot === slots.ADDRESS ? addressItems(asking) : [];
        case 'path':
        case 'declared':
        case 'number':
        case 'risk':
        case 'levels':
            return [];
    }
}

/**
 * The names of what is declared at the top level; those of zones, conduits and assets depend on the place
 * (`elements.ts`).
 */
function declaredItems(kind: NamedKind, { cursor, analysis: { loose } }: Asking, slot: Slot): Item[] {
    const { lookup, names } = loose;
    const place = placeAt(cursor, loose);
    switch (kind) {
        case 'type': {
            const ranking = slot === slots.TYPE ? typeRanking(place) : (type: AssetType) => (type.builtIn ? 1 : 0);
            return [...loose.all('types')]
                .filter(type => names.find(kind, type.id) && mayRestOn(place, type))
                .map(type => ({
                    label: type.id,
                    kind: CompletionItemKind.Class,
                    detail: typeLine(type, lookup),
                    rank: ranking(type),
                    doc: paragraphs(type.doc && doc(type.doc), alsoCalled(type.aliases)),
                    filter: [type.id, type.title ?? '', ...type.aliases].join(' '),
                }));
        }
        case 'protocol': {
            const ranking = protocolRanking(place);
            return [...loose.all('protocols')]
                .filter(({ id }) => names.find(kind, id))
                .map(protocol => ({
                    label: protocol.id,
                    kind: CompletionItemKind.Interface,
                    detail: protocolLine(protocol),
                    rank: ranking(protocol),
                    doc: paragraphs(
                        protocol.doc && doc(protocol.doc),
                        plain(protectionText(protocol)),
                        alsoCalled(protocol.aliases),
                    ),
                    filter: [protocol.id, protocol.title ?? '', ...protocol.aliases].join(' '),
                }));
        }
        case 'countermeasure':
            return [...loose.all('countermeasures')]
                .filter(({ id }) => names.find(kind, id) && !place.words.includes(id))
                .map(countermeasure => ({
                    label: countermeasure.id,
                    kind: CompletionItemKind.Function,
                    detail: [countermeasure.title, countermeasure.status].filter(Boolean).join(' · '),
                    filter: `${countermeasure.id} ${countermeasure.title ?? ''}`,
                    doc: paragraphs(
                        countermeasure.doc && doc(countermeasure.doc),
                        countermeasure.description && plain(countermeasure.description),
                    ),
                }));
        case 'threat':
            return [...loose.all('threats')]
                .filter(({ id }) => names.find(kind, id))
                .map(threat => ({ label: threat.id, kind: CompletionItemKind.Event, detail: threat.title ?? '' }));
        case 'function':
            return [...loose.all('functions')]
                .filter(({ id }) => names.find(kind, id))
                .map(each => ({ label: each.id, kind: CompletionItemKind.Function, detail: each.title ?? '' }));
        case 'party':
            return [...loose.all('parties')]
                .filter(({ id }) => names.find(kind, id) && !place.words.includes(id))
                .map(each => ({
                    label: each.id,
                    kind: CompletionItemKind.Class,
                    detail: [each.title, ...each.roles].filter(Boolean).join(' · '),
                    filter: `${each.id} ${each.title ?? ''}`,
                }));
        case 'zone':
        case 'asset':
        case 'conduit':
            return [];
    }
}

/** The words of a slot, the likely one first where the model says which. */
function wordsAt(slot: Slot, { cursor, analysis: { loose } }: Asking): readonly string[] {
    const likely = new Map<Slot, (place: Place) => readonly string[]>([
        [slots.ZONE_KIND, kindsAt],
        [slots.PURDUE, purdueAt],
        [slots.ACCESS, accessAt],
        [slots.CRITICALITY, criticalityAt],
    ]).get(slot);
    return likely ? likely(placeAt(cursor, loose)) : (slot.words ?? []);
}

function addressItems({ cursor, analysis: { loose } }: Asking): Item[] {
    return addressStarts(placeAt(cursor, loose)).map(({ start, zone }) => ({
        label: start,
        kind: CompletionItemKind.Value,
        detail: `the network of ${zone}`,
        rank: -1,
    }));
}

/** The levels of an SL in the order in which they are wanted: that of the zone around first, or one above it. */
function levelsAt({ cursor, analysis: { loose } }: Asking): readonly string[] {
    const words = cursor.statement.map(({ text }) => text);
    if (words.includes('{')) return levelOrder(/^[0-3]$/.test(words[1] ?? '') ? Number(words[1]) + 1 : null);
    const { subject } = placeAt(cursor, loose);
    const parent = subject === null ? null : loose.lookup.zone(subject)?.parent;
    if (words[0] !== 'SL-T') return levelOrder(null);
    if (parent) return levelOrder(highest(loose.assessment.of(parent)?.slT ?? []));
    return levelOrder(subject !== null && loose.lookup.kindOf(subject) === 'safety' ? 3 : null);
}

function statements({ cursor, snippets, used, analysis }: Asking): Item[] {
    const rankOf = (word: string): number => statementRank(cursor.block, word, analysis.loose.model.system !== null);
    const plainWords = statementsIn(cursor.block)
        .filter(each => !(each.once && used.has(each.word)))
        .map((each): Item => {
            const base = {
                label: each.word,
                kind: CompletionItemKind.Keyword,
                detail: each.help,
                rank: rankOf(each.word),
            };
            if (!snippets) return base;
            const insert = insertOf(each);
            return insert.endsWith('$0') ? { ...base, insert, snippet: true } : { ...base, insert };
        });
    if (!snippets) return plainWords;
    return [
        ...plainWords,
        ...snippetsIn(cursor.block).map((each): Item => ({
            label: `${each.word} …`,
            kind: CompletionItemKind.Snippet,
            detail: each.title,
            insert: each.body.join('\n'),
            snippet: true,
            filter: each.word,
            rank: rankOf(each.word) + 0.5,
            doc: `\`\`\`iacs\n${each.body.join('\n').replace(/\$\{\d+[:|]([^},|]*)[^}]*\}|\$\d/g, '$1')}\n\`\`\``,
        })),
    ];
}

/** Today, and the days on which things usually end. */
function days(today: string): Item[] {
    const at = new Date(`${today}T00:00:00Z`);
    const text = (date: Date): string => date.toISOString().slice(0, 10);
    const later = (count: number): string => text(new Date(at.getTime() + count * 86_400_000));
    const year = at.getUTCFullYear();
    const quarter = Math.floor(at.getUTCMonth() / 3) + 1;
    const found: [string, string][] = [
        [later(30), 'in 30 days'],
        [later(90), 'in 90 days'],
        [text(new Date(Date.UTC(year, quarter * 3, 0))), 'end of this quarter'],
        [text(new Date(Date.UTC(year, (quarter + 1) * 3, 0))), 'end of the next quarter'],
        [`${year}-12-31`, 'end of this year'],
        [`${year + 1}-12-31`, 'end of the next year'],
        [today, 'today'],
    ];
    return [...new Map([...found].reverse())]
        .reverse()
        .map(([label, detail], rank) => ({ label, kind: CompletionItemKind.Constant, detail, rank }));
}

/** The id of the zone or conduit around the cursor; `null` outside of one. */
export function subjectAt(cursor: Cursor): string | null {
    const zones = cursor.heads.filter(
        head => head.kind === 'zone' || head.kind === 'within' || head.kind === 'conduit',
    );
    return zones.length > 0 ? zones.map(head => head.name).join('.') : null;
}

function ruleItems({ cursor, analysis }: Asking): Item[] {
    const around = subjectAt(cursor);
    const asset = cursor.block === 'asset' ? `${around}.${cursor.heads.at(-1)!.name}` : null;
    const here = new Map<string, string>();
    for (const finding of analysis.said) {
        const fits = finding.parts.some(({ subject }) =>
            asset !== null
                ? subject === asset
                : around === null || subject === around || subject?.startsWith(`${around}.`),
        );
        if (fits && finding.accepted === null && !here.has(finding.rule)) here.set(finding.rule, finding.message);
    }
    return rules.map(rule => ({
        label: rule.id,
        kind: CompletionItemKind.EnumMember,
        detail: here.has(rule.id) ? `found here · ${rule.severity}` : rule.severity,
        rank: here.has(rule.id) ? 0 : 1,
        filter: `${rule.id} ${rule.summary}`,
        doc: paragraphs(
            plain(rule.summary),
            here.has(rule.id) && plain(here.get(rule.id)!),
            `**When to accept it:** ${plain(rule.falsePositives)}`,
        ),
    }));
}

/** The requirements of parts on organisations, with what a model shows of each. */
function partItems(wanted: readonly PartId[], start: number | null): Item[] {
    return wanted.flatMap(id =>
        partById(id).rows.map((row): Item => ({
            label: row.id,
            kind: CompletionItemKind.Reference,
            detail: `${row.title} · ${id}${row.doubt ? ' · in doubt' : ''}`,
            start,
            filter: `${row.id} ${row.title}`,
            doc: plain(row.why),
        })),
    );
}

function requirementItems({ cursor, analysis }: Asking, start: number | null): Item[] {
    const around = subjectAt(cursor);
    const states = around === null ? undefined : analysis.loose.assessment.of(around)?.requirements;
    const own = requirements.map((requirement): Item => {
        const state = states?.[requirement.index];
        const open = state?.required && !['met', 'compensated', 'excluded'].includes(state.state);
        const marks = [
            `SL ${requirement.level}`,
            ...(state ? [state.required ? 'required' : 'not required', state.state.replace('-', ' ')] : []),
        ];
        return {
            label: requirement.id,
            kind: CompletionItemKind.Reference,
            detail: `${requirement.title} · ${marks.join(' · ')}`,
            rank: open ? 0 : 1,
            start,
            filter: `${requirement.id} ${requirement.title}`,
            doc: paragraphs(plainOf(requirementById(requirement.id)!.id)),
        };
    });
    const whole = foundationalRequirements.map((fr): Item => ({
        label: `${fr.id} SL 1`,
        kind: CompletionItemKind.Reference,
        detail: `all of ${fr.name} up to SL 1`,
        rank: 2,
        start,
        filter: `${fr.id} SL 1 ${fr.name} ${fr.abbr}`,
    }));
    return [...own, ...whole];
}
