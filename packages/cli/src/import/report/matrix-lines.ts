import { blockText } from './block-text.ts';

/** A row of cells by its number, from 1. */
const rowLine = /^row (\d+) (.+)$/u;

/** The statements of a block of the matrix: rows in their order, everything else as it is. */
function statementsOf(lines: readonly string[]): readonly string[] {
    const rows = lines.flatMap(line => {
        const [, number, cells] = rowLine.exec(line) ?? [];
        return number === undefined ? [] : [{ number: Number(number), text: `row ${cells}` }];
    });
    return [
        ...lines.filter(line => !rowLine.test(line)),
        ...rows.toSorted((a, b) => a.number - b.number).map(({ text }) => text),
    ];
}

/**
 * The risk matrix of a system from the facts that a report prints of it: `matrix likelihood "rare", "often"`, `matrix
 * row 1 1, 2`, `matrix category safety row 1 2, 4`. @returns its block, and the facts that are not of it
 */
export function matrixBlock(facts: readonly string[]): {
    readonly block: string | null;
    readonly others: readonly string[];
} {
    const own = facts.filter(fact => fact.startsWith('matrix ')).map(fact => fact.slice('matrix '.length));
    const others = facts.filter(fact => !fact.startsWith('matrix '));
    if (own.length === 0) return { block: null, others };
    const names = own.flatMap(line => /^category ([^\s,]+(?:, [^\s,]+)*)$/u.exec(line)?.[1]?.split(', ') ?? []);
    const title = own.find(line => line.startsWith('title '))?.slice('title '.length);
    const categories = names.map(name => {
        const before = `category ${name} `;
        const lines = own.filter(line => line.startsWith(before)).map(line => line.slice(before.length));
        return blockText(`category ${name}`, statementsOf(lines)).trimEnd();
    });
    const lines = own.filter(line => !/^(title|category) /u.test(line));
    const head = title === undefined ? 'matrix' : `matrix ${title}`;
    const inner = [...statementsOf(lines), ...categories];
    return { block: inner.length === 0 ? `${head} {}` : blockText(head, inner).trimEnd(), others };
}
