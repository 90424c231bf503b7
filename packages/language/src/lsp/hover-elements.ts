import { capabilityOfAsset, gapKindOf, shownSlA } from '../assessment/index.ts';
import type { SubjectAssessment, TargetSource } from '../assessment/index.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import type { Asset, Conduit, Lookup, Zone } from '../model/index.ts';
import { addressTexts, counted, writeVector } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import { contradictedAt, restingOnContradicted } from '../rules/index.ts';
import { furtherFacts } from './hover-facts.ts';
import { head, some } from './hover-head.ts';
import { code, paragraphs, plain, table } from './markdown.ts';

/** Of what is planned for a later day, or retired by then: what is stated of it. Nothing is assessed. */
export function absentText(
    kind: 'zone' | 'conduit' | 'asset',
    id: string,
    { whole, assessment, lookup }: LiveAnalysis,
): string {
    const found = [...whole.zones, ...whole.conduits, ...whole.assets].find(each => each.id === id);
    if (!found) return '';
    const [facts, further] =
        found.kind === 'zone'
            ? [statedText(found), furtherFacts('zone', found)]
            : found.kind === 'conduit'
              ? [joinedText(found), furtherFacts('conduit', found)]
              : [kindText(found, lookup), furtherFacts('asset', found)];
    const addresses = found.kind === 'asset' && addressesText(found);
    return paragraphs(head(kind, found), `Not there on ${assessment.today}.`, facts, addresses, further);
}

function statedText({ zoneKind, purdue, traits, owner }: Zone): string {
    return [zoneKind, purdue && `Purdue ${purdue}`, ...traits, owner && `owner ${plain(owner)}`]
        .filter(Boolean)
        .join(' · ');
}

/** What a conduit joins, and through what. */
function joinedText({ between, via }: Conduit, flows = ''): string {
    const devices = via.map(device => code(device.id)).join(', ');
    return (
        `between ${between.map(end => code(end.id)).join(' and ')}${flows} · ` +
        (devices === '' ? 'no boundary device' : `via ${devices}`)
    );
}

/** What an asset is. */
function kindText(asset: Asset, lookup: Lookup): string {
    const types = lookup.typesOf(asset).map(type => plain(type.title ?? type.id));
    const product = [asset.vendor, asset.product, asset.version]
        .filter(text => text !== null)
        .map(plain)
        .join(' ');
    return [
        types.slice(0, 2).join(', a kind of ') || 'no type',
        product,
        asset.criticality && `criticality ${asset.criticality}`,
        ...asset.traits,
    ]
        .filter(Boolean)
        .join(' · ');
}

function addressesText(asset: Asset): string {
    const addresses = addressTexts(asset).map(code);
    return addresses.length > 0 ? `Addresses: ${addresses.join(', ')}` : '';
}

function levelsTable(assessment: LiveAnalysis['assessment'], id: string): string {
    const subject = assessment.of(id);
    if (!subject) return '';
    const row = (
        name: string,
        levels: readonly (number | null)[],
        notes: readonly (string | null)[] = [],
    ): string[] => [name, ...levels.map((level, fr) => `${level ?? '–'}${notes[fr] ?? ''}`)];
    const kinds = subject.gap.map((_gap, fr) => gapKindOf(subject, fr));
    const contradicted = restingOnContradicted(subject, contradictedAt(assessment, subject)).flat();
    return paragraphs(
        table(
            ['', ...frAbbreviations],
            [
                row('SL-T', subject.slT),
                row('SL-C', subject.slC),
                row('SL-A', shownSlA(subject)),
                ...(subject.slAClaimed.some(level => level !== null)
                    ? [row('SL-A as assessed by hand', subject.slAClaimed)]
                    : []),
                row(
                    'gap',
                    subject.gap,
                    kinds.map(kind => (kind === 'short' ? ' ⚠' : kind === 'not-assessed' ? '?' : null)),
                ),
            ],
        ),
        kinds.includes('not-assessed') &&
            'A gap with ? is not known: it is not stated whether its requirements are met.',
        contradicted.length > 0 &&
            `SL-A counts what is stated of ${contradicted.join(', ')}, and the model contradicts it.`,
        sourceText(subject, 'inherited', 'is inherited from the zone around it.'),
        sourceText(subject, 'derived', 'is derived from the zones that it connects, and in which its flows end.'),
    );
}

/** Where levels of a target come from that are not written here; those of some requirements alone are named. */
function sourceText({ slT, slTSource }: SubjectAssessment, source: TargetSource, words: string): string {
    const stated = frAbbreviations.filter((_, fr) => slT[fr] !== null);
    const found = stated.filter(each => slTSource[frAbbreviations.indexOf(each)] === source);
    if (found.length === 0) return '';
    return `SL-T ${found.length < stated.length ? `of ${found.join(', ')} ` : ''}${words}`;
}

/** What a hover says of a zone, with its levels. */
export function zoneText(zone: Zone, { lookup, assessment }: LiveAnalysis): string {
    const facts = [
        lookup.kindOf(zone.id),
        lookup.purdueOf(zone.id) && `Purdue ${lookup.purdueOf(zone.id)}`,
        ...lookup.traitsOf(zone.id),
    ].filter(Boolean);
    const owner = lookup.ownerOf(zone.id);
    return paragraphs(
        head('zone', zone),
        [...facts, counted(lookup.assetsWithin(zone.id).length, 'asset'), owner && `owner ${plain(owner)}`]
            .filter(Boolean)
            .join(' · '),
        levelsTable(assessment, zone.id),
        furtherFacts('zone', zone),
    );
}

/** What a hover says of a conduit, with its levels. */
export function conduitText(conduit: Conduit, { lookup, assessment }: LiveAnalysis): string {
    const flows = lookup.flowsIn(conduit.id).length;
    return paragraphs(
        head('conduit', conduit),
        joinedText(conduit, ` · ${counted(flows, 'flow')}`),
        levelsTable(assessment, conduit.id),
        furtherFacts('conduit', conduit),
    );
}

/** What a hover says of an asset: what it is, and what reaches it and is reached by it. */
export function assetText(asset: Asset, { lookup, assessment: { reach } }: LiveAnalysis): string {
    const without = (ids: ReadonlySet<string>): string[] => [...ids].filter(id => id !== asset.id);
    const reaching = without(reach.reaching([asset.id]));
    const reached = without(reach.reachableFrom([asset.id]));
    const capability = capabilityOfAsset(lookup, asset);
    return paragraphs(
        head(`asset in ${code(asset.container)}`, asset),
        kindText(asset, lookup),
        addressesText(asset),
        `SL-C: ${capability.some(level => level !== null) ? writeVector(capability) : 'not said'}`,
        reaching.length > 0
            ? `Reached by ${reaching.length}: ${some(reaching)}`
            : 'Reached by no other asset over the declared flows.',
        reached.length > 0
            ? `Reaches ${reached.length}: ${some(reached)}`
            : 'Reaches no other asset over the declared flows.',
        furtherFacts('asset', asset),
    );
}
