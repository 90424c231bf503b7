import { CompletionItemKind } from 'vscode-languageserver';
import type { AssetType } from '../../model/index.ts';
import type { NamedKind, Slot } from '../../statements/index.ts';
import { slots } from '../../statements/index.ts';
import { alsoCalled, protectionText, protocolLine, typeLine } from '../describe.ts';
import { doc, paragraphs, plain } from '../markdown.ts';
import { protocolRanking } from './fit-protocols.ts';
import { mayRestOn, typeRanking } from './fit-types.ts';
import type { Asking, Item } from './item.ts';
import type { Place } from './place.ts';
import { placeAt } from './place.ts';

/** The rank of types behind all elements. */
const afterElements = 50;

/** The function in whose block a place is: it does not rest on itself. */
function ownFunction({ holder: { words } }: Place): string | undefined {
    return words[0] === 'function' ? words[1] : undefined;
}

/**
 * The names of what is declared at the top level; those of zones, conduits and assets depend on the place
 * (`elements.ts`).
 */
export function declaredItems(kind: NamedKind, { cursor, analysis: { loose } }: Asking, slot: Slot): Item[] {
    const { lookup, names } = loose;
    const place = placeAt(cursor, loose);
    switch (kind) {
        case 'type': {
            // A \`within\` continues zones, conduits and assets more often than types.
            const others = slot === slots.OUTER_SUBJECT ? afterElements : 0;
            const ranking =
                slot === slots.TYPE ? typeRanking(place) : (type: AssetType) => others + (type.builtIn ? 1 : 0);
            return loose
                .all('types')
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
            return loose
                .all('protocols')
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
            return loose
                .all('countermeasures')
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
            return loose
                .all('threats')
                .filter(({ id }) => names.find(kind, id))
                .map(threat => ({ label: threat.id, kind: CompletionItemKind.Event, detail: threat.title ?? '' }));
        case 'function':
            return loose
                .all('functions')
                .filter(({ id }) => names.find(kind, id) && ![...place.words, ownFunction(place)].includes(id))
                .map(each => ({ label: each.id, kind: CompletionItemKind.Function, detail: each.title ?? '' }));
        case 'party':
            return loose
                .all('parties')
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
