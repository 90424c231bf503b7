/** What is wrong with the built command line; `null` where it is there and no source is newer. */
export function buildFault(
    command?: string,
    root?: string,
): { readonly built: boolean; readonly message: string } | null;

/** Throws what {@link buildFault} says. */
export function assertFreshBuild(command?: string): void;
