import type { LiveAnalysis } from '../project/live/index.ts';
import type { SubjectAssessment } from '../assessment/index.ts';
import { gapKindOf, pathText } from '../assessment/index.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import type { Asset, Conduit, Countermeasure, RequirementMention, Zone } from '../model/index.ts';
import { addressTexts, counted, writeAllPorts, writeVector } from '../model/index.ts';
import type { NameKind } from '../syntax/index.ts';
import { alsoCalled, doubtText, invariantText, protectionText } from './describe.ts';
import { furtherFacts } from './hover-facts.ts';
import { code, doc, paragraphs, plain, table } from './markdown.ts';

const mostNames = 8;

interface Named {
    readonly id: string;
    readonly title: string | null;
    readonly doc: string | null;
    readonly description?: string | null;
}

function head(what: string, element: Named): string {
    return paragraphs(
        `**${plain(element.id)}**${element.title ? ` ${plain(element.title)}` : ''} · ${what}`,
        element.doc && doc(element.doc),
        element.description && plain(element.description),
    );
}

/** Of what is planned for a later day, or retired by then. */
function absentText(kind: 'zone' | 'conduit' | 'asset', id: string, { whole, assessment }: LiveAnalysis): string {
    const found = [...whole.zones, ...whole.conduits, ...whole.assets].find(each => each.id === id);
    if (!found) return '';
    const facts =
        found.kind === 'zone'
            ? furtherFacts('zone', found)
            : found.kind === 'conduit'
              ? furtherFacts('conduit', found)
              : furtherFacts('asset', found);
    return paragraphs(head(kind, found), `Not there on ${assessment.today}.`, facts);
}

/** A hover in Markdown for a declared name; empty where the model does not have it. */
export function hoverOfName(kind: NameKind, id: string, analysis: LiveAnalysis): string {
    const { lookup, model, assessment } = analysis;
    if ((kind === 'zone' || kind === 'conduit' || kind === 'asset') && !lookup.element(id))
        return absentText(kind, id, analysis);
    switch (kind) {
        case 'zone': {
            const zone = lookup.zone(id);
            return zone ? zoneText(zone, analysis) : '';
        }
        case 'conduit': {
            const conduit = lookup.conduit(id);
            return conduit ? conduitText(conduit, analysis) : '';
        }
        case 'asset': {
            const asset = lookup.asset(id);
            return asset ? assetText(asset, analysis) : '';
        }
        case 'type':
            return typeText(id, analysis);
        case 'protocol': {
            const protocol = lookup.protocol(id);
            const ports = protocol ? writeAllPorts(protocol.ports) : '';
            return protocol
                ? paragraphs(
                      head('protocol', protocol),
                      `${ports === '' ? 'no TCP or UDP port' : ports} · ${protectionText(protocol)}`,
                      protocol.traits.length > 0 && `Known for: ${protocol.traits.map(plain).join(', ')}`,
                      alsoCalled(protocol.aliases),
                      protocol.builtIn && doubtText(id, 'In doubt'),
                      furtherFacts('protocol', protocol),
                  )
                : '';
        }
        case 'countermeasure': {
            const countermeasure = lookup.countermeasure(id);
            return countermeasure ? countermeasureText(countermeasure, analysis) : '';
        }
        case 'threat': {
            const threat = model.threats.find(each => each.id === id);
            return threat
                ? paragraphs(
                      head('threat', threat),
                      `Likelihood ${threat.likelihood ?? 'not said'}, consequence ${threat.consequence ?? 'not said'}.`,
                      furtherFacts('threat', threat),
                  )
                : '';
        }
        case 'invariant': {
            const invariant = model.invariants.find(each => each.id === id);
            if (!invariant) return '';
            const { clauses = [] } = assessment.invariants.find(each => each.invariant.id === id) ?? {};
            const broken = clauses.find(clause => clause.counterexample);
            return paragraphs(
                head('invariant', invariant),
                broken?.counterexample
                    ? `**Broken:** ${plain(pathText(broken.counterexample))}`
                    : `This invariant ${invariantText(clauses)}.`,
                furtherFacts('invariant', invariant),
            );
        }
        case 'view': {
            const view = model.views.find(each => each.id === id);
            return view ? paragraphs(head('view', view), furtherFacts('view', view)) : '';
        }
        case 'ruleset': {
            const ruleset = model.rulesets.find(each => each.id === id);
            return ruleset
                ? paragraphs(
                      head('ruleset', ruleset),
                      counted(ruleset.rules.length, 'rule'),
                      furtherFacts('ruleset', ruleset),
                  )
                : '';
        }
        case 'observation': {
            const observation = model.observations.find(each => each.id === id);
            return observation
                ? paragraphs(
                      head('observation', observation),
                      counted(observation.conversations.length, 'conversation'),
                      furtherFacts('observation', observation),
                  )
                : '';
        }
        case 'function': {
            const found = model.functions.find(each => each.id === id);
            return found
                ? paragraphs(
                      head('function', found),
                      found.description && plain(found.description),
                      furtherFacts('function', found),
                  )
                : '';
        }
        case 'island': {
            const found = model.islands.find(each => each.id === id);
            return found
                ? paragraphs(
                      head('island', found),
                      found.description && plain(found.description),
                      furtherFacts('island', found),
                  )
                : '';
        }
        case 'advisory': {
            const found = model.advisories.find(each => each.id === id);
            return found
                ? paragraphs(
                      head('advisory', found),
                      found.description && plain(found.description),
                      furtherFacts('advisory', found),
                  )
                : '';
        }
        case 'party': {
            const found = model.parties.find(each => each.id === id);
            return found ? paragraphs(head('party', found), furtherFacts('party', found)) : '';
        }
        case 'system':
            return model.system?.id === id
                ? paragraphs(
                      head('system under consideration', model.system),
                      model.system.owner && `Owner: ${plain(model.system.owner)}`,
                      furtherFacts('system', model.system),
                  )
                : '';
    }
}

