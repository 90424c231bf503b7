/** Prints a Markdown table with its columns lined up. */
export function printTable(title, header, rows) {
    const cells = [header, ...rows].map(row => row.map(String));
    const widths = header.map((_, column) => Math.max(...cells.map(row => row[column].length)));
    const line = row => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
    console.log(`\n${title}\n`);
    console.log(line(cells[0]));
    console.log(`| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`);
    for (const row of cells.slice(1)) console.log(line(row));
}

/** Milliseconds for reading: `84 ms`, `2.31 s`. */
export const time = ms =>
    Number.isNaN(ms)
        ? 'not built'
        : ms < 10
          ? `${ms.toFixed(1)} ms`
          : ms < 1000
            ? `${ms.toFixed(0)} ms`
            : `${(ms / 1000).toFixed(2)} s`;

/** A ratio with its spread: `0.61 (0.58 to 0.66)`. */
export const spread = ({ ratio, min, max }) =>
    Number.isNaN(ratio) ? 'not built' : `${digits(ratio)} (${digits(min)} to ${digits(max)})`;

/** A number with two or three digits behind the point, enough to compare with its limit. */
export const digits = number => (number < 0.2 ? number.toFixed(3) : number.toFixed(2));

/** Bytes for reading: `17.7 MB`. */
export const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`;

/** The header of every table of ratios. */
export const ratioHeader = ['ratio', 'product', 'yardstick', 'median (min to max)', 'to hold', 'to aim for', 'runs'];

/**
 * One row of ratios. What fails is said in the row, and the other rows go on.
 * @param {string} name
 * @param {() => Promise<{ a: number, b: number, ratio: number, min: number, max: number }>} measure
 * @param {{ hold?: number, aim?: number, runs: number }} limits
 */
export async function ratioRow(name, measure, { hold = '', aim = '', runs }) {
    try {
        const result = await measure();
        return [name, time(result.a), time(result.b), spread(result), hold, aim, runs];
    } catch (error) {
        return [name, '', '', error.message, hold, aim, runs];
    }
}
