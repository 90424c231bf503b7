/** What the buttons above the text do, apart from editing it. */
import { ask, element, say } from './dialogs.ts';
import { openFiles, saveFile, saveModel } from './disk.ts';
import { isPath, type ModelFiles } from './model.ts';
import { fragmentIn, fromFragment, longestLink, toFragment } from './share.ts';

export interface CommandHost {
    /** The model as it is in the editor. */
    model(): ModelFiles;
    /** True where something would be lost with the model. */
    isChanged(): boolean;
    /** Shows another model. */
    load(model: ModelFiles): void;
    /** Everything is saved as it is now. */
    saved(): void;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const nameFor = (title: string): string => title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'model';

/** True where nothing is lost, or the reader lets it go. */
export async function mayReplace(host: CommandHost): Promise<boolean> {
    if (!host.isChanged()) return true;
    const answer = await ask(
        'The model has changes that are not saved',
        [],
        [
            { label: 'Discard the changes', value: true },
            { label: 'Keep the model', value: false, main: true },
        ],
    );
    return answer === true;
}

/** True where the reader lets a file go. */
export async function mayTakeOut(path: string): Promise<boolean> {
    const answer = await ask(
        `Take ${path} out of the model?`,
        [element('p', {}, 'Its text is kept nowhere in this page.')],
        [
            { label: 'Take it out', value: true },
            { label: 'Keep it', value: false, main: true },
        ],
    );
    return answer === true;
}

/** Opens what a link holds; says why not. */
export async function openFragment(host: CommandHost, fragment: string): Promise<void> {
    try {
        const model = await fromFragment(fragment);
        if (await mayReplace(host)) host.load(model);
    } catch (error) {
        await ask(
            'The link cannot be opened',
            [element('p', {}, reasonOf(error))],
            [{ label: 'OK', value: 0, main: true }],
        );
    }
}

export async function openModel(host: CommandHost): Promise<void> {
    const link = element('textarea', { 'aria-label': 'A link', placeholder: 'A link to a model, pasted here' });
    const answer = await ask<'files' | 'folder' | 'link'>(
        'Open a model',
        [
            element(
                'p',
                {},
                'From this computer: files, or a folder with all its models. They are read by this page only.',
            ),
            element('p', {}, 'From a link that somebody shared, also where their copy of this page is elsewhere:'),
            link,
        ],
        [
            { label: 'Open the link', value: 'link' },
            { label: 'Folder…', value: 'folder' },
            { label: 'Files…', value: 'files', main: true },
        ],
    );
    if (answer === null) return;
    if (answer === 'link') {
        const fragment = fragmentIn(link.value);
        return fragment === null ? say('There is no model in that link.') : openFragment(host, fragment);
    }
    try {
        const files = await openFiles(answer);
        if (files && (await mayReplace(host))) host.load({ title: files[0]?.[0] ?? 'Model', files });
    } catch (error) {
        say(reasonOf(error));
    }
}

export function saveAll(host: CommandHost): void {
    const model = host.model();
    saveModel(model, nameFor(model.title));
    host.saved();
}

export function saveReport(host: CommandHost, html: string | null): void {
    if (html === null) say('There is no model to report on.');
    else saveFile(`${nameFor(host.model().title)}.html`, html);
}

/**
 * Puts a text on the clipboard. A page that a server of a plant gives without TLS has none, and elsewhere it may be
 * refused: then what is selected is copied.
 * @returns whether the text is there now
 */
async function copy(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        const field = element('textarea', { readonly: true, style: 'position: fixed; opacity: 0' });
        field.value = text;
        document.body.append(field);
        field.select();
        const done = document.execCommand('copy');
        field.remove();
        return done;
    }
}

export async function share(host: CommandHost): Promise<void> {
    try {
        const fragment = await toFragment(host.model());
        const link = `${location.href.replace(/#.*$/su, '')}#${fragment}`;
        const field = element('textarea', { readonly: true, 'aria-label': 'The link' });
        field.value = link;
        const onDisk = location.protocol === 'file:';
        const answer = await ask<'copy'>(
            'Share by link',
            [
                element(
                    'p',
                    {},
                    'The whole model is in the link, after the #. Browsers send that part to no server: who has the ' +
                        'link has the model, so share it as you would share the files.',
                ),
                field,
                element(
                    'p',
                    {},
                    `${link.length.toLocaleString('en')} characters; ` +
                        `${longestLink.toLocaleString('en')} is the limit.` +
                        (onDisk
                            ? ' This page is opened from a disk: others paste the link under “Open…” in their own copy.'
                            : ''),
                ),
            ],
            [{ label: 'Copy the link', value: 'copy', main: true }],
        );
        if (answer !== 'copy') return;
        const done = await copy(link);
        say(
            done
                ? 'The link is copied.'
                : 'This browser lets no page copy. Select the link under “Share…”, and copy it.',
        );
    } catch (error) {
        await ask('No link', [element('p', {}, reasonOf(error))], [{ label: 'OK', value: 0, main: true }]);
    }
}

/** Asks for the name of a new file; `null` where there is none. */
export async function newName(taken: readonly string[]): Promise<string | null> {
    const field = element('input', {
        'aria-label': 'Name of the file',
        value: 'part.iacs',
        spellcheck: 'false',
        autofocus: true,
    });
    const answer = await ask(
        'Add a file',
        [element('p', {}, 'The main file gets an import of it.'), field],
        [{ label: 'Add', value: true, main: true }],
    );
    const name = field.value.trim();
    if (!answer) return null;
    if (!isPath(name)) say('The name of a model ends in .iacs, and leads to no other folder with ..');
    else if (taken.includes(name)) say(`${name} is there already.`);
    else return name;
    return null;
}

const keys = [
    ['Ctrl Space', 'complete'],
    ['Ctrl .', 'fixes and refactorings at the cursor'],
    ['F8', 'next finding in the text'],
    ['Shift Alt F', 'format'],
    ['F2', 'rename everywhere'],
    ['F12, Shift F12', 'definition, references'],
    ['Ctrl F', 'search and replace'],
    ['Ctrl S', 'save'],
    ['Esc, then Tab', 'leave the text'],
    ['Delete', 'take the file of a tab out of the model'],
    ['Arrows', 'walk through tabs, findings and the diagram; move a bar'],
] as const;

export async function help(version: string): Promise<void> {
    await ask(
        'Zones and conduits of IEC 62443 as code',
        [
            element('p', {}, 'Choose an example, change its text, and watch the findings and the diagram follow.'),
            element(
                'p',
                {},
                'This page is one file. It works without a network and without a server, and its policy lets it send ' +
                    'nothing anywhere. What you write is in this window until you save it.',
            ),
            element(
                'dl',
                {},
                ...keys.flatMap(([key, what]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, what)]),
            ),
            element('p', { class: 'where' }, `Version ${version}. The findings are advice: they prove no compliance.`),
        ],
        [{ label: 'Close', value: 0, main: true }],
    );
}
