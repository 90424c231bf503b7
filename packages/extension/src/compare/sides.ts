/** Which two sides are compared: the reader chooses a revision, two of them, a folder or a file. */
import { QuickPickItemKind, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { SideFiles } from 'iacs-language/lsp';
import type { Platform, Revisions } from '../platform.ts';
import { otherFiles } from './files.ts';

/** What is compared, and what it is called. */
export interface Sides {
    readonly title: string;
    readonly base: string;
    readonly files: SideFiles;
    /** The file with the system of the older side, where it is known. */
    readonly root?: string;
    /** The newer side, and its name; without it the texts as they are now. */
    readonly newer?: { readonly name: string; readonly files: SideFiles };
    /** True where the older files can be opened where they are. */
    readonly inPlace: boolean;
}

type Choice = QuickPickItem & { readonly choose?: () => Promise<Sides | null> };

const title = 'Compare the model with…';

/** The repository of a file, or why revisions cannot be asked for: a sentence. */
async function repositoryFor(platform: Platform, uri: string): Promise<Revisions | string> {
    if (!platform.repositoryOf) return 'Revisions need git, which a browser does not have.';
    if (!workspace.isTrusted) return 'Revisions need git, which waits until this workspace is trusted.';
    const found = await platform.repositoryOf(Uri.parse(uri));
    return found ?? 'This file is in no git repository, so there are no revisions.';
}

/** Asks for the sides of a comparison; `null` where nothing is chosen or can be read, which is then said. */
export async function chooseSides(platform: Platform, uri: string): Promise<Sides | null> {
    const repository = await repositoryFor(platform, uri);
    const elsewhere: readonly Choice[] = [
        { label: '$(folder) A folder…', choose: () => folderOrFile('folder') },
        { label: '$(file) A file…', choose: () => folderOrFile('file') },
    ];
    if (typeof repository === 'string') {
        const chosen = await window.showQuickPick<Choice>(elsewhere, { title, placeHolder: repository });
        return (await chosen?.choose?.()) ?? null;
    }
    const [head, ...others] = await choicesOf(repository, name => since(repository, name));
    const chosen = await window.showQuickPick<Choice>(
        [
            ...(head ? [head] : []),
            { label: '$(git-compare) Two revisions…', choose: () => twoRevisions(repository) },
            { label: '$(edit) Another revision…', choose: () => anotherRevision(repository) },
            ...elsewhere,
            { label: 'Branches, tags and commits', kind: QuickPickItemKind.Separator },
            ...others,
        ],
        { title, placeHolder: 'A revision, a folder or a file', matchOnDescription: true },
    );
    return (await chosen?.choose?.()) ?? null;
}

async function choicesOf(
    repository: Revisions,
    choose: (name: string) => Promise<Sides | null>,
): Promise<readonly Choice[]> {
    const revisions = await repository.revisions();
    return revisions.map(({ name, about }) => ({ label: name, description: about, choose: () => choose(name) }));
}

async function filesOf(repository: Revisions, revision: string): Promise<SideFiles | null> {
    const files = await repository.modelFiles(revision);
    if (!files) void window.showErrorMessage(notThere(revision));
    return files;
}

const notThere = (revision: string): string => `${revision} is not a revision of this repository.`;

async function since(repository: Revisions, revision: string): Promise<Sides | null> {
    const files = await filesOf(repository, revision);
    return files && { title: `Since ${revision}`, base: revision, files, inPlace: false };
}

async function anotherRevision(repository: Revisions): Promise<Sides | null> {
    let prompt = 'A git revision';
    let value = '';
    for (;;) {
        const revision = await window.showInputBox({ title, prompt, value, ignoreFocusOut: true });
        if (!revision) return null;
        const files = await repository.modelFiles(revision);
        if (files) return { title: `Since ${revision}`, base: revision, files, inPlace: false };
        // What was typed stays, to be corrected.
        [prompt, value] = [`${notThere(revision)} Another one`, revision];
    }
}

async function twoRevisions(repository: Revisions): Promise<Sides | null> {
    const revisions = await repository.revisions();
    const pick = async (placeHolder: string): Promise<string | undefined> =>
        (
            await window.showQuickPick(
                revisions.map(({ name, about }) => ({ label: name, description: about })),
                { title: 'Compare two revisions', placeHolder, matchOnDescription: true },
            )
        )?.label;
    const older = await pick('The older revision');
    const newer = older && (await pick(`The newer revision, compared with ${older}`));
    if (!older || !newer) return null;
    const [files, newerFiles] = [await filesOf(repository, older), await filesOf(repository, newer)];
    return (
        files &&
        newerFiles && {
            title: `${older} to ${newer}`,
            base: older,
            files,
            newer: { name: newer, files: newerFiles },
            inPlace: false,
        }
    );
}

async function folderOrFile(what: 'folder' | 'file'): Promise<Sides | null> {
    const isFolder = what === 'folder';
    const [chosen] =
        (await window.showOpenDialog({
            title: isFolder ? 'The folder with the older model' : 'The older file',
            openLabel: 'Compare',
            canSelectFolders: isFolder,
            canSelectFiles: !isFolder,
            ...(isFolder ? {} : { filters: { 'IACS models': ['iacs'] } }),
        })) ?? [];
    if (!chosen) return null;
    const { files, root } = await otherFiles(chosen, isFolder);
    const name = workspace.asRelativePath(chosen);
    return { title: `Since ${name}`, base: name, files, ...(root ? { root } : {}), inPlace: true };
}
