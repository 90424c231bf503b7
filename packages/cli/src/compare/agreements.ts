import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nearest, reasonKinds, type ReasonKind } from 'iacs-language';
import type { GivenAgreement } from 'iacs-language/diff';
import { Failure, type Io } from '../io.ts';
import { dayOption } from '../options.ts';

const head = /^\s*Agreed:\s*(.*?)\s*$/i;
const text = '"((?:[^"\\\\]|\\\\.)*)"';
const line = new RegExp(
    `^(?:(?<what>${text})\\s+)?(?:(?<kind>[a-z][a-z-]*)\\s+)??(?:at\\s+(?<at>${text}|\\S+)\\s+)?` +
        `by\\s+(?<by>${text}|\\S+)(?:\\s+until\\s+(?<until>\\S+))?$`,
    'i',
);

const sample = 'Agreed: sl-t-lowered at Control by "Risk owner" until 2027-01-31';

const unquoted = (word: string): string => (word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word);

function kindOf(word: string, said: string): ReasonKind {
    const kind = reasonKinds.find(each => each === word);
    if (kind !== undefined) return kind;
    const near = nearest(word, reasonKinds);
    throw new Failure(`${said}: there is no kind of reason ${word}.${near === null ? '' : ` Did you mean ${near}?`}`);
}

function agreementOf(said: string, number: number, today: string): GivenAgreement {
    const where = `Line ${number} of the agreements`;
    const found = line.exec(said)?.groups;
    if (!found) throw new Failure(`${where} is not understood. It is written: ${sample}`);
    const { what, kind, at, by, until } = found;
    if (kind === undefined && at === undefined)
        throw new Failure(`${where} does not say what is agreed to: a kind of reason, or at and an element. ${sample}`);
    return {
        kind: kind === undefined ? null : kindOf(kind, where),
        at: at === undefined ? null : unquoted(at),
        by: unquoted(by!),
        what: what === undefined ? null : unquoted(what),
        until: until === undefined ? null : dayOption('agreements', until, today),
    };
}

/**
 * Agreements from outside of the models: lines that begin with `Agreed:`, as the trailer of a commit or in the text of
 * a pull request. All other lines are for people.
 * @param file `-` for standard input; nothing is agreed to without one
 * @throws {@link Failure} for a file that cannot be read, and for a line that is not understood: an agreement that is
 *    passed over would be worse than none
 */
export async function givenAgreements(file: string | undefined, io: Io): Promise<readonly GivenAgreement[]> {
    if (file === undefined) return [];
    let content: string;
    if (file === '-') content = await io.stdin();
    else {
        try {
            content = readFileSync(path.resolve(io.cwd, file), 'utf8');
        } catch {
            throw new Failure(`${file} cannot be read: --agreements wants a file with lines such as ${sample}`);
        }
    }
    return content.split(/\r?\n/).flatMap((each, index) => {
        const said = head.exec(each)?.[1];
        return said === undefined ? [] : [agreementOf(said, index + 1, io.today)];
    });
}
