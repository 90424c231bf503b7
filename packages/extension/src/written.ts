import { window, workspace, type Uri } from 'vscode';

/**
 * Writes a file that the user has named.
 * @returns false where that is not possible, which is then said with the reason
 */
export async function written(file: Uri, bytes: Uint8Array): Promise<boolean> {
    try {
        await workspace.fs.writeFile(file, bytes);
        return true;
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`${workspace.asRelativePath(file)} could not be written: ${reason}`);
        return false;
    }
}
