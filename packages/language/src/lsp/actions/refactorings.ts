import type { LiveAnalysis } from '../../project/live/index.ts';
import type { Asset, Edit, Place, Span } from '../../model/index.ts';
import { frCount, writeString } from '../../model/index.ts';
import { freeName, partition } from '../../rules/index.ts';
import type { NameKind, Scope, StatementTree } from '../../syntax/index.ts';
import { outermost, resolveElement, wordOf } from '../../syntax/index.ts';
import { blockKinds, statementIn } from '../../statements/index.ts';
import type { DocumentView } from '../feature.ts';
import { statementsAround } from '../pointed.ts';

/** A change that leaves what is found as it is, or answers it in another way. */
export interface Refactoring {
    readonly title: string;
    /** As the protocol names it: `refactor.extract`. */
    readonly kind: string;
    readonly edits: readonly Edit[];
}

interface Asked {
    readonly view: DocumentView;
    readonly analysis: LiveAnalysis;
    readonly span: Span;
    /** The statements around the beginning of the selection, outermost first. */
    readonly around: readonly StatementTree[];
}

/** All refactorings that can be done to a selection. */
export function refactoringsAt(view: DocumentView, analysis: LiveAnalysis, span: Span): readonly Refactoring[] {
    const asked: Asked = { view, analysis, span, around: statementsAround(view, span.start) };
    return [newZone, newType, otherName, wholeVector, plannedCountermeasure].flatMap(each => each(asked));
}

function touched(span: Span, other: Span): boolean {
    return span.start <= other.end && other.start <= span.end;
}

/** Selected assets of one zone go into a new zone inside it. */
function newZone({ view, analysis, span }: Asked): Refactoring[] {
    const { lookup, model, problems } = analysis;
    // What is not understood may mention an asset by the name that it would lose.
    if (problems.some(({ kind }) => kind === 'syntax' || kind === 'unresolved')) return [];
    const here = (asset: Asset): boolean =>
        asset.origin.file === view.uri &&
        (span.start === span.end ? touched(span, asset.origin.name) : touched(span, asset.origin.whole));
    const assets = model.assets.filter(here);
    const zone = lookup.zone(assets[0]?.container ?? '');
    if (!zone || assets.some(asset => asset.container !== zone.id)) return [];
    const title =
        assets.length === 1
            ? `Move ${assets[0]!.name} into a new zone`
            : `Move ${assets.length} assets into a new zone`;
    return [{ title, kind: 'refactor.extract', edits: partition(lookup, zone, assets, 'NewZone', []) }];
}

const factsOfType = new Set(['vendor', 'product', 'version', 'SL-C']);

/** What an asset says of its product becomes a type of its own. */
function newType({ view, analysis, span }: Asked): Refactoring[] {
    const asset = analysis.model.assets.find(each => each.origin.file === view.uri && touched(span, each.origin.name));
    const node = asset && analysis.lowered.names.find('element', asset.id)?.node;
    if (!asset?.type || node?.$type !== 'Asset' || !node.type) return [];
    const facts = (node.statements ?? []).filter(
        statement => 'key' in statement && factsOfType.has(statement.key?.text ?? ''),
    );
    if (facts.length === 0) return [];
    const wanted =
        (asset.product ?? `${asset.name}-type`)
            .toLowerCase()
            .replace(/[^\p{L}\p{N}_]+/gu, '-')
            .replace(/^[-\p{N}]+|-+$/gu, '') || 'new-type';
    const name = freeName(wanted, each => analysis.lookup.type(each) !== undefined);
    const written = facts.map(fact => `  ${view.text.slice(fact.start, fact.end).replace(/\s*\r?\n\s*/g, ' ')}`);
    const title = [asset.vendor, asset.product].filter(part => part !== null).join(' ');
    const place = (at: Span): Place => ({ file: view.uri, start: at.start, end: at.end });
    return [
        {
            title: `Extract the type ${name} from ${asset.name}`,
            kind: 'refactor.extract',
            edits: [
                { kind: 'replace', at: place(node.type), text: name },
                ...removals(node, facts, view),
                {
                    kind: 'append',
                    file: view.uri,
                    text: [
                        `type ${name}${title === '' ? '' : ` ${writeString(title)}`} : ${asset.type.id} {`,
                        ...written,
                        '}',
                    ].join('\n'),
                },
            ],
        },
    ];
}

/** Takes facts out of a block, and the block itself where nothing is left in it. */
function removals(
    node: { readonly open?: Span; readonly close?: Span; readonly statements?: readonly Span[]; readonly end: number },
    facts: readonly Span[],
    view: DocumentView,
): Edit[] {
    if (
        node.open &&
        node.statements?.length === facts.length &&
        !/\/\/|\/\*/.test(view.text.slice(node.open.start, node.end))
    ) {
        const start = view.text.slice(0, node.open.start).trimEnd().length;
        return [{ kind: 'replace', at: { file: view.uri, start, end: node.close?.end ?? node.end }, text: '' }];
    }
    return facts.map(fact => ({ kind: 'remove', at: { file: view.uri, start: fact.start, end: fact.end } }));
}

type Name = Span & { readonly parts?: readonly (Span & { readonly text: string })[] };

function namesIn(value: unknown, found: Name[] = []): Name[] {
    if (Array.isArray(value)) for (const each of value) namesIn(each, found);
    else if (typeof value === 'object' && value !== null) {
        const type = (value as { $type?: string }).$type;
        if (type === 'QName' || type === 'RowName') found.push(value as Name);
        else for (const [key, each] of Object.entries(value)) if (key !== 'statements') namesIn(each, found);
    }
    return found;
}

