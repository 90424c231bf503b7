import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { FindingHere, Hinted } from './diagnostics.ts';
import { areSameHints, diagnosticsOf, findingsAt, hintsAt, settingsDiagnostics } from './diagnostics.ts';
import { withoutUnfinished } from './grouped.ts';
import type { Span } from '../model/index.ts';
import type { TextState } from '../project/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Traffic } from './traffic.ts';
import type { Workspace } from './workspace.ts';

/** What is shown at a file: the findings of its models, and in how many of those it is. */
interface Here {
    /** From which it was made: where these are the same, so is what is shown. */
    readonly analyses: readonly LiveAnalysis[];
    readonly unfinished: Span | null;
    /** True for a file in no model that the settings exclude. */
    readonly leftOut: boolean;
    readonly findings: readonly FindingHere[];
    /** What findings of other places blame here too. */
    readonly hints: readonly Hinted[];
}

/** What was sent last about a file. */
interface Shown {
    /** The URI as it was spelled then. */
    readonly as: string;
    readonly said: string;
    readonly state: TextState | undefined;
    readonly here: Here;
}

/** True where what is shown was made from the same analyses, and nothing waits that did not wait then. */
function isOfSame(before: Here, { analyses, unfinished, leftOut }: Omit<Here, 'findings' | 'hints'>): boolean {
    return (
        before.leftOut === leftOut &&
        before.analyses.length === analyses.length &&
        before.analyses.every((each, index) => each === analyses[index]) &&
        before.unfinished?.start === unfinished?.start &&
        before.unfinished?.end === unfinished?.end
    );
}

function isSame(before: Here, after: Here): boolean {
    return (
        before.leftOut === after.leftOut &&
        before.analyses.length === after.analyses.length &&
        before.findings.length === after.findings.length &&
        areSameHints(before.hints, after.hints) &&
        before.findings.every(({ shown, systems }, index) => {
            const other = after.findings[index]!;
            return (
                systems.length === other.systems.length &&
                before.findings[index]!.reduced === undefined &&
                other.reduced === undefined &&
                systems.every((system, at) => system === other.systems[at]) &&
                shown.looksLike(other.shown)
            );
        })
    );
}

/** How long, in milliseconds, findings wait at most for the answer to a question. */
const longestHold = 5000;
/** So many files that are not open are published at once; of more, one after the other. */
const atOnce = 20;

/** Tells the editor what is found, file by file, and only where it has become different. */
export class Publisher {
    private readonly connection: Connection;
    private readonly workspace: Workspace;
    private readonly traffic: Traffic;
    /** What the editor shows now, as it was sent, with the text that it was said of. */
    private readonly shown = new Map<string, Shown>();
    private readonly settings = new Map<string, string>();
    private holds = 0;
    private isLate = false;
    /** Files whose turn has not come yet. */
    private readonly waiting = new Set<string>();
    private isSending = false;
    client: ClientCapabilities = {};
    pages: string | null = null;

    constructor(connection: Connection, workspace: Workspace, traffic: Traffic) {
        this.connection = connection;
        this.workspace = workspace;
        this.traffic = traffic;
    }

    /**
     * Keeps findings back until an answer was sent, though not for long.
     * @returns what ends it; then what has become different meanwhile is published
     */
    hold(): () => void {
        let isHeld = true;
        const release = (): void => {
            clearTimeout(timer);
            if (!isHeld) return;
            isHeld = false;
            if (--this.holds > 0 || !this.isLate) return;
            this.isLate = false;
            this.publishAll();
        };
        const timer = setTimeout(release, longestHold);
        this.holds++;
        return release;
    }

    /**
     * Publishes the findings at one file.
     * @returns when they are on their way, where any are sent
     */
    publish(uri: string): Promise<void> | undefined {
        if (this.holds > 0) {
            this.isLate = true;
            return undefined;
        }
        const { texts } = this.workspace;
        const state = texts.state(uri);
        const as = this.workspace.spelled(uri);
        const before = this.shownAs(as, uri);
        const analyses = this.workspace.analysesWith(uri);
        const unfinished = this.workspace.unfinishedIn(uri);
        const leftOut = analyses.length === 0 && this.workspace.leavesOut(uri);
        if (before && before.state === state && isOfSame(before.here, { analyses, unfinished, leftOut }))
            return undefined;
        const findings = findingsAt(this.workspace, uri).map(each =>
            withoutUnfinished(each, uri, unfinished, before?.here.findings ?? []),
        );
        const hints = hintsAt(this.workspace, uri, findings);
        const here = { analyses, unfinished, leftOut, findings, hints };
        if (before && before.state === state && isSame(before.here, here)) {
            // What it was made from before can be let go.
            this.shown.set(uri, { ...before, here });
            return undefined;
        }
        const diagnostics = state ? diagnosticsOf(this.workspace, uri, this, findings, hints) : [];
        const said = JSON.stringify(diagnostics);
        const version = state?.version ?? null;
        const sameVersion = (before?.state?.version ?? null) === version;
        if (before ? before.said === said && sameVersion : diagnostics.length === 0 && version === null) {
            if (before) this.shown.set(uri, { as, said, state, here });
            return undefined;
        }
        if (state === undefined || (diagnostics.length === 0 && version === null)) this.shown.delete(uri);
        else this.shown.set(uri, { as, said, state, here });
        return this.connection.sendDiagnostics({
            uri: as,
            diagnostics,
            ...(version === null ? {} : { version }),
        });
    }

    /**
     * What is shown at a file. An editor that opens a file by another spelling of its URI may take it for another file:
     * what was shown by the spelling before goes first.
     */
    private shownAs(as: string, uri: string): Shown | undefined {
        const before = this.shown.get(uri);
        if (!before || before.as === as) return before;
        this.shown.delete(uri);
        void this.connection.sendDiagnostics({ uri: before.as, diagnostics: [] });
        return undefined;
    }

    /**
     * Publishes what has become different anywhere: in files that are open at once, and in many others one by one. An
     * editor reads tens of megabytes when a large plant is opened, and whoever types meanwhile waits for none of it.
     */
    publishAll(): void {
        if (this.holds > 0) {
            this.isLate = true;
            return;
        }
        const open = new Set(this.workspace.texts.openUris);
        for (const uri of open) void this.publish(uri);
        this.publishSettings();
        for (const uri of this.shown.keys()) this.waiting.add(uri);
        for (const { gathering } of this.workspace.analyses())
            for (const uri of gathering.imports.keys()) this.waiting.add(uri);
        for (const uri of open) this.waiting.delete(uri);
        if (!this.isSending) void this.publishWaiting();
    }

    private async publishWaiting(): Promise<void> {
        this.isSending = true;
        const isLarge = this.waiting.size > atOnce;
        for (const uri of this.waiting) {
            this.waiting.delete(uri);
            if (isLarge) await this.traffic.turn();
            const sent = this.publish(uri);
            if (isLarge) await sent;
        }
        this.isSending = false;
    }

    private publishSettings(): void {
        const used = new Map(
            this.workspace.analyses().flatMap(({ root }) => {
                const file = this.workspace.settingsOf(root);
                return file ? [[file.uri, file] as const] : [];
            }),
        );
        for (const uri of new Set([...this.settings.keys(), ...used.keys()])) {
            const file = used.get(uri);
            const diagnostics = file ? settingsDiagnostics(file) : [];
            const said = JSON.stringify(diagnostics);
            if ((this.settings.get(uri) ?? '[]') === said) continue;
            this.settings.set(uri, said);
            void this.connection.sendDiagnostics({ uri, diagnostics });
        }
    }
}
