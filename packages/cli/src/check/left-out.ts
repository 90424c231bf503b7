/** What standard error says of files of a folder that are in no model, as they are printed. */
export function leftOutText(files: readonly string[]): string {
    const [one, more] = [files.length === 1, files.length - 3];
    return (
        `${files.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more files` : ''} ${one ? 'is' : 'are'} in ` +
        `none of these models, so nothing in ${one ? 'it' : 'them'} was checked. Import ` +
        `${one ? 'it' : 'them'}, or exclude ${one ? 'it' : 'them'} in the settings.`
    );
}
