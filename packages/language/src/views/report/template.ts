import { nearest } from '../../model/index.ts';
import type { Document } from './document.ts';
import { escapeHtml } from '../text/html.ts';
import { htmlParts } from './html.ts';

/** A page made from a template, or why it could not be made. */
export type TemplateResult =
    | { readonly html: string; readonly problems: readonly [] }
    | { readonly html: null; readonly problems: readonly string[] };

/**
 * Fills an HTML template of the site: `{{title}}` and the like are replaced, everything else stays as it is. Texts:
 * title, subtitle, head, foot, and the facts of the title page by name (`{{fact:Owner}}`). HTML: style, contents,
 * facts, body, and single sections by id (`{{section:zones}}`).
 * @returns a problem for every name that does not exist, for what is not closed, and for a page that asks for nothing;
 *    a section that this
 *     report does not have is empty
 */
export function fillTemplate(template: string, document: Document): TemplateResult {
    const parts = htmlParts(document);
    const facts = new Map(
        document.facts.rows.map(row => [
            row.name,
            row.values.map(value => (typeof value === 'string' ? value : value.text)).join(', '),
        ]),
    );
    const texts = new Map([
        ['title', document.title],
        ['subtitle', document.subtitle],
        ['head', document.running.head],
        ['foot', document.running.foot],
    ]);
    const pieces = new Map([
        ['style', parts.style],
        ['contents', parts.contents],
        ['facts', parts.facts],
        ['body', parts.body],
    ]);
    const names = [...texts.keys(), ...pieces.keys()];
    const problems = new Set<string>();
    let filled = 0;
    const answer = (name: string, argument: string | undefined): string | null => {
        if (argument === undefined) return texts.has(name) ? escapeHtml(texts.get(name)!) : (pieces.get(name) ?? null);
        if (name === 'section') return parts.sections.get(argument) ?? (sectionIds.includes(argument) ? '' : null);
        return name === 'fact' && facts.has(argument) ? escapeHtml(facts.get(argument)!) : null;
    };
    const html = template.replace(/\{\{([^{}]*)(\}\}|)/g, (whole, inside: string, close: string) => {
        const [, name = '', argument] = /^\s*([^:\s]*)\s*(?::\s*(.*?))?\s*$/s.exec(inside) ?? [];
        const found = close === '' ? null : answer(name, argument);
        if (found !== null) {
            filled++;
            return found;
        }
        const known =
            argument === undefined ? names : name === 'section' ? sectionIds : name === 'fact' ? [...facts.keys()] : [];
        const near = nearest((argument ?? name).toLowerCase(), known);
        problems.add(
            close === ''
                ? `The template has a {{ that no }} closes, before ${JSON.stringify(inside.trim().slice(0, 30))}.`
                : `The template asks for ${whole}, which does not ` +
                      `exist${near ? `; did you mean ${argument === undefined ? '' : `${name}:`}${near}?` : '.'}`,
        );
        return whole;
    });
    if (problems.size === 0 && filled === 0) problems.add('The template does not use any part of the report.');
    if (problems.size === 0) return { html, problems: [] };
    const known =
        `It may ask for ${names.join(', ')}, fact:NAME (${[...facts.keys()].join(', ')}) and section:ID ` +
        `(${sectionIds.join(', ')}).`;
    return { html: null, problems: [...problems, known] };
}

/** The sections that a report can have, in their order. */
export const sectionIds: readonly string[] = [
    'summary',
    'not-assessed',
    'system',
    'drawings',
    'zones',
    'conduits',
    'assets',
    'flows',
    'risk',
    'targets',
    'applicability',
    'plan',
    'forecast',
    'measures',
    'traceability',
    'assumptions',
    'invariants',
    'functions',
    'found',
    'findings',
    'further',
    'sources',
    'sign-off',
];
