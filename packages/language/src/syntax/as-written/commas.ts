/** Signs and words that people write between the names of a list. */
export const commas: ReadonlySet<string> = new Set([',', '&', 'and', 'und', 'et']);