function levelsTable(subject: SubjectAssessment | undefined): string {
    if (!subject) return '';
    const row = (
        name: string,
        levels: readonly (number | null)[],
        notes: readonly (string | null)[] = [],
    ): string[] => [name, ...levels.map((level, fr) => `${level ?? '–'}${notes[fr] ?? ''}`)];
    const origin = subject.slTSource.find(source => source === 'inherited' || source === 'derived') as
        | 'inherited'
        | 'derived'
        | undefined;
    const isOpen = subject.gap.some((_gap, fr) => gapKindOf(subject, fr) === 'not-assessed');
    const note = {
        inherited: 'SL-T is inherited from the zone around it.',
        derived: 'SL-T is derived from the zones that it connects, and in which its flows end.',
    };
    return paragraphs(
        table(
            ['', ...frAbbreviations],
            [
                row('SL-T', subject.slT),
                row('SL-C', subject.slC),
                row('SL-A', subject.slA),
                ...(subject.slAClaimed.some(level => level !== null)
                    ? [row('SL-A as assessed by hand', subject.slAClaimed)]
                    : []),
                row(
                    'gap',
                    subject.gap,
                    subject.gap.map((_gap, fr) => (gapKindOf(subject, fr) === 'short' ? ' ⚠' : null)),
                ),
            ],
        ),
        isOpen && 'A gap without ⚠ is not known: it is not stated whether its requirements are met.',
        origin && note[origin],
    );
}

function zoneText(zone: Zone, { lookup, assessment }: LiveAnalysis): string {
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
        levelsTable(assessment.of(zone.id)),
        furtherFacts('zone', zone),
    );
}

