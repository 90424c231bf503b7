import { ViewColumn, window, type Disposable, type ExtensionContext } from 'vscode';
import type { ActiveFile } from '../active.ts';
import { offerNewModel } from '../new-model.ts';
import type { Requests } from '../requests.ts';
import type { PageState } from './messages.ts';
import { DiagramPanel, diagramTitle, diagramView } from './panel.ts';

/**
 * The diagrams of the window: one that follows the text, opened once and then brought to the front, and any number that
 * stay with their model. They come back after a restart.
 */
export class Diagrams implements Disposable {
    private readonly context: ExtensionContext;
    private readonly requests: Requests;
    private readonly active: ActiveFile;
    private current: DiagramPanel | null = null;
    /** Those that stay with the model that they were opened for. */
    private readonly pinned = new Set<DiagramPanel>();
    private readonly listening: Disposable[];

    constructor(context: ExtensionContext, requests: Requests, active: ActiveFile) {
        this.context = context;
        this.requests = requests;
        this.active = active;
        this.listening = [
            window.registerWebviewPanelSerializer(diagramView, {
                deserializeWebviewPanel: async (panel, state: PageState | undefined) => {
                    const uri = state?.uri ?? (await active.find());
                    if (uri === null) return panel.dispose();
                    const restored = new DiagramPanel(panel, context.extensionUri, requests, uri, state);
                    if (this.current) this.pin(restored);
                    else this.keep(restored);
                },
            }),
            window.onDidChangeActiveTextEditor(editor => {
                if (editor?.document.languageId === 'iacs' && active.uri !== null) void this.current?.about(active.uri);
            }),
        ];
    }

    get open(): DiagramPanel | null {
        return this.current;
    }

    /** The one that is worked in: of several the one that has the focus. */
    get front(): DiagramPanel | null {
        return [...this.pinned].find(({ panel }) => panel.active) ?? this.current ?? [...this.pinned][0] ?? null;
    }

    /** The diagram, opened beside the text where it is not open yet; `null` and a message when there is no model. */
    async show(uri?: string): Promise<DiagramPanel | null> {
        const about = uri ?? (await this.active.find());
        if (about === null) {
            void offerNewModel();
            return null;
        }
        if (this.current) {
            await this.current.about(about);
            this.current.panel.reveal(undefined, true);
            return this.current;
        }
        return this.keep(this.made(about));
    }

    /** One more diagram, which stays with its model: for two views, or two models, side by side. */
    showAnother(uri: string): void {
        const panel = this.made(uri, (this.current?.panel.viewColumn ?? ViewColumn.One) + 1);
        this.pin(panel);
    }

    private pin(panel: DiagramPanel): void {
        panel.stays = true;
        this.pinned.add(panel);
        panel.panel.onDidDispose(() => this.pinned.delete(panel));
    }

    private made(uri: string, viewColumn: ViewColumn = ViewColumn.Beside): DiagramPanel {
        const panel = window.createWebviewPanel(
            diagramView,
            diagramTitle,
            { viewColumn, preserveFocus: true },
            { enableScripts: true },
        );
        return new DiagramPanel(panel, this.context.extensionUri, this.requests, uri);
    }

    changed(): void {
        for (const panel of [this.current, ...this.pinned]) panel?.changed();
    }

    dispose(): void {
        for (const each of this.listening) each.dispose();
    }

    private keep(panel: DiagramPanel): DiagramPanel {
        this.current = panel;
        panel.panel.onDidDispose(() => {
            if (this.current === panel) this.current = null;
        });
        return panel;
    }
}
