import path from 'node:path';

/** Devices, also with an ending; signs that mean something else in a path; ends that other programs drop. */
const noName = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\..*)?$|[<>:"|?*\u0000-\u001f]|[. ]$/iu;

/**
 * True for a file that Windows cannot have, or that most programs there could neither open nor remove. Node would make
 * it all the same: it takes a name as it is, past the rules of Windows.
 * @param file absolute; a device by its full name, `\\.\NUL`, is none
 */
export function isNoFileOfWindows(file: string): boolean {
    return file
        .slice(path.win32.parse(file).root.length)
        .split(/[\\/]/)
        .some(part => noName.test(part));
}
