/** How JSON begins that this program writes: other programs write `schemaVersion` and Code Quality too. */
const ownJson = new RegExp(
    [
        '{\\s*"schemaVersion": 1,\\s*"(findings|shard|models|document|system|date|base|since)":',
        '{\\s*"\\$schema": "[^"]*sarif[^]*"name": "iacs"',
        '[^]*iacs\\.invalid',
        '\\[\\]',
        '\\[\\s*{\\s*"description": "[^]*"check_name": "[a-z-]+",\\s*"fingerprint": "[0-9a-f]{16}"',
    ]
        .map(each => `^${each}`)
        .join('|'),
);

/** How formats begin, and how what is written in them begins; what begins with none of these is text. */
const beginnings: readonly (readonly [kind: string, begins: RegExp, own: RegExp])[] = [
    ['PNG', /^\x89PNG/, /^\x89PNG\r\n\x1a\n[^]{4}IHDR[^]{21}tEXtSoftware\0iacs/],
    ['PDF', /^%PDF/, /\/D \(sheet 1\)/],
    ['XLSX, DOCX or another archive', /^PK\x03\x04/, /^PK\x03\x04\x14\0[\0\x08]\0\x08\0\0\0!\0/],
    ['SVG', /^(<\?xml[^>]*>\s*)?<svg[\s/>]/, /^<svg [^>]*aria-labelledby="iacs-title/],
    ['draw.io', /^(<\?xml[^>]*>\s*)?<mxfile[\s/>]/, /^<mxfile>\n<diagram name=/],
    ['HTML', /^<!doctype html/i, /\n:root { color-scheme: light dark; --ink/],
    ['JSON', /^[{[]/, ownJson],
];
/** How texts begin that this program writes. */
const ownText = new RegExp(
    [
        '[#!] Rules for ',
        'No,Name,Source,',
        '# Where everything is in a diagram',
        'diagram (down|right) ',
        '[^\\n]*,Not understood\\r\\n',
        '#.*\n\n(Cyber security requirements spec|From the model of the plant)',
        '## .*: findings\n',
        '### .*(IEC 62443 model|Since )',
        '---\ntitle: "',
        '<\\?xml[^>]*>\n<testsuites>\n  <testsuite [^>]*>\n    <testcase name="syntax" ',
        '::(error|warning|notice) ',
        '(error|warning|info) [a-z-]+( \\(.*)?\n  ',
        '\\d+ errors?, \\d+ warnings?, ',
        '(.*: )?(Security gets |Some of it gets |Nothing (gets|changes) )',
    ]
        .map(each => `^${each}`)
        .join('|'),
);

/** What a file is by its beginning, and whether this program writes such files. */
export function kindOf(bytes: Uint8Array): { readonly kind: string; readonly isOwn: boolean } {
    const head = Buffer.from(bytes)
        .toString('latin1')
        .replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '');
    const [kind, , own] = beginnings.find(([, begins]) => begins.test(head)) ?? ['text', /^/, ownText];
    return { kind, isOwn: own.test(head) };
}
