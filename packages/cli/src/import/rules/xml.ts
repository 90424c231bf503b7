import { SaxesParser } from 'saxes';
import { RulesError } from './reading.ts';

/** An element of an XML file: no attributes, which no backup of a firewall uses for what is read here. */
export interface Element {
    readonly name: string;
    /** From 1. */
    readonly line: number;
    readonly children: Element[];
    text: string;
}

/**
 * Reads an XML file.
 * @throws {@link RulesError} with the line, for one that is not well formed or is cut
 */
export function readXml(text: string): Element {
    const root: Element = { name: '', line: 0, children: [], text: '' };
    const open = [root];
    const parser = new SaxesParser();
    parser.on('opentag', tag => {
        const element: Element = { name: tag.name, line: parser.line, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
    });
    parser.on('closetag', () => void open.pop());
    const add = (some: string): void => {
        open.at(-1)!.text += some;
    };
    parser.on('text', add);
    parser.on('cdata', add);
    parser.on('error', error => {
        throw new RulesError(
            `This is not XML that can be read, or it is cut: line ${parser.line}: ` +
                `${error.message.replace(/^\d+:\d+: /, '')}`,
        );
    });
    parser.write(text).close();
    return root.children[0] ?? root;
}

/** The first child of a name, or one below it by several names. */
export function child(element: Element | undefined, ...path: readonly string[]): Element | undefined {
    return path.reduce<Element | undefined>((at, name) => at?.children.find(each => each.name === name), element);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
    return element?.children.filter(each => each.name === name) ?? [];
}

/** What is in a child, trimmed; `null` where the child is missing or empty. */
export function textIn(element: Element | undefined, ...path: readonly string[]): string | null {
    const text = child(element, ...path)?.text.trim();
    return text === undefined || text === '' ? null : text;
}

/** A switch that is on by being there, unless it says `0` or `no`. */
export function isOn(element: Element | undefined, name: string): boolean {
    const found = child(element, name);
    return found !== undefined && !['0', 'no', 'false'].includes(found.text.trim());
}
