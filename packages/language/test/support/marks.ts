/** A file of an annotated text. */
export interface Section {
    /** `null` where the text has no `//- name` lines. */
    readonly name: string | null;
    readonly text: string;
}

const caretLine = /^\s*\^[\s^]*$/;

/** The annotated text without its lines of carets: what an author would have written. */
export function withoutMarks(annotated: string): string {
    return annotated
        .split('\n')
        .filter(line => !caretLine.test(line))
        .join('\n');
}

/** The files of a text in which `//- name` begins a further one. */
export function sections(text: string): readonly Section[] {
    const parts = text.split(/^\/\/- (.+)\n/m);
    const [before = '', ...named] = parts;
    const found: Section[] = named.length === 0 || before.trim() !== '' ? [{ name: null, text: before }] : [];
    for (let part = 0; part < named.length; part += 2)
        found.push({ name: named[part]!.trim(), text: named[part + 1]! });
    return found;
}

interface Marked {
    readonly start: number;
    readonly end: number;
}

/** A text with a line of carets under each line that has marks; what follows the carets comes from `note`. */
export function withMarks<T extends Marked>(
    text: string,
    marks: readonly T[],
    note: (marks: readonly T[]) => string = () => '',
): string {
    let offset = 0;
    return text
        .split('\n')
        .flatMap(line => {
            const start = offset;
            offset += line.length + 1;
            const here = marks.filter(mark => mark.start >= start && mark.start < offset);
            if (here.length === 0) return [line];
            const width = Math.max(...here.map(mark => Math.min(mark.end, offset - 1) - start));
            const carets = Array.from({ length: width }, (_, column) =>
                here.some(mark => mark.start - start <= column && column < mark.end - start) ? '^' : ' ',
            ).join('');
            return [line, carets.trimEnd() + note(here)];
        })
        .join('\n');
}
