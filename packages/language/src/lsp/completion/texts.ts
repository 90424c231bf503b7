import { CompletionItemKind } from 'vscode-languageserver';
import { plantProducts, productsNamed } from '../../advisories/index.ts';
import type { Loose } from '../../project/live/index.ts';
import { writeString } from '../../model/index.ts';
import type { Cursor } from '../cursor.ts';
import type { Item } from './item.ts';
import { likelyOwners } from './likely.ts';
import { matches } from './match.ts';
import { placeAt } from './place.ts';

/** More than so many different texts nobody looks through. */
const most = 50;

type Texts = (loose: Loose, cursor: Cursor) => Generator<string | null>;

function* persons({ model }: Loose): Generator<string | null> {
    yield model.system?.owner ?? null;
    for (const each of [...model.zones, ...model.conduits, ...model.assets, ...model.countermeasures]) yield each.owner;
    for (const conduit of model.conduits) yield conduit.monitoredBy;
    for (const flow of model.flows) {
        yield flow.owner;
        yield flow.approvedBy;
    }
}

function* documents({ model }: Loose): Generator<string | null> {
    for (const { notes } of [...model.zones, ...model.conduits, ...model.assets])
        for (const { text } of notes.evidence) yield text;
    for (const countermeasure of model.countermeasures) for (const { text } of countermeasure.evidence) yield text;
    for (const subject of [...model.zones, ...model.conduits, ...model.assets, ...model.types])
        for (const { evidence } of subject.statements) yield* evidence;
    for (const holder of [...model.parties, ...model.programmes])
        for (const { evidence } of holder.statements) yield* evidence;
    for (const { certificates } of [...model.types, ...model.parties]) for (const { text } of certificates) yield text;
}

const locations: Texts = function* ({ model }) {
    for (const { notes } of [...model.zones, ...model.conduits, ...model.assets])
        for (const { text } of notes.location) yield text;
};

/** Names of products in advisories: those that may be what is around the cursor first. */
function* productNames({ lookup }: Loose, { heads }: Cursor): Generator<string | null> {
    const named = productsNamed(lookup);
    const holder = heads.at(-1)?.name;
    for (const product of plantProducts(lookup).products)
        if (product.holders.some(each => each.name === holder))
            for (const { name } of named.candidatesFor(product)) yield name;
    yield* named.names();
}

/** Interfaces of the devices of the rule set around, or of the device around: in their rules, and in `faces`. */
function* interfaces({ model, lookup }: Loose, { heads }: Cursor): Generator<string | null> {
    const ruleset = heads.find(({ kind }) => kind === 'ruleset')?.name;
    const device = heads
        .map(({ name }) => name)
        .filter(name => name !== '')
        .join('.');
    const rulesets = model.rulesets.filter(({ id, devices }) =>
        ruleset === undefined ? devices.some(each => each.id === device) : id === ruleset,
    );
    for (const { rules } of rulesets)
        for (const { enters, leaves } of rules) yield* [...(enters?.names ?? []), ...(leaves?.names ?? [])];
    const devices = ruleset === undefined ? [device] : rulesets.flatMap(each => each.devices.map(({ id }) => id));
    for (const id of devices) for (const facing of lookup.asset(id)?.faces ?? []) yield facing.interface;
}

function* of(values: Iterable<string | null>): Generator<string | null> {
    yield* values;
}

/** Where the texts of a statement come from, by its first word, or by the word before the text. */
const sources: Readonly<Record<string, Texts>> = {
    owner: persons,
    'approved by': persons,
    'monitored by': persons,
    'agreed by': persons,
    enters: interfaces,
    'enters not': interfaces,
    leaves: interfaces,
    'leaves not': interfaces,
    by: interfaces,
    evidence: documents,
    certificate: documents,
    location: locations,
    'advisory-name': productNames,
    'advisory-name not': productNames,
    vendor: ({ model }) => of([...model.assets, ...model.types].map(({ vendor }) => vendor)),
    product: ({ model }) => of([...model.assets, ...model.types].map(({ product }) => product)),
    version: ({ model }) => of([...model.assets, ...model.types].map(({ version }) => version)),
};

/** Texts that the model has in the same place elsewhere, the most used ones first; in quotes where none are open. */
export function textItems(cursor: Cursor, loose: Loose): Item[] {
    const words = cursor.statement.map(({ text }) => text).filter(text => !text.startsWith('"') && text !== ',');
    const source = sources[words.slice(0, 2).join(' ')] ?? sources[words.at(-1) ?? ''];
    if (!source) return [];
    const uses = new Map<string, number>();
    for (const text of source(loose, cursor)) if (text) uses.set(text, (uses.get(text) ?? 0) + 1);
    const quoted = cursor.place === 'string';
    const likely = words[0] === 'owner' ? likelyOwners(placeAt(cursor, loose)) : [];
    const rankOf = (text: string): number => (likely.includes(text) ? likely.indexOf(text) : likely.length);
    return [...uses]
        .filter(([text]) => text !== cursor.prefix && matches(cursor.prefix, text))
        .sort((a, b) => rankOf(a[0]) - rankOf(b[0]) || b[1] - a[1])
        .slice(0, most)
        .map(([text], rank) => {
            const written = writeString(text);
            return {
                label: text,
                kind: CompletionItemKind.Text,
                insert: quoted ? written.slice(1, -1) : written,
                filter: quoted ? text : written,
                rank,
            };
        });
}
