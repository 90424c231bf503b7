import { cut } from '../../src/syntax/index.ts';

type Next = (below: number) => number;

const words = [
    'zone',
    'asset',
    'conduit',
    'flow',
    'SL-T 3',
    'kind control',
    'owner "Somebody"',
    '{',
    '}',
    '"',
    '//',
    '/*',
    '*/',
    '/** Why. */',
    '->',
    ':',
    ',',
    '.',
    '\n',
    '\n\n',
    ' ',
    'accept zone-without-owner because "Later"',
    'import "two.iacs"',
    'import "nowhere.iacs"',
    'system Other',
    'plc',
    'x',
    'é',
    '\r\n',
    'meets SR 1.1',
    'description "Some text"',
    '\n<<<<<<< HEAD\n',
    '\n=======\n',
    '\n>>>>>>> other\n',
    '\nwithin Z0 {\n  asset A0 : plc\n  owner "x"\n  meets SR 1.1\n}\n',
    '\nwithin Z1 {\n  zone Z0 { asset A10 : plc }\n}\n',
    '\nwithin Z1.Z0 { asset B : plc }\n',
    '\nwithin C0 {\n  asset F : firewall\n  meets SR 5.2 because "x"\n}\n',
    '\nwithin Z0.A0 { misses SR 1.1 because "x" }\n',
    '\nwithin own { meets SR 1.7 }\n',
    '\ntype own : plc\n',
];

/**
 * One edit of a text, of the kinds that people make, whatever it says.
 * @param others texts of which a piece may be copied
 */
export function edited(text: string, next: Next, others: readonly string[]): string {
    const lines = text.split('\n');
    const line = next(lines.length);
    const at = next(text.length + 1);
    switch (next(12)) {
        case 0:
            return [...lines.slice(0, line), lines[next(lines.length)]!, ...lines.slice(line)].join('\n');
        case 1:
            return [...lines.slice(0, line), ...lines.slice(line + 1 + next(3))].join('\n');
        case 2:
            return text.slice(0, at) + words[next(words.length)]! + text.slice(at);
        case 3:
            return text.slice(0, at) + text.slice(at + 1 + next(4));
        case 4: {
            const names = [...text.matchAll(/\b[A-Z]\w+/g)];
            if (names.length === 0) return text;
            const [from, to] = [names[next(names.length)]!, names[next(names.length)]!];
            return (
                text.slice(0, from.index) +
                (next(2) === 0 ? to[0] : `${from[0]}x`) +
                text.slice(from.index + from[0].length)
            );
        }
        case 5:
            return [...lines.slice(0, line), `// ${lines[line]!}`, ...lines.slice(line + 1)].join('\n');
        case 6:
            return [...lines.slice(0, line), lines[line]!.replace(/^(\s*)\/\/ /, '$1'), ...lines.slice(line + 1)].join(
                '\n',
            );
        case 7:
            return [
                ...lines.slice(0, line),
                ['', '// A note.', '/** Documentation. */'][next(3)]!,
                ...lines.slice(line),
            ].join('\n');
        case 8: {
            const other = others[next(others.length)]!;
            const starts = cut(other);
            const piece = next(starts.length);
            return `${text}\n${other.slice(starts[piece], starts[piece + 1])}`;
        }
        case 9: {
            const starts = cut(text);
            const piece = next(starts.length);
            return text.slice(0, starts[piece]) + text.slice(starts[piece + 1] ?? text.length);
        }
        case 10: {
            const quoted = [...text.matchAll(/"[^"\n]+"/g)];
            if (quoted.length === 0) return text;
            const one = quoted[next(quoted.length)]!;
            return `${text.slice(0, one.index + 1)}New ${text.slice(one.index + 1)}`;
        }
        default:
            return [
                ...lines.slice(0, line),
                '  '.repeat(next(3)) + lines[line]!.trimStart(),
                ...lines.slice(line + 1),
            ].join('\n');
    }
}
