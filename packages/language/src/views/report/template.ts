import type { Document } from './document.ts';
import { escapeHtml, htmlParts } from './html.ts';

/** A page made from a template, or why it could not be made. */
export type TemplateResult =
    | { readonly html: string; readonly problems: readonly [] }
    | { readonly html: null; readonly problems: readonly string[] };

/**
 * Fills an HTML template of the site: `{{title}}` and the like are replaced, everything else stays as it is.
 * Texts: title, subtitle, head, foot, and the facts of the title page by name (`{{fact:Owner}}`).
 * HTML: style, contents, facts, body, and single sections by id (`{{section:zones}}`).
 * @returns a problem for every name that does not exist; a section that this report does not have is empty
 */
export function fillTemplate(template: string, document: Document): TemplateResult {
    const parts = htmlParts(document);
    const facts = new Map(document.facts.rows.map(row => [row.name, row.values.map(value => (typeof value === 'string' ? value : value.text)).join(', ')]));
    const texts = new Map([['title', document.title], ['subtitle', document.subtitle], ['head', document.running.head], ['foot', document.running.foot]]);
    const pieces = new Map([['style', parts.style], ['contents', parts.contents], ['facts', parts.facts], ['body', parts.body]]);
    const problems: string[] = [];
    const html = template.replace(/\{\{\s*([a-z]+)(?::\s*([^{}]+?))?\s*\}\}/g, (whole, name: string, argument: string | undefined) => {
        if (argument === undefined) {
            const text = texts.get(name);
            if (text !== undefined) return escapeHtml(text);
            const piece = pieces.get(name);
            if (piece !== undefined) return piece;
        } else if (name === 'section' && (parts.sections.has(argument) || sectionIds.includes(argument))) {
            return parts.sections.get(argument) ?? '';
        } else if (name === 'fact' && facts.has(argument)) {
            return escapeHtml(facts.get(argument)!);
        }
        const known = [...texts.keys(), ...pieces.keys(), 'fact:NAME', 'section:ID'].join(', ');
        problems.push(`The template asks for ${whole}, which does not exist. Known are ${known}; sections are ${sectionIds.join(', ')}.`);
        return whole;
    });
    return problems.length > 0 ? { html: null, problems: [...new Set(problems)] } : { html, problems: [] };
}

/** The sections that a report can have, in their order. */
export const sectionIds: readonly string[] = [
    'summary', 'not-assessed', 'system', 'drawings', 'zones', 'conduits', 'assets', 'flows', 'risk', 'targets', 'applicability', 'plan', 'measures',
    'traceability', 'assumptions', 'invariants', 'findings', 'sources', 'sign-off',
];
