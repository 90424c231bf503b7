import type { FindingsFormat } from './format.ts';
import type { LocatedFinding } from './located.ts';
import type { Summary } from './summary.ts';
import { summarise } from './summary.ts';

const nothing = summarise([], 0, 0);

/**
 * A format that is JSON with one list in it, printed as `JSON.stringify(…, null, 2)` prints the whole.
 * @param key of the list, which is empty in the shell; `null` where the shell is the list
 * @param depth of the objects in the list
 * @param shell everything around the list; only what comes after it may depend on the summary
 */
export function jsonList(
    key: string | null,
    depth: number,
    shell: (summary: Summary) => object,
    one: (located: LocatedFinding) => object,
): FindingsFormat {
    const indent = '  '.repeat(depth);
    const around = (summary: Summary): readonly [head: string, tail: string] => {
        const text = JSON.stringify(shell(summary), null, 2);
        const at = key === null ? 1 : text.lastIndexOf(`"${key}": []`) + key.length + 5;
        return [text.slice(0, at), text.slice(at)];
    };
    return {
        render: findings =>
            findings.map(located => indent + JSON.stringify(one(located), null, 2).replaceAll('\n', `\n${indent}`)),
        printer: () => {
            let begun = false;
            let empty = true;
            const beginning = (): string => {
                const text = begun ? '' : around(nothing)[0];
                begun = true;
                return text;
            };
            return {
                add: rendered => {
                    if (rendered.length === 0) return beginning();
                    const text = `${beginning()}${empty ? '' : ','}\n${rendered.join(',\n')}`;
                    empty = false;
                    return text;
                },
                end: ({ summary }) => [`${beginning()}${empty ? '' : `\n${indent.slice(2)}`}${around(summary)[1]}\n`],
            };
        },
    };
}
