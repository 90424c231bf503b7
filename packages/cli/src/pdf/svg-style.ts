import type { SvgElement } from './svg-tree.ts';

/** What decides how an element looks, by the names of CSS. */
export type Style = Readonly<Record<string, string>>;

/** One part of a selector: a name, a class, and whether the part before it is the parent or any element around. */
interface Step {
    readonly name: string | null;
    readonly classes: readonly string[];
    readonly child: boolean;
}

interface Rule {
    readonly steps: readonly Step[];
    /** Classes first, then names: what wins over what. */
    readonly weight: number;
    readonly declarations: readonly (readonly [name: string, value: string])[];
}

/** The properties that an element takes over from the one around it. */
const inherited = new Set([
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linejoin',
    'stroke-linecap',
    'font-size',
    'font-weight',
    'text-anchor',
]);
const presentation = [...inherited, 'opacity'];

function stepsOf(selector: string): Step[] {
    const parts = selector
        .replace(/\s*>\s*/gu, ' > ')
        .trim()
        .split(/\s+/u);
    const steps: Step[] = [];
    let child = false;
    for (const part of parts) {
        if (part === '>') {
            child = true;
            continue;
        }
        const [, name = '', classes = ''] = /^([a-z]*)((?:\.[\w-]+)*)$/iu.exec(part) ?? [];
        steps.push({ name: name || null, classes: classes.split('.').filter(each => each !== ''), child });
        child = false;
    }
    return steps;
}

/** Reads the rules of a style sheet that this product writes. What begins with `@` is for browsers. */
export function readRules(css: string): Rule[] {
    const plain = css.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[a-z-]+[^{]*\{[^{}]*\}/gu, '');
    return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].flatMap(([, selectors = '', body = '']) => {
        const declarations = body.split(';').flatMap(line => {
            const colon = line.indexOf(':');
            return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
        });
        return selectors.split(',').map((selector): Rule => {
            const steps = stepsOf(selector);
            const weight = steps.reduce((sum, step) => sum + step.classes.length * 100 + (step.name ? 1 : 0), 0);
            return { steps, weight, declarations };
        });
    });
}

const matchesStep = (element: SvgElement, { name, classes }: Step): boolean =>
    (name === null || element.name === name) && classes.every(each => element.classes.includes(each));

function matches(element: SvgElement, steps: readonly Step[]): boolean {
    const last = steps.at(-1);
    if (!last || !matchesStep(element, last)) return false;
    const before = steps.slice(0, -1);
    if (before.length === 0) return true;
    if (last.child) return element.parent !== null && matches(element.parent, before);
    for (let around = element.parent; around; around = around.parent) if (matches(around, before)) return true;
    return false;
}

/** Finds how elements look: their own attributes, then the rules, by weight and in order. */
export class Styles {
    private readonly rules: readonly Rule[];

    constructor(css: string) {
        this.rules = readRules(css);
    }

    /** @param around how the element around it looks */
    of(element: SvgElement, around: Style): Style {
        const style: Record<string, string> = {};
        for (const [name, value] of Object.entries(around)) if (inherited.has(name)) style[name] = value;
        for (const name of presentation) {
            const value = element.attributes[name];
            if (value !== undefined) style[name] = value;
        }
        const found = this.rules.filter(rule => matches(element, rule.steps)).sort((a, b) => a.weight - b.weight);
        for (const { declarations } of found) for (const [name, value] of declarations) style[name] = value;
        return style;
    }
}
