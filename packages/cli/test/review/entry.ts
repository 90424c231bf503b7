import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Verdict } from 'iacs-language/diff';

/** Texts by their path from the top of a repository. */
export type Files = Map<string, string>;
export type Edit = (files: Files) => void;

/** One change that somebody makes, and what a competent reviewer has to be told of it. */
export interface Entry {
    /** The change, in words. */
    readonly what: string;
    /** What is different before it. */
    readonly given?: readonly Edit[];
    readonly edit: readonly Edit[];
    readonly verdict: Verdict;
    /**
     * What the visible part of the comment has to say, besides the change itself; white space and marks of Markdown
     * left aside.
     */
    readonly says?: readonly RegExp[];
    readonly never?: readonly RegExp[];
    /** Whom it concerns: who owns what was changed. */
    readonly owners?: readonly string[];
}

export const main = 'truck-loading/main.iacs';

/**
 * Puts one text in the place of another that stands once. A replacement that finds nothing is a mistake in the ledger.
 */
export function swap(from: string, to: string, file = main): Edit {
    return files => {
        const text = files.get(file) ?? '';
        assert.equal(text.split(from).length, 2, `${file} has to have once: ${from}`);
        files.set(
            file,
            text.replace(from, () => to),
        );
    };
}

/** The same in the block of one element, from its first word to the next line that begins with a brace. */
export function inside(block: string, from: string, to: string, file = main): Edit {
    return files => {
        const text = files.get(file) ?? '';
        const start = text.indexOf(`${block} `);
        assert.ok(start >= 0, `${file} has to have ${block}`);
        const end = text.indexOf('\n}', start) + 1;
        const body = text.slice(start, end);
        assert.equal(body.split(from).length, 2, `${block} has to have once: ${from}`);
        files.set(file, text.slice(0, start) + body.replace(from, () => to) + text.slice(end));
    };
}

export function every(from: string | RegExp, to: string, file = main): Edit {
    return files => {
        const text = files.get(file) ?? '';
        const changed = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
        assert.notEqual(changed, text, `${file} has to have ${from}`);
        files.set(file, changed);
    };
}

export const drop = (text: string, file = main): Edit => swap(text, '', file);
export const append =
    (text: string, file = main): Edit =>
    files =>
        void files.set(file, `${files.get(file) ?? ''}\n${text}\n`);
export const write =
    (file: string, text: string): Edit =>
    files =>
        void files.set(file, text);
export const remove =
    (file: string): Edit =>
    files =>
        assert.ok(files.delete(file));
export const rename =
    (file: string, to: string): Edit =>
    files => {
        files.set(to, files.get(file)!);
        files.delete(file);
    };

const start = (file: string): string => readFileSync(new URL(`../history/start/${file}`, import.meta.url), 'utf8');

/** The plant that the ledger changes: three models of one repository, one of them in several files. */
export function plant(): Files {
    return new Map([
        [
            main,
            start(main).replace(
                'import "../library/products.iacs"',
                'import "../library/products.iacs"\nimport "found.iacs"',
            ),
        ],
        ['library/products.iacs', start('library/products.iacs')],
        [
            'truck-loading/found.iacs',
            [
                '// Found on a walk through the plant, in no conduit yet.',
                'flow Enterprise.Office -> Dmz.Logs : https "Reports of the log server" { access read }',
                'flow Dmz.Logs -> Control.TimeServer : ntp "Time of the log server" { access read }',
            ].join('\n'),
        ],
        [
            'pumps/main.iacs',
            [
                'system Pumps "Pump station" { owner "Water utility" tolerable-risk 6 }',
                'zone Office { kind enterprise owner "Water utility"',
                '  asset Desk : workstation',
                '}',
                'zone Station { kind control owner "Water utility" SL-T 1',
                '  asset Rtu : rtu { is essential }',
                '}',
                'conduit Reports between Station and Office { owner "Water utility" via Gate',
                '  asset Gate : firewall { serves Station, Office }',
                '  flow Station.Rtu -> Office.Desk : https "Levels" { access read }',
                '}',
                'invariant NobodyIn { deny path from Office to Station }',
            ].join('\n'),
        ],
        [
            'yard/main.iacs',
            'system Yard { owner "Yard" }\nzone Field { kind field owner "Yard"\n  asset Gate1 : plc\n}\n',
        ],
        ['iacs.config.json', '{ "rules": { "zone-without-flows": "info" }, "failOn": "error" }\n'],
    ]);
}
