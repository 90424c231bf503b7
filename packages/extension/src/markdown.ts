import { createHash } from 'node:crypto';
import { ColorThemeKind, commands, Uri, window, workspace } from 'vscode';
import { toBase64 } from './bytes.ts';
import type { Requests } from './requests.ts';

/** The part of markdown-it that is used; VS Code hands its own to `extendMarkdownIt`. */
export interface MarkdownIt {
    readonly renderer: { readonly rules: Record<string, Rule | undefined> };
    readonly utils: { escapeHtml(text: string): string };
}

interface Token {
    readonly info: string;
    readonly content: string;
    attrGet(name: string): string | null;
}

type Rule = (tokens: Token[], index: number, options: unknown, env: Env, self: unknown) => string;

/** So many pictures are kept. */
const most = 40;

interface Env {
    /** The document that is shown. */
    readonly currentDocument?: Uri;
}

/** Pictures of models in the Markdown preview: of a fence `iacs`, and of `![…](main.iacs#View)`. */
export class MarkdownPictures {
    private readonly requests: Requests;
    private readonly pictures = new Map<string, string>();
    private readonly asked = new Set<string>();

    constructor(requests: Requests) {
        this.requests = requests;
    }

    /** The models have changed: what is drawn from files is drawn again. */
    changed(): void {
        if (this.pictures.size === 0) return;
        this.asked.clear();
        void commands.executeCommand('markdown.preview.refresh');
    }

    extend(md: MarkdownIt): MarkdownIt {
        const { rules } = md.renderer;
        const { fence, image } = rules;
        const before = (rule: Rule | undefined, ...given: Parameters<Rule>): string => rule?.(...given) ?? '';
        rules['fence'] = (tokens, index, options, env, self) => {
            const { info, content } = tokens[index]!;
            const written = before(fence, tokens, index, options, env, self);
            if (info.trim().split(/\s/)[0] !== 'iacs') return written;
            return this.shown(`text ${content}`, () => this.requests.drawText(content, this.theme())) + written;
        };
        rules['image'] = (tokens, index, options, env, self) => {
            const [, path, view] = /^([^#?]+\.iacs)(?:#(.+))?$/.exec(tokens[index]!.attrGet('src') ?? '') ?? [];
            const { currentDocument } = env;
            if (path === undefined || !currentDocument) return before(image, tokens, index, options, env, self);
            const uri = Uri.joinPath(currentDocument, '..', decodeURIComponent(path)).toString();
            return this.shown(`file ${uri} ${view ?? ''}`, async () => {
                // A file that is not open yet belongs to no model that the server knows.
                await workspace.openTextDocument(Uri.parse(uri));
                const name = view === undefined ? null : decodeURIComponent(view);
                return (await this.requests.diagram({ uri, view: name, theme: this.theme() })).svg;
            });
        };
        return md;
    }

    private theme(): 'light' | 'dark' {
        const { kind } = window.activeColorTheme;
        return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast ? 'dark' : 'light';
    }

    /** The picture as it is known; asks for a newer one, and has the preview drawn again when it is another one. */
    private shown(what: string, draw: () => Promise<string | null>): string {
        const key = createHash('sha256').update(`${this.theme()} ${what}`).digest('hex');
        if (!this.asked.has(key)) {
            this.asked.add(key);
            void draw()
                .catch(() => null)
                .then(svg => {
                    if (svg === null || svg === this.pictures.get(key)) return;
                    this.pictures.set(key, svg);
                    if (this.pictures.size > most) this.pictures.delete(this.pictures.keys().next().value!);
                    void commands.executeCommand('markdown.preview.refresh');
                });
        }
        const svg = this.pictures.get(key);
        if (svg === undefined) return '<p><em>The diagram is being drawn …</em></p>';
        const data = toBase64(svg);
        return `<p><img class="iacs-diagram" alt="Zone diagram" src="data:image/svg+xml;base64,${data}"></p>`;
    }
}
