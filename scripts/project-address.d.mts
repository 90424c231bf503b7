export interface Address {
    readonly url: string;
    readonly repository: string;
    readonly bugs: string;
    readonly homepage: string;
    readonly files: string;
    readonly pages: string;
}
export function webAddress(given: string): string | null;
export function projectAddress(from?: {
    readonly option?: string | undefined;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly root?: string;
}): Address | null;
