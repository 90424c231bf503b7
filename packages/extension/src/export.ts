import { Uri, window, workspace } from 'vscode';
import { toBytes } from './bytes.ts';
import { written } from './written.ts';
import type { DiagramPanel } from './preview/panel.ts';
import type { Diagrams } from './preview/panels.ts';

const kinds = {
    SVG: ['svg'],
    PNG: ['png'],
    'Mermaid (GitHub)': ['mmd'],
    'draw.io': ['drawio'],
    'Positioned graph (JSON)': ['json'],
};

/** Saves the diagram as it is shown; a PNG is made by the page of the preview. */
export async function exportDiagram(diagrams: Diagrams, uri: string): Promise<void> {
    const file = Uri.parse(uri);
    const target = await window.showSaveDialog({
        title: 'Export the diagram',
        filters: kinds,
        ...(file.scheme === 'file'
            ? { defaultUri: file.with({ path: file.path.replace(/[^/]+$/u, 'zones.svg') }) }
            : {}),
    });
    if (!target) return;
    const format = /\.([a-z]+)$/u.exec(target.path)?.[1] ?? 'svg';
    const panel = diagrams.front ?? (await diagrams.show(uri));
    if (!panel) return;
    try {
        const bytes = format === 'png' ? await panel.png() : await textOf(panel, format);
        if (bytes && (await written(target, bytes)))
            void window.setStatusBarMessage(`The diagram was saved as ${workspace.asRelativePath(target)}.`, 6000);
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`The diagram was not saved. ${reason}`);
    }
}

/** The picture as text; `null` for a format that is not known, which is then said. */
async function textOf(panel: DiagramPanel, format: string): Promise<Uint8Array | null> {
    const text = await panel.onPaper(format);
    if (text !== null) return toBytes(text);
    void window.showErrorMessage('A diagram is saved as .svg, .png, .mmd, .drawio or .json.');
    return null;
}
