/** A noun, with its verb where it has one, as a count asks for it: `row`, `rows are`. */
export function plural(count: number, one: string, many = `${one}s`): string {
    return count === 1 ? one : many;
}

/** `1 zone`, `3 zones`; `1 row is`, `3 rows are` with both given: no message says "1 rows". */
export function counted(count: number, one: string, many?: string): string {
    return `${count} ${plural(count, one, many)}`;
}
