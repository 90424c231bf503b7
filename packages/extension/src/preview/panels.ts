import { ViewColumn, window, type Disposable, type ExtensionContext } from 'vscode';
import type { ActiveFile } from '../active.ts';
import type { Requests } from '../requests.ts';
import type { PageState } from './messages.ts';
import { DiagramPanel, diagramView } from './panel.ts';

/** The diagram of the window: opened once, then brought to the front; it comes back after a restart. */
export class Diagrams implements Disposable {
    private readonly context: ExtensionContext;
    private readonly requests: Requests;
    private readonly active: ActiveFile;
    private current: DiagramPanel | null = null;
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
                    this.keep(new DiagramPanel(panel, context.extensionUri, requests, uri, state));
                },
            }),
            window.onDidChangeActiveTextEditor(editor => {
                if (editor?.document.languageId === 'iacs' && active.uri !== null) this.current?.about(active.uri);
            }),
        ];
    }

    get open(): DiagramPanel | null {
        return this.current;
    }

    /** The diagram, opened beside the text where it is not open yet; `null` and a message when there is no model. */
    async show(uri?: string): Promise<DiagramPanel | null> {
        const about = uri ?? (await this.active.find());
        if (about === null) {
            void window.showInformationMessage(
                'There is no .iacs file here yet: “IACS: New Model from a Template…” makes one.',
            );
            return null;
        }
        if (this.current) {
            this.current.about(about);
            this.current.panel.reveal(undefined, true);
            return this.current;
        }
        const panel = window.createWebviewPanel(
            diagramView,
            'Zones and conduits',
            { viewColumn: ViewColumn.Beside, preserveFocus: true },
            { enableScripts: true },
        );
        return this.keep(new DiagramPanel(panel, this.context.extensionUri, this.requests, about));
    }

    changed(): void {
        this.current?.changed();
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
