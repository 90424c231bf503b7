import { gather, isRoot, type Importing, type Problem } from 'iacs-language';
import { candidatesOf, type Side } from '../sides.ts';
import { besideRoots } from './left-out.ts';
import { pairRoots, systemOf, type RootPair } from './roots.ts';

/** What of two sides could not be read. */
export interface Unread {
    readonly before: readonly Problem[];
    readonly after: readonly Problem[];
}

/** The roots of both sides, one by one, as they are searched: by what the settings of the older side leave out. */
export class Roots {
    readonly before: Side;
    readonly after: Side;
    /** Files that lie outside of what may be read. */
    readonly passedOver: string[] = [];
    private readonly unreadBefore: Problem[];
    private readonly unreadAfter: Problem[];
    private readonly hasRead: ((characters: number) => void) | undefined;
    private read = 0;

    /** @param hasRead hears again and again of how many characters have been read */
    constructor(before: Side, after: Side, hasRead?: (characters: number) => void) {
        this.before = before;
        this.after = after;
        this.hasRead = hasRead;
        this.unreadBefore = submodulesApart(before, after);
        this.unreadAfter = submodulesApart(after, before);
    }

    /** What could not be read; complete after the roots of a side were asked for. */
    get unread(): Unread {
        return { before: this.unreadBefore, after: this.unreadAfter };
    }

    old(): Promise<readonly Importing[]> {
        return this.rootsOf(this.before, this.unreadBefore);
    }

    now(): Promise<readonly Importing[]> {
        return this.rootsOf(this.after, this.unreadAfter);
    }

    /** The files of the side after that are looked at, roots and others. */
    filesNow(): Promise<readonly string[]> {
        return candidatesOf(this.after, uri => this.before.project.settings.excludes(uri));
    }

    /** Which root of the one side is which of the other one; one that was elsewhere is known by its system. */
    pairs(old: readonly Importing[], now: readonly Importing[]): Promise<readonly RootPair[]> {
        return Promise.all(
            pairRoots(old, now).map(async ([first, second]): Promise<RootPair> => [
                first ?? (await this.cameFrom(second!)),
                second,
            ]),
        );
    }

    /** True for a model of which no file differs; an import that leads nowhere may lead somewhere on the other side. */
    same([old, now]: RootPair): boolean {
        if (!old || !now || textOf(this.before, old.uri) !== textOf(this.after, now.uri)) return false;
        const { files, problems } = gather(old, this.before.project.heads);
        const beside = besideRoots(old, now);
        return (
            problems.length === 0 &&
            files.every(({ uri }) => textOf(this.before, uri) === textOf(this.after, beside(uri)))
        );
    }

    private async rootsOf(side: Side, problems: Problem[] = []): Promise<readonly Importing[]> {
        const candidates = await candidatesOf(
            side,
            uri => this.before.project.settings.excludes(uri),
            (folder, reason) => problems.push(unreadable(folder, `This folder cannot be read: ${reason}`)),
        );
        for (const uri of candidates) {
            const content = side.project.texts.get(uri);
            if (content === undefined) continue;
            if ('text' in content) this.read += content.text.length;
            else if (content.outside) this.passedOver.push(uri);
            else problems.push(unreadable(uri, `This file cannot be read: ${content.unreadable}`));
        }
        this.hasRead?.(this.read);
        return candidates.flatMap(uri => {
            const state = side.project.texts.state(uri);
            return state?.mayBeRoot && isRoot(state.head) ? [state.head] : [];
        });
    }

    /** A model that has moved out of the places that are compared, or into them, is known by the name of its system. */
    private async cameFrom(root: Importing): Promise<Importing | null> {
        const { everywhere } = this.before;
        const name = systemOf(root);
        if (!everywhere || name === null) return null;
        const elsewhere = await this.rootsOf(everywhere);
        return elsewhere.find(old => systemOf(old) === name && !this.after.project.texts.exists(old.uri)) ?? null;
    }
}

/** The text of a file on a side; `undefined` where there is none. */
export function textOf({ project }: Side, uri: string): string | undefined {
    return project.texts.state(uri)?.text;
}

function unreadable(uri: string, message: string): Problem {
    return { kind: 'unresolved', message, at: { file: uri, start: 0, end: 0 }, subject: null, fixes: [], related: [] };
}

/**
 * Submodules of a side that are not here and are not the same on the other side: nobody can say that nothing changes in
 * them.
 */
function submodulesApart(side: Side, other: Side): Problem[] {
    const known = new Set(other.unread?.map(({ uri, oid }) => `${uri} ${oid}`));
    return (side.unread ?? [])
        .filter(({ uri, oid }) => !known.has(`${uri} ${oid}`))
        .map(({ uri, oid }) =>
            unreadable(
                uri,
                `This submodule is at ${oid.slice(0, 12)}, which is not here, so it was not compared. Check it ` +
                    'out: git submodule update --init',
            ),
        );
}
