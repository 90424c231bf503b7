import { CompletionItemKind } from 'vscode-languageserver';
import { highest } from '../../model/index.ts';
import { clauseRank, levelOrder, statementRank } from './order.ts';
import { addressItems, assetAddresses, networkItems, ruleAddresses } from './address-items.ts';
import { accessAt, criticalityAt, kindsAt, purdueAt } from './likely.ts';
import type { Place } from './place.ts';
import { placeAt } from './place.ts';
import { portItems } from './ports.ts';
import { textItems } from './texts.ts';
import { classesOf } from './risk-classes.ts';
import { riskPresets } from '../../assessment/index.ts';
import { foundationalRequirements } from '../../catalogue/index.ts';
import type { Slot } from '../../statements/index.ts';
import { clauseHelpOf, insertOf, slots, statementsIn, valueHelp } from '../../statements/index.ts';
import { snippetsIn } from '../snippets.ts';
import type { Expected } from './expected.ts';
import { days } from './day-items.ts';
import { declaredItems } from './declared-items.ts';
import type { Asking, Item } from './item.ts';
import { partItems, requirementItems, ruleItems } from './reference-items.ts';

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
        detail: clauseHelpOf(statement, label),
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
                loose.all('protocols').flatMap(protocol => protocol.protocolClass ?? []),
                detail,
            );
        case 'protocol-trait':
            return members(
                loose
                    .all('protocols')
                    .flatMap(protocol => protocol.traits)
                    .sort(),
                detail,
            );
        case 'consequence-class':
            return members(classesOf(analysis, asking.cursor.prefix), detail);
        case 'service':
            return members(['tcp', 'udp', 'icmp', 'ip', 'sctp', 'any'], detail);
        case 'text':
            return textItems(asking.cursor, loose);
        case 'ports':
            return portItems(asking.cursor, loose);
        case 'address':
            return addressesAt(slot, asking, detail);
        case 'path':
        case 'declared':
        case 'number':
        case 'risk':
        case 'levels':
            return [];
    }
}

function addressesAt(slot: Slot, asking: Asking, detail: string): Item[] {
    switch (slot) {
        case slots.ADDRESS:
            return addressItems(asking);
        case slots.PREFIX:
            return networkItems(asking);
        case slots.SIGHT:
            return assetAddresses(asking);
        default:
            return ruleAddresses(asking, detail);
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
    const [here] = cursor.statement;
    // What was just written on the line comes once more less often than all else.
    const rankOf = (word: string): number =>
        statementRank(cursor.block, word, analysis.loose.model.system !== null) + (word === here?.text ? 1000 : 0);
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
