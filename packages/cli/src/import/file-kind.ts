/** What the bytes of a file are, whatever its name says. */
export type FileKind = 'workbook' | 'text' | { readonly other: string };

const saveAs = 'open it in a spreadsheet program and save it as .xlsx or CSV.';

function beginsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
    return start.every((byte, index) => bytes[index] === byte);
}

/** True where a name stands among the entries of a compound file, which are written in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'));
}

/** An old Office file or the envelope around a protected one ([MS-CFB], [MS-OFFCRYPTO]). */
function compoundFile(bytes: Uint8Array): string {
    if (hasStream(bytes, 'EncryptedPackage'))
        return 'is protected by a password: open it, take the password away (File, Info, Protect), and save it.';
    if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book'))
        return `is a workbook of Excel 97 to 2003 (.xls), whatever its name says: ${saveAs}`;
    if (hasStream(bytes, 'WordDocument'))
        return `is an old Word document: copy its table into a workbook and save that as .xlsx.`;
    return `is an old Office file: ${saveAs}`;
}

/** The name of a part near the beginning of a ZIP archive shows what it holds. */
function archive(bytes: Uint8Array): FileKind {
    const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const holds = (text: string): boolean => names.includes(text, 0, 'latin1');
    if (holds('xl/workbook.xml')) return 'workbook';
    if (holds('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))
        return { other: `is an OpenDocument spreadsheet (.ods): ${saveAs}` };
    if (holds('mimetypeapplication/vnd.oasis.opendocument'))
        return {
            other: 'is an OpenDocument text or drawing: copy its table into a spreadsheet and save that as .xlsx.',
        };
    if (holds('xl/workbook.bin')) return { other: `is a binary workbook (.xlsb): ${saveAs}` };
    if (holds('word/document.xml'))
        return { other: 'is a Word document: copy its table into a workbook and save that as .xlsx.' };
    if (holds('Index/Document.iwa')) return { other: 'is a Numbers document: export it as Excel (.xlsx) or CSV.' };
    return 'workbook';
}

function markup(bytes: Uint8Array): FileKind {
    const zeros = beginsWith(bytes, 0xff, 0xfe) || beginsWith(bytes, 0xfe, 0xff) ? /\0/g : /(?!)/g;
    const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4000))
        .toString('latin1')
        .replace(zeros, '')
        .replace(/^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]+/, '')
        .toLowerCase();
    if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|table|head|body|meta|style)\b/s.test(start))
        return { other: `is a web page (HTML), whatever its name says: ${saveAs}` };
    if (start.startsWith('<?xml') && start.includes('urn:schemas-microsoft-com:office:spreadsheet'))
        return { other: `is an XML spreadsheet of 2003, whatever its name says: ${saveAs}` };
    if (start.startsWith('<?xml') && start.includes('<nmaprun'))
        return {
            other:
                'is the XML output of nmap: use a table of it, such as CSV with the headers "Host", "Name" and ' +
                '"MAC".',
        };
    if (/^# nmap \d/.test(start) && /^host: \S+ \(/m.test(start))
        return {
            other:
                'is the grepable output of nmap: use a table of it, such as CSV with the headers "IP", "FQDN", ' +
                '"Port", "Protocol" and "Service".',
        };
    if (start.startsWith('<?xml')) return { other: 'is an XML file: save the table that is wanted as .xlsx or CSV.' };
    if (start.startsWith('id;p')) return { other: `is a SYLK file: ${saveAs}` };
    if (start.startsWith('{\\rtf'))
        return { other: 'is a rich text document: copy its table into a workbook and save that as .xlsx.' };
    return 'text';
}

/**
 * What a file is by its first bytes; `other` says what it is and what to do, as the end of a sentence that begins with
 * its name.
 */
export function kindOf(bytes: Uint8Array): FileKind {
    if (beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return archive(bytes);
    if (beginsWith(bytes, 0x50, 0x4b)) return 'workbook';
    if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { other: compoundFile(bytes) };
    if (beginsWith(bytes, 0x25, 0x50, 0x44, 0x46))
        return { other: 'is a PDF: copy its table into a workbook and save that as .xlsx.' };
    if (beginsWith(bytes, 0x1f, 0x8b)) return { other: 'is a packed file (gzip): unpack it first.' };
    return markup(bytes);
}
