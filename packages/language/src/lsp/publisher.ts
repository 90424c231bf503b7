import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { FindingHere } from './diagnostics.ts';
import { diagnosticsOf, findingsAt, settingsDiagnostics } from './diagnostics.ts';
import { withoutUnfinished } from './grouped.ts';
import type { Span } from '../model/index.ts';
import type { TextState } from '../project/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Workspace } from './workspace.ts';

/** What is shown at a file: the findings of its models, and in how many of those it is. */
interface Here {
    /** From which it was made: where these are the same, so is what is shown. */
    readonly analyses: readonly LiveAnalysis[];
    readonly unfinished: Span | null;
    readonly findings: readonly FindingHere[];
}

/** True where what is shown was made from the same analyses, and nothing waits that did not wait then. */
function isOfSame(before: Here, analyses: readonly LiveAnalysis[], unfinished: Span | null): boolean {
    return (
        before.analyses.length === analyses.length &&
        before.analyses.every((each, index) => each === analyses[index]) &&
        before.unfinished?.start === unfinished?.start &&
        before.unfinished?.end === unfinished?.end
    );
}

function isSame(before: Here, after: Here): boolean {
    return (
        before.analyses.length === after.analyses.length &&
        before.findings.length === after.findings.length &&
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

/** Tells the editor what is found, file by file, and only where it has become different. */
export class Publisher {
    private readonly connection: Connection;
    private readonly workspace: Workspace;
    /** What the editor shows now, as it was sent, with the text that it was said of. */
    private readonly shown = new Map<
        string,
        { readonly said: string; readonly state: TextState | undefined; readonly here: Here }
    >();
    private readonly settings = new Map<string, string>();
    private holds = 0;
    private isLate = false;
    client: ClientCapabilities = {};
    pages: string | null = null;

    constructor(connection: Connection, workspace: Workspace) {
        this.connection = connection;
        this.workspace = workspace;
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

    /** Publishes the findings at one file. */
    publish(uri: string): void {
        if (this.holds > 0) {
            this.isLate = true;
            return;
        }
        const { texts } = this.workspace;
        const state = texts.state(uri);
        const before = this.shown.get(uri);
        const analyses = this.workspace.analysesWith(uri);
        const unfinished = this.workspace.unfinishedIn(uri);
        if (before && before.state === state && isOfSame(before.here, analyses, unfinished)) return;
        const findings = findingsAt(this.workspace, uri).map(each =>
            withoutUnfinished(each, uri, unfinished, before?.here.findings ?? []),
        );
        const here = { analyses, unfinished, findings };
        if (before && before.state === state && isSame(before.here, here)) {
            // What it was made from before can be let go.
            this.shown.set(uri, { ...before, here });
            return;
        }
        const diagnostics = state ? diagnosticsOf(this.workspace, uri, this, findings) : [];
        const said = JSON.stringify(diagnostics);
        const version = state?.version ?? null;
        const sameVersion = (before?.state?.version ?? null) === version;
        if (before ? before.said === said && sameVersion : diagnostics.length === 0 && version === null) {
            if (before) this.shown.set(uri, { said, state, here });
            return;
        }
        if (state === undefined || (diagnostics.length === 0 && version === null)) this.shown.delete(uri);
        else this.shown.set(uri, { said, state, here });
        void this.connection.sendDiagnostics({
            uri: this.workspace.spelled(uri),
            diagnostics,
            ...(version === null ? {} : { version }),
        });
    }

    /** Publishes what has become different anywhere. */
    publishAll(): void {
        if (this.holds > 0) {
            this.isLate = true;
            return;
        }
        const concerned = new Set([...this.shown.keys(), ...this.workspace.texts.openUris]);
        for (const { gathering } of this.workspace.analyses())
            for (const uri of gathering.imports.keys()) concerned.add(uri);
        for (const uri of concerned) this.publish(uri);
        this.publishSettings();
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
