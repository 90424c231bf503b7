import { load } from './load.ts';

/** Problems as `line:column kind message`, in the order of the text. */
export function problems(text: string): string[] {
    const loaded = load(text);
    return [...loaded.problems]
        .sort((a, b) => a.at.start - b.at.start)
        .map(({ at, kind, message }) => {
            const before = loaded.files.get(at.file)!.slice(0, at.start).split('\n');
            return `${before.length}:${before.at(-1)!.length + 1} ${kind} ${message}`;
        });
}

/** Statements in a file that declares a system. */
export const plant = (body: string): string => `system S\n${body}\n`;
