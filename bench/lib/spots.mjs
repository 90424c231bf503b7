/**
 * Places in a generated file where a character can be typed without renaming anything that is referred to:
 * in a comment, in a title, and in the name of a view.
 * @param {string} text
 * @returns {{ edits: { line: number, character: number }[], hover: object, completion: object }} positions count from
 *    0;
 *   `hover`: on the name of an asset; `completion`: where its type begins
 */
export function findSpots(text) {
    const lines = text.split('\n');
    const middle = Math.floor(lines.length / 2);
    const find = (pattern, offset) => {
        for (let step = 0; step < lines.length; step++) {
            const line = (middle + step) % lines.length;
            const match = pattern.exec(lines[line]);
            if (match) return { line, character: match.index + match[0].length - offset };
        }
        throw new Error(`no place like ${pattern} in the generated file`);
    };
    return {
        edits: [find(/^\s*(\/\/|\/\*\*) \w+/, 0), find(/^\s*zone \w+ "\w+/, 0), find(/^view \w+/, 0)],
        hover: find(/^\s*asset \w+/, 1),
        completion: find(/^\s*asset \w+ "[^"]*" : /, 0),
    };
}

/**
 * The edit number `index` of a series: each spot in turn, one character typed, or typed and erased again in turn.
 * @returns {[range: object, text: string]}
 */
export function editAt(spots, index, erasing) {
    const start = spots[index % spots.length];
    const erase = erasing && Math.floor(index / spots.length) % 2 === 1;
    const end = erase ? { ...start, character: start.character + 1 } : start;
    return [{ start, end }, erase ? '' : 'x'];
}
