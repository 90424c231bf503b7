import type { Cell, Heading, Section, Tone } from './document.ts';
import type { Block } from './document.ts';
import type { StateName } from './data.ts';
import { slug } from './document.ts';

/** A section of the first level. */
export function section(id: string, text: string, basis: string | null, blocks: readonly Block[]): Section {
    return { heading: { kind: 'heading', level: 1, id, text, ...(basis === null ? {} : { basis }) }, blocks };
}

/** The link target of an element; zones, conduits and assets share one namespace. */
export function subjectLink(id: string): string {
    return `element-${slug(id)}`;
}

export function heading(level: 2 | 3, id: string, text: string): Heading {
    return { kind: 'heading', level, id, text };
}

/** A dash where nothing is said, so that an empty cell never looks forgotten. */
export function said(value: string | number | null | undefined): Cell {
    return value === null || value === undefined || value === '' ? { text: '–', tone: 'quiet' } : String(value);
}

export function list(values: readonly string[]): Cell {
    return said(values.join(', '));
}

/** How a state is shown: its word and a tone. */
export const stateTones: Readonly<Record<StateName, Tone>> = {
    met: 'good',
    compensated: 'good',
    excluded: 'quiet',
    planned: 'fair',
    capable: 'fair',
    missed: 'bad',
    'not-assessed': 'bad',
};

/** @param contradicted true where the model shows otherwise */
export function stateCell(state: StateName, contradicted = false): Cell {
    if (contradicted) return { text: `${stateWords[state]} (contradicted)`, tone: 'bad' };
    return { text: stateWords[state], tone: stateTones[state] };
}

export const stateWords: Readonly<Record<StateName, string>> = {
    met: 'met',
    compensated: 'compensated',
    excluded: 'excluded',
    planned: 'planned',
    capable: 'capable',
    missed: 'missed',
    'not-assessed': 'not assessed',
};

/** An id with the title behind it, where the title says more. */
export function named(each: { readonly id: string; readonly title: string | null }): string {
    return each.title === null || each.title === each.id ? each.id : `${each.id}, ${each.title}`;
}
