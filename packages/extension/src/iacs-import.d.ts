/** What the bundle of the server takes from the command line (`packages/cli/src/import-door.ts`). */
declare module 'iacs-import' {
    type UnreadColumns = import('./import-messages.ts').UnreadColumns;
    interface Io {
        readonly cwd: string;
        readonly version: string;
        readonly env: Readonly<Record<string, string | undefined>>;
        readonly today: string;
        readonly colours: boolean;
        readonly progress: boolean;
        out(content: string | Uint8Array): void;
        err(text: string): void;
        readonly remarked?: (line: string, count: number) => void;
        status(text: string): void;
        stdin(): Promise<string>;
    }
    export const command: { run(args: readonly string[], io: Io): Promise<number> };
    export class Failure extends Error {}
    export class ImportError extends Error {
        readonly unread: UnreadColumns | null;
    }
}
