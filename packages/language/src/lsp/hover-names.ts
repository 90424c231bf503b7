import type { LiveAnalysis } from '../project/live/index.ts';
import { pathText } from '../assessment/index.ts';
import type { Countermeasure, RequirementMention } from '../model/index.ts';
import { counted, either, isSilent, silent, writeAllPorts, writeVector } from '../model/index.ts';
import type { NameKind } from '../syntax/index.ts';
import { alsoCalled, doubtText, invariantState, protectionText } from './describe.ts';
import { furtherFacts } from './hover-facts.ts';
import { code, paragraphs, plain } from './markdown.ts';
import { absentText, assetText, conduitText, zoneText } from './hover-elements.ts';
import { head, some } from './hover-head.ts';
import { isUnchecked } from './model-of.ts';

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
                isUnchecked(analysis)
                    ? 'This invariant is not checked: no model has this file.'
                    : broken?.counterexample
                      ? `**Broken:** ${plain(pathText(broken.counterexample))}`
                      : `This invariant ${invariantState(assessment, clauses, analysis.problems.length === 0).text}.`,
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
            return found ? paragraphs(head('function', found), furtherFacts('function', found)) : '';
        }
        case 'island': {
            const found = model.islands.find(each => each.id === id);
            return found ? paragraphs(head('island', found), furtherFacts('island', found)) : '';
        }
        case 'advisory': {
            const found = model.advisories.find(each => each.id === id);
            return found ? paragraphs(head('advisory', found), furtherFacts('advisory', found)) : '';
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

function typeText(id: string, { lookup, model }: LiveAnalysis): string {
    const type = lookup.type(id);
    if (!type) return '';
    const count = model.assets.filter(asset => asset.type?.id === id).length;
    const bases: string[] = [];
    for (let base = type.base?.id; base !== undefined && !bases.includes(base); base = lookup.type(base)?.base?.id)
        bases.push(base);
    // Of an FR of which a type says nothing, the type that it rests on speaks, as for an asset of it.
    const chain = [type, ...bases.flatMap(base => lookup.type(base) ?? [])];
    const capability = chain.reduce((levels, { slC }) => (slC ? either(levels, slC.levels) : levels), silent);
    return paragraphs(
        head(type.builtIn ? 'built-in asset type' : 'asset type', type),
        alsoCalled(type.aliases),
        bases.length > 0
            ? `Rests on ${bases.map(code).join(' → ')}`
            : 'One of the four component types of IEC 62443-4-2.',
        `SL-C: ${isSilent(capability) ? 'not said' : writeVector(capability)} · ${counted(count, 'asset')} here`,
        furtherFacts('type', type),
    );
}

function requirementsText(mentions: readonly RequirementMention[]): string {
    return mentions
        .map(mention => (mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1} SL ${mention.level}`))
        .join(', ');
}

function countermeasureText(countermeasure: Countermeasure, { model }: LiveAnalysis): string {
    const isIt = ({ id }: { readonly id: string }): boolean => id === countermeasure.id;
    const subjects = [...model.zones, ...model.conduits, ...model.assets];
    const appliers = subjects.filter(subject => subject.applies.some(isIt));
    // What names it after `by` counts on it too.
    const namers = [
        ...[...subjects, ...model.types].filter(each => each.statements.some(({ by }) => by.some(isIt))),
        ...model.flows.filter(({ secured }) => secured?.by.some(isIt)),
        ...model.threats.filter(({ mitigations }) => mitigations.some(({ by }) => by.some(isIt))),
    ].filter(each => !appliers.some(({ id }) => id === each.id));
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
        appliers.length > 0 && `Applied in ${some(appliers.map(({ id }) => id))}`,
        namers.length > 0 && `Named with \`by\` in ${some(namers.map(({ id }) => id))}`,
        appliers.length + namers.length === 0 && 'Applied nowhere.',
        furtherFacts('countermeasure', countermeasure),
    );
}
