/** A block as text, with what is in it set in. */
export function blockText(head: string, lines: readonly string[]): string {
    if (lines.length === 0) return `${head}\n`;
    const inner = lines
        .flatMap(line => line.trimEnd().split('\n'))
        .map(line => (line === '' ? '' : `  ${line}`))
        .join('\n');
    return `${head} {\n${inner}\n}\n`;
}