function conduitText(conduit: Conduit, { lookup, assessment }: LiveAnalysis): string {
    const flows = lookup.flowsIn(conduit.id).length;
    return paragraphs(
        head('conduit', conduit),
        `between ${conduit.between.map(end => code(end.id)).join(' and ')} · ${flows} ` +
            `${flows === 1 ? 'flow' : 'flows'}` +
            (conduit.via.length > 0
                ? ` · via ${conduit.via.map(device => code(device.id)).join(', ')}`
                : ' · no boundary device'),
        levelsTable(assessment.of(conduit.id)),
        furtherFacts('conduit', conduit),
    );
}

function some(ids: Iterable<string>): string {
    const all = [...ids];
    const shown = all.slice(0, mostNames).map(code).join(', ');
    return all.length > mostNames ? `${shown} and ${all.length - mostNames} more` : shown;
}

function assetText(asset: Asset, { lookup, assessment: { reach } }: LiveAnalysis): string {
    const chain = lookup.typesOf(asset);
    const without = (ids: ReadonlySet<string>): string[] => [...ids].filter(id => id !== asset.id);
    const reaching = without(reach.reaching([asset.id]));
    const reached = without(reach.reachableFrom([asset.id]));
    const capability = asset.slC ?? chain.find(type => type.slC)?.slC ?? null;
    const product = [asset.vendor, asset.product, asset.version]
        .filter(text => text !== null)
        .map(plain)
        .join(' ');
    return paragraphs(
        head(`asset in ${code(asset.container)}`, asset),
        [
            chain
                .map(type => plain(type.title ?? type.id))
                .slice(0, 2)
                .join(', a kind of ') || 'no type',
            product,
            asset.criticality && `criticality ${asset.criticality}`,
            ...asset.traits,
        ]
            .filter(Boolean)
            .join(' · '),
        addressTexts(asset).length > 0 && `Addresses: ${addressTexts(asset).map(code).join(', ')}`,
        `SL-C: ${capability ? writeVector(capability.levels) : 'not said'}`,
        reaching.length > 0
            ? `Reached by ${reaching.length}: ${some(reaching)}`
            : 'Reached by no other asset over the declared flows.',
        reached.length > 0
            ? `Reaches ${reached.length}: ${some(reached)}`
            : 'Reaches no other asset over the declared flows.',
        furtherFacts('asset', asset),
    );
}

function typeText(id: string, { lookup, model }: LiveAnalysis): string {
    const type = lookup.type(id);
    if (!type) return '';
    const count = model.assets.filter(asset => asset.type?.id === id).length;
    const bases: string[] = [];
    for (let base = type.base?.id; base !== undefined && !bases.includes(base); base = lookup.type(base)?.base?.id)
        bases.push(base);
    return paragraphs(
        head(type.builtIn ? 'built-in asset type' : 'asset type', type),
        alsoCalled(type.aliases),
        bases.length > 0
            ? `Rests on ${bases.map(code).join(' → ')}`
            : 'One of the four component types of IEC 62443-4-2.',
        `SL-C: ${type.slC ? writeVector(type.slC.levels) : 'not said'} · ${count} ` +
            `${count === 1 ? 'asset' : 'assets'} here`,
        furtherFacts('type', type),
    );
}

function requirementsText(mentions: readonly RequirementMention[]): string {
    return mentions
        .map(mention => (mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1} SL ${mention.level}`))
        .join(', ');
}

function countermeasureText(countermeasure: Countermeasure, { model }: LiveAnalysis): string {
    const appliers = [...model.zones, ...model.conduits, ...model.assets].filter(subject =>
        subject.applies.some(mention => mention.id === countermeasure.id),
    );
    return paragraphs(
        head('countermeasure', countermeasure),
        [
            countermeasure.status ?? 'status not said',
            countermeasure.due && `due ${countermeasure.due.date}`,
            countermeasure.owner && `owner ${plain(countermeasure.owner)}`,
        ]
            .filter(Boolean)
            .join(' · '),
        countermeasure.meets.length > 0 && `Meets ${requirementsText(countermeasure.meets)}`,
        appliers.length > 0 ? `Applied in ${some(appliers.map(subject => subject.id))}` : 'Applied nowhere.',
        furtherFacts('countermeasure', countermeasure),
    );
}
