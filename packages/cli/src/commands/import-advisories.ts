import { counted } from 'iacs-language';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { decode } from 'iacs-language/read-text';
import { namesAbout } from '../import/advisories/about-model.ts';
import type { FromFile } from '../import/advisories/choose.ts';
import { isOlder, keyOf, newestOf, revisionText } from '../import/advisories/choose.ts';
import { candidatesIn, openCandidate } from '../import/advisories/find-files.ts';
import { readCsaf } from '../import/advisories/read-csaf.ts';
import { advisoriesIn } from '../import/advisories/written.ts';
import { writeAdvisory } from '../import/advisories/write-advisory.ts';
import { existingText } from '../import/given.ts';
import { nameFrom, Names } from '../import/names.ts';
import type { PutState } from '../import/put-block.ts';
import { goneText, putBlocks } from '../import/put-block.ts';
import type { Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { loadOneModel } from '../models.ts';
import { readOptions } from '../options.ts';
import { writePart } from '../write-part.ts';
import { Progress } from '../progress.ts';

/** More lines of one kind are counted. */
const mostShown = 20;

function lines(all: readonly string[], io: Io): void {
    for (const line of all.slice(0, mostShown)) io.err(`${line}\n`);
    if (all.length > mostShown) io.err(`And ${all.length - mostShown} more like these.\n`);
}

/** What came of the files of a delivery. */
interface Delivery {
    readonly read: readonly FromFile[];
    /** Sentences about files whose digest differs, and about files that cannot be used. */
    readonly differing: readonly string[];
    readonly refused: readonly string[];
    readonly checked: number;
    readonly others: number;
}

function readAll(given: readonly string[], io: Io): Delivery {
    const { files, unread } = candidatesIn(given, io.cwd);
    const [read, differing, refused]: [FromFile[], string[], string[]] = [[], [], [...unread]];
    const progress = new Progress(io);
    let [checked, others] = [0, 0];
    try {
        for (const { full, shown } of files) {
            progress.step(`Reading ${shown}`);
            const opened = openCandidate(full);
            if ('unreadable' in opened) {
                (opened.differs ? differing : refused).push(`${shown} is not read: ${opened.unreadable}`);
                continue;
            }
            const text = decode(opened.bytes);
            const answer =
                typeof text === 'string' ? readCsaf(text) : { refused: text.unreadable, isOther: false as boolean };
            if ('refused' in answer) {
                if (answer.isOther) others++;
                else refused.push(`${shown} is not imported: ${answer.refused}`);
                continue;
            }
            if (opened.checked) checked++;
            const sha256 = createHash('sha256').update(opened.bytes).digest('hex');
            read.push({ read: answer, shown, source: path.basename(full), sha256 });
        }
    } finally {
        progress.end();
    }
    return { read, differing, refused, checked, others };
}

const plainly = ({ today }: Io) => ({ today, withoutRules: true }) as const;

/** `iacs import advisories FOLDER…`. */
export async function importAdvisories(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { output: 'string', model: 'string', help: 'flag' });
    const [, ...given] = words;
    if (given.length === 0) throw new Failure('iacs import advisories expects folders or files with CSAF documents.');
    const { read, differing, refused, checked, others } = readAll(given, io);
    const left: string[] = [];
    const newest = newestOf(read, line => left.push(line));
    const existing = existingText(values.output, io);
    const known = new Map(advisoriesIn(existing ?? '').map(each => [keyOf(each), each]));
    const names = new Names(Array.from(known.values(), each => each.name));
    const all = newest.flatMap(each => {
        const there = known.get(keyOf(each.read));
        if (there && isOlder(each.read, there) === true) {
            left.push(
                `${each.shown} is left out: ${values.output} has ${revisionText(there)} of ` +
                    `${each.read.identifier}, which is newer.`,
            );
            return [];
        }
        const name = there?.name ?? names.unique(nameFrom(each.read.identifier.replace(/[^\x20-\x7e]/g, ''), 'A'));
        return [{ name, written: writeAdvisory({ name, ...each }, each.read) }];
    });
    if (newest.length === 0) {
        lines([...differing, ...refused], io);
        throw new Failure(`There is no security advisory as CSAF in ${given.join(', ')} that can be imported.`);
    }
    const plant = values.model === undefined ? null : await loadOneModel([values.model], io, plainly(io));
    const about = plant && namesAbout(plant.analysis, all);
    const put = all.filter(each => !about || about.has(each.name));
    const { text, states, gone } = putBlocks(existing, 'advisory', put);
    if (values.output === undefined) io.out(text);
    else writePart(values.output, text, io);
    io.err(
        `${counted(read.length, 'advisory', 'advisories')} read: ${checked} with a digest that holds, ` +
            `${read.length - checked} without one` +
            `${others === 0 ? '.' : `; ${counted(others, 'other JSON file')} left aside.`}\n`,
    );
    if (about)
        io.err(
            `Left out: ${counted(all.length - put.length, 'advisory', 'advisories')} that ` +
                `${all.length - put.length === 1 ? 'names' : 'name'} no product of ${values.model}. Import again ` +
                `when the model gets further products.\n`,
        );
    lines(differing, io);
    lines(refused, io);
    lines(left, io);
    lines(
        newest.flatMap(each => each.read.notices.map(notice => `${each.shown}: ${notice}`)),
        io,
    );
    lines(
        newest.flatMap(({ read: { tlp }, shown }) =>
            tlp === null || /^(WHITE|CLEAR)$/i.test(tlp)
                ? []
                : [`${shown} is TLP:${tlp}: pass the model on only as far as that allows.`],
        ),
        io,
    );
    if (values.output !== undefined) {
        const count = (state: PutState): number => states.filter(each => each === state).length;
        io.err(
            `In ${values.output} ${count('new')} are new, ${count('updated')} updated, ` +
                `${count('unchanged')} unchanged.\n`,
        );
        lines(
            put.flatMap(({ name }, index) => goneText(name, gone[index]!) ?? []),
            io,
        );
    }
    return differing.length > 0 ? exit.no : exit.fine;
}
