import { frAbbreviations } from '../catalogue/index.ts';

/**
 * A level vector as the language writes it: `2`, `2 { RDF 3 }`, `{2 2 0 1 3 1 3}` or `{ IAC 2 RDF 3 }`, whichever is shortest to read.
 * @param levels one for each FR, `null` where nothing is said
 * @returns empty for a vector that says nothing
 */
export function levelText(levels: readonly (number | null)[]): string {
    const said = levels.filter(level => level !== null);
    if (said.length === 0) return '';
    if (said.length < levels.length) {
        const parts = levels.flatMap((level, fr) => (level === null ? [] : [`${frAbbreviations[fr]} ${level}`]));
        return `{ ${parts.join(' ')} }`;
    }
    const usual = [...new Set(said)].sort((a, b) => count(said, b) - count(said, a) || a - b)[0]!;
    const others = levels.flatMap((level, fr) => (level === usual ? [] : [`${frAbbreviations[fr]} ${level}`]));
    if (others.length === 0) return String(usual);
    return others.length <= 3 ? `${usual} { ${others.join(' ')} }` : `{${said.join(' ')}}`;
}

function count(levels: readonly number[], level: number): number {
    return levels.filter(each => each === level).length;
}
