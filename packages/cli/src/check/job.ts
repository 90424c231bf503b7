import type { FailLevel, SeveritySetting } from 'iacs-language';
import { withSeverities } from 'iacs-language';
import { baselineOf } from '../baseline.ts';
import { collectGarbage } from '../heap.ts';
import type { Io } from '../io.ts';
import type { LoadOptions } from '../models.ts';
import { ModelReader } from '../models.ts';
import type { Unread } from '../unread.ts';
import { unreadAt } from '../unread.ts';
import type { Output } from '../outputs.ts';
import type { Checked } from './checked.ts';
import { checked } from './checked.ts';
import type { CheckFormat } from './formats.ts';
import type { Outcome, Wanted } from './outcome.ts';
import { outcomeOf, outcomeOfUnread } from './outcome.ts';

/** What `check` was asked for, as plain data: threads get it as it is. */
export interface CheckRequest {
    readonly outputs: readonly Output<CheckFormat>[];
    readonly today: string;
    readonly overrides: readonly (readonly [string, SeveritySetting])[];
    readonly failOn?: FailLevel;
    readonly baseline?: string;
    readonly within?: string;
    /** `I/N` as it was given. */
    readonly shard?: string;
}

/** One file to look at. */
export interface Asked {
    readonly uri: string;
    readonly isFolder: boolean;
}

/** Checks file after file; the same in the main thread and in every other. */
export class CheckJob {
    readonly reader: ModelReader;
    /** How models are loaded. */
    readonly loading: Omit<LoadOptions, 'unread' | 'withoutRules'>;
    private readonly io: Io;
    private readonly wanted: Wanted;

    /**
     * @param profile receives the time that each rule took
     * @param reading is called with each file before it is read
     */
    constructor(request: CheckRequest, io: Io, profile?: Map<string, number>, reading?: (uri: string) => void) {
        this.io = io;
        this.loading = {
            today: request.today,
            adjust: settings => withSeverities(settings, request.overrides),
            ...(request.within === undefined ? {} : { within: request.within }),
            ...(profile ? { profile: { clock: () => performance.now(), spent: profile } } : {}),
        };
        this.reader = new ModelReader(io, this.loading, reading);
        this.wanted = {
            outputs: request.outputs,
            known: baselineOf(request.baseline, io),
            failOn: request.failOn,
            shard: request.shard,
        };
    }

    /**
     * Looks at a file.
     * @param last true where no further file is asked for
     * @returns `null` for one that is not a root
     */
    check({ uri, isFolder }: Asked, last: boolean): Outcome | null {
        let found: Checked | Unread | null;
        try {
            found = this.checkedAt(uri, isFolder, last);
        } catch (error) {
            // A fault of ours in one model must not hide what is found in a thousand others.
            const reason = error instanceof Error ? error.message : String(error);
            if (this.io.env['IACS_DEBUG'] === '1' && error instanceof Error) this.io.err(`${error.stack}\n`);
            found = unreadAt(
                uri,
                `This model could not be checked: internal error, please report it (${reason}).`,
                this.io,
            );
        }
        if (found === null) return null;
        if ('message' in found) return this.unread(found);
        collectGarbage();
        const outcome = this.outcome(found);
        if (!last) this.reader.keepParts(uri, found.files);
        return outcome;
    }

    /** What is printed of a model. The model and its assessment are let go with this: they are larger than that. */
    private checkedAt(uri: string, isFolder: boolean, last: boolean): Checked | Unread | null {
        const found = this.reader.at(uri, isFolder, last);
        return found === null || 'message' in found ? found : checked(found, this.io);
    }

    /** A model that was checked elsewhere, as it is printed. */
    outcome(model: Checked): Outcome {
        return outcomeOf(model, this.wanted, this.io);
    }

    /** What could not be read, as it is printed. */
    unread(unread: Unread): Outcome {
        return outcomeOfUnread(unread, this.wanted, this.io);
    }
}
