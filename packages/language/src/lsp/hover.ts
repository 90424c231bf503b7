import type { Hover, HoverParams } from 'vscode-languageserver';
import type { LiveAnalysis } from '../project/live/index.ts';
import { contradictedAt } from '../rules/index.ts';
import {
    clauseOf,
    foundationalRequirements,
    frByAbbreviation,
    requirementById,
    requirementsOfFr,
} from '../catalogue/index.ts';
import { partById, partRowById } from '../catalogue/parts/index.ts';
import { plainOf } from '../catalogue/plain.ts';
import { rules } from '../rules/index.ts';
import { statementIn } from '../statements/index.ts';
import { doubtText } from './describe.ts';
import type { DocumentView } from './feature.ts';
import { documentFeature } from './feature.ts';
import { advisoryAt } from './hover-advisories.ts';
import { flowAt, flowText } from './hover-flow.ts';
import { hoverOfName } from './hover-names.ts';
import { valueAt } from './hover-values.ts';
import { code, markup, paragraphs, plain } from './markdown.ts';
import { modelOf } from './model-of.ts';
import type { Pointed } from './pointed.ts';
import { pointedAt, subjectAround } from './pointed.ts';

/** `textDocument/hover`. */
export const hover = documentFeature<HoverParams, Hover | null>({
    method: 'textDocument/hover',
    capability: { hoverProvider: true },
    waitsFor: 'model',
    answer(view, params, context) {
        const analysis = modelOf(view);
        const offset = view.lines.offsetAt(params.position);
        const format = context.client.textDocument?.hover?.contentFormat;
        const pointed = pointedAt(view, offset, analysis);
        if (!pointed) {
            const found = advisoryAt(analysis, view.uri, offset) ?? valueAt(view, offset, analysis, context.today);
            return found ? { contents: markup(found.text, format), range: view.lines.rangeOf(found) } : null;
        }
        const value =
            pointed.what === 'name'
                ? hoverOfName(pointed.kind, pointed.id, analysis)
                : pointed.what === 'requirement'
                  ? requirementText(pointed.id, subjectAround(view, offset, analysis), analysis)
                  : pointed.what === 'rule'
                    ? ruleText(pointed.id)
                    : pointed.what === 'fr'
                      ? frText(pointed.id)
                      : statementText(pointed, view, analysis);
        return value === ''
            ? null
            : {
                  contents: markup(value, format),
                  range: view.lines.rangeOf(pointed),
              };
    },
});

/** What a statement says; the word of a flow shows the flow itself. */
function statementText(
    { word, block, start }: Extract<Pointed, { what: 'statement' }>,
    view: DocumentView,
    analysis: LiveAnalysis,
): string {
    const help = plain(statementIn(block, word)?.help ?? '');
    const flow = word === 'flow' ? flowAt(analysis, view.uri, start) : undefined;
    return flow ? paragraphs(flowText(flow, analysis), help) : help;
}

function ruleText(id: string): string {
    const rule = rules.find(each => each.id === id);
    return rule
        ? paragraphs(
              `**${rule.id}** (${rule.severity}, ${rule.basis.join(', ')})`,
              plain(rule.summary),
              plain(rule.why),
              `**When to accept it:** ${plain(rule.falsePositives)}`,
          )
        : '';
}

function frText(abbreviation: string): string {
    const fr = frByAbbreviation(abbreviation);
    return fr ? `**${fr.id} ${fr.abbr}** ${fr.name}` : '';
}

function requirementText(id: string, subject: string | null, analysis: LiveAnalysis): string {
    if (id.startsWith('FR ')) {
        const fr = foundationalRequirements.find(each => each.id === id);
        return fr
            ? paragraphs(
                  `**${fr.id} ${fr.abbr}** ${fr.name}`,
                  `${requirementsOfFr(fr.index).length} requirements and enhancements.`,
              )
            : '';
    }
    const requirement = requirementById(id);
    if (!requirement) return partText(id);
    return paragraphs(
        `**${id}** ${requirement.title}`,
        `Asked for from SL ${requirement.level} · ${foundationalRequirements[requirement.fr]!.abbr} · IEC ` +
            `62443-3-3, clause ${clauseOf(requirement)}`,
        plain(plainOf(id) ?? ''),
        subject !== null && stateText(requirement.index, subject, analysis),
        doubtText(id, 'Where sources differ'),
    );
}

/** A requirement on an organisation: what a model shows of it, and how sure its number is. */
function partText(id: string): string {
    const row = partRowById(id);
    if (!row) return '';
    const part = partById(row.part);
    return paragraphs(
        `**${id}** ${plain(row.title)}`,
        `${plain(part.standard)}, on ${part.on}`,
        plain(`What a model shows: ${row.shown === 'no' ? 'nothing' : row.shown}. ${row.why}.`),
        row.rules.length > 0 && `Judged by ${row.rules.map(code).join(', ')}`,
        row.doubt !== null && `_In doubt:_ ${plain(row.doubt)}`,
    );
}

function stateText(index: number, subject: string, analysis: LiveAnalysis): string {
    const assessed = analysis.assessment.of(subject);
    const state = assessed?.requirements[index];
    if (!assessed || !state) return '';
    const facts = [
        state.by.length > 0 && `by ${state.by.map(id => countermeasureText(id, analysis)).join(', ')}`,
        state.because !== null && `because “${plain(state.because)}”`,
        state.evidence.length > 0 && `evidence ${state.evidence.map(code).join(', ')}`,
        state.due !== null && `due ${state.due}`,
        state.inheritedFrom !== null && `said in ${code(state.inheritedFrom)}`,
    ].filter(fact => fact !== false);
    const contradicted = contradictedAt(analysis.assessment, assessed).get(index);
    return (
        `In ${code(subject)}: ${state.required ? 'required' : 'not required'}, ` +
        `**${state.state.replace('-', ' ')}**${facts.length > 0 ? ` ${facts.join('; ')}` : ''}.` +
        (contradicted ? ` **Contradicted:** ${contradicted.map(plain).join('; ')}.` : '')
    );
}

function countermeasureText(id: string, analysis: LiveAnalysis): string {
    const status = analysis.lookup.countermeasure(id)?.status;
    return `${code(id)}${status ? ` (${status})` : ''}`;
}
