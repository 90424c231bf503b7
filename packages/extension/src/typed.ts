/** What is said of a text while it is typed into a box. Nothing here needs the editor. */

/** Why a text is not a day; `undefined` where it is one. */
export function dayFault(text: string): string | undefined {
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return 'A day, such as 2027-03-01';
    const time = Date.parse(`${text}T00:00:00Z`);
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
    return isDay ? undefined : `${text} is not a day of the calendar.`;
}

/** Why a text is not the name of a file for a model; `undefined` where it is one. */
export function fileFault(text: string): string | undefined {
    if (!text.endsWith('.iacs')) return 'The name ends in .iacs, such as plant.iacs.';
    if (/[\\:*?"<>|]/u.test(text)) return 'A name has none of \\ : * ? " < > | in it.';
    const parts = text.split('/');
    // A model is read on other systems than the one on which it is begun.
    if (parts.some(part => /^(?:con|prn|aux|nul|(?:com|lpt)\d) *(?:\.|$)|[^.][. ]$/iu.test(part)))
        return 'Windows has no file of such a name.';
    if (parts.includes('..') || text.startsWith('/')) return 'The file is in this folder, or in one below it.';
    return parts.some(part => part === '' || part === '.iacs') ? 'A part of the name is missing.' : undefined;
}

/** What an import says for a person: the counts, and how many remarks need a look. */
export interface ImportSummary {
    readonly text: string;
    readonly remarks: number;
}

/**
 * @param said what the import printed: how it read the columns, what needs a look, and what became of the rows
 * @param remarked the lines of it that need a look, and how many remarks each stands for
 */
export function importSummary(said: string, remarked: readonly (readonly [string, number])[]): ImportSummary {
    const lines = said.trim().split('\n');
    const counted = lines.findIndex(each => /^\d+ added\b/u.test(each));
    const counts = (counted < 0 ? lines.slice(-1) : lines.slice(counted)).join(' ') || 'Imported.';
    const remarks = remarked.reduce((sum, [, count]) => sum + count, 0);
    if (remarks === 0) return { text: counts, remarks };
    const some = remarks === 1 ? 'One remark on the file is' : `${remarks} remarks on the file are`;
    return { text: `${some} in the details. ${counts}`, remarks };
}