/** A zone and those around it, outermost first. */
function zonesAround(id: string | null): readonly string[] {
    const parts = id?.split('.') ?? [];
    return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** The scope in which a name of a statement is looked up. */
function scopeOf({ analysis, around }: Asked): Scope {
    const statement = around.at(-1);
    const outside =
        statement?.$type === 'Conduit' ||
        statement?.$type === 'OneWayFact' ||
        (statement?.$type === 'MentionFact' && statement.key?.text === 'over');
    if (outside) return outermost;
    const { names } = analysis.lowered;
    const ids = around.flatMap((each): readonly (string | undefined)[] =>
        each.$type === 'Within'
            ? zonesAround(names.subjectOf(each))
            : each.$type === 'Zone' || each.$type === 'Conduit'
              ? [names.idOf(each)]
              : [],
    );
    const blocks = ids.filter(id => id !== undefined).reverse();
    const conduit = analysis.lookup.conduit(blocks[0] ?? '');
    return { around: blocks, connected: conduit?.between.map(end => end.id) ?? [] };
}

/** A name is written with all its parts, or with as few as will do. */
function otherName(asked: Asked): Refactoring[] {
    const { view, analysis, span, around } = asked;
    const name = namesIn(around.at(-1)).find(each => touched(span, each));
    const last = name?.parts?.at(-1);
    const link =
        last &&
        analysis.lowered.files.find(file => file.uri === view.uri)?.links.find(each => each.start === last.start);
    if (!name?.parts || !link) return [];
    const written = name.parts.map(part => part.text).join('.');
    const scope = scopeOf(asked);
    const kinds: readonly NameKind[] = [link.kind];
    const means = (text: string): boolean => {
        const resolution = resolveElement(analysis.lowered.names, text, scope, kinds);
        return 'found' in resolution && resolution.found.id === link.id;
    };
    const parts = link.id.split('.');
    const shortest = parts.map((_, index) => parts.slice(parts.length - 1 - index).join('.')).find(means);
    const at = { file: view.uri, start: name.start, end: name.end };
    const offers: Refactoring[] = [];
    if (written !== link.id && !link.id.includes('#') && means(link.id)) {
        offers.push({
            title: `Write the qualified name ${link.id}`,
            kind: 'refactor.rewrite',
            edits: [{ kind: 'replace', at, text: link.id }],
        });
    }
    if (shortest !== undefined && shortest.length < written.length) {
        offers.push({
            title: `Shorten to ${shortest}`,
            kind: 'refactor.rewrite',
            edits: [{ kind: 'replace', at, text: shortest }],
        });
    }
    return offers;
}

/** A level that is written once for all foundational requirements is written for each of them. */
function wholeVector({ view, analysis, around }: Asked): Refactoring[] {
    const fact = around.at(-1);
    if (fact?.$type !== 'LevelFact' || !fact.vector?.base) return [];
    const { model } = analysis;
    const stated = [...model.zones, ...model.conduits, ...model.assets, ...model.types]
        .flatMap(each => [
            'slT' in each ? each.slT : null,
            'slA' in each ? each.slA : null,
            'slC' in each ? each.slC : null,
        ])
        .find(level => level?.origin.file === view.uri && level.origin.whole.start === fact.start);
    if (!stated || stated.levels.length !== frCount || stated.levels.includes(null)) return [];
    return [
        {
            title: `Write ${fact.key?.text ?? 'the level'} for each foundational requirement`,
            kind: 'refactor.rewrite',
            edits: [
                {
                    kind: 'replace',
                    at: { file: view.uri, start: fact.vector.start, end: fact.vector.end },
                    text: `{${stated.levels.join(' ')}}`,
                },
            ],
        },
    ];
}

/** What a countermeasure cannot say of what it is to meet: a statement with such facts stays as it is. */
const unplanned = ['by', 'evidence', 'author', 'dated', 'valid', 'until', 'maturity'] as const;

/** What is missed becomes a countermeasure that is planned, where a countermeasure can be applied. */
function plannedCountermeasure({ view, analysis, around }: Asked): Refactoring[] {
    const [holder, fact] = around.slice(-2);
    if (fact?.$type !== 'RequirementFact' || fact.key?.text !== 'misses' || !fact.requirements?.length) return [];
    const block = blockKinds.find(kind => kind === wordOf(holder!));
    if (!block || !statementIn(block, 'applies') || unplanned.some(key => fact[key]?.length)) return [];
    if ((fact.because?.length ?? 0) > 1 || (fact.due?.length ?? 0) > 1) return [];
    const first = fact.requirements[0]!;
    const wanted = view.text
        .slice(first.start, fact.requirements.at(-1)!.end)
        .replace(/\/\/.*|\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replaceAll(' ,', ',');
    const name = freeName(
        `Planned${wanted.replace(/,.*/, '').replace(/[^A-Za-z0-9]+/g, '')}`,
        each => analysis.lookup.countermeasure(each) !== undefined,
    );
    const because = fact.because?.[0]?.text;
    const due = fact.due?.[0]?.text;
    return [
        {
            title: `Plan a countermeasure for ${wanted}`,
            kind: 'refactor.rewrite',
            edits: [
                { kind: 'replace', at: { file: view.uri, start: fact.start, end: fact.end }, text: `applies ${name}` },
                {
                    kind: 'append',
                    file: view.uri,
                    text: [
                        `countermeasure ${name} {`,
                        ...(because ? [`  description ${because}`] : []),
                        `  meets ${wanted}`,
                        '  status planned',
                        ...(due ? [`  due ${due}`] : []),
                        '}',
                    ].join('\n'),
                },
            ],
        },
    ];
}
