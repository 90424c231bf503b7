/** What a tab is called: what it shows, and of which system, since several may be open. */
export const tabTitle = (what: string, system: string): string => (system === '' ? what : `${what} · ${system}`);
