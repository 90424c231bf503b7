import { ColorThemeKind, commands, Uri, window, workspace, type Disposable } from 'vscode';
import { Pictures, viewOrNone, type Drawn } from './markdown-pictures.ts';
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

interface Env {
    /** The document that is shown. */
    readonly currentDocument?: Uri;
}

/** So long is waited for more pictures, in milliseconds. */
const pause = 300;

/** Pictures of models in the Markdown preview: of a fence `iacs`, and of `![…](main.iacs#View)`. */
export class MarkdownPictures implements Disposable {
    private readonly requests: Requests;
    private readonly pictures = new Pictures({ theme, refresh: () => this.refresh() });
    private waiting: NodeJS.Timeout | null = null;
    private readonly listening: Disposable;

    constructor(requests: Requests) {
        this.requests = requests;
        this.listening = window.onDidChangeActiveColorTheme(() => this.changed());
    }

    /** The models, the server or the colours have changed: what is shown is drawn again. */
    changed(): void {
        this.pictures.changed();
    }

    dispose(): void {
        this.listening.dispose();
        if (this.waiting) clearTimeout(this.waiting);
    }

    /** Pictures come one after the other, and a page that is still loading may not take another one. */
    private refresh(): void {
        this.waiting ??= setTimeout(() => {
            this.waiting = null;
            void commands.executeCommand('markdown.preview.refresh');
        }, pause);
    }

    extend(md: MarkdownIt): MarkdownIt {
        const { rules } = md.renderer;
        const { fence, image } = rules;
        const before = (rule: Rule | undefined, ...given: Parameters<Rule>): string => rule?.(...given) ?? '';
        rules['fence'] = (tokens, index, options, env, self) => {
            const { info, content } = tokens[index]!;
            const written = before(fence, tokens, index, options, env, self);
            if (info.trim().split(/\s/)[0] !== 'iacs') return written;
            // A part of a model without a zone stands there as its text alone.
            return this.pictures.shown(`text ${content}`, () => this.requests.drawText(content, theme())) + written;
        };
        rules['image'] = (tokens, index, options, env, self) => {
            const [, path, view] = /^([^#?]+\.iacs)(?:#(.+))?$/.exec(tokens[index]!.attrGet('src') ?? '') ?? [];
            const { currentDocument } = env;
            if (path === undefined || !currentDocument) return before(image, tokens, index, options, env, self);
            const uri = Uri.joinPath(currentDocument, '..', decodeURIComponent(path)).toString();
            const name = md.utils.escapeHtml(path);
            const draw = async (): Promise<Drawn> => {
                // A file that is not open yet belongs to no model that the server knows.
                const found = await workspace.openTextDocument(Uri.parse(uri)).then(
                    () => true,
                    () => false,
                );
                if (!found) return null;
                const asked = view === undefined ? null : decodeURIComponent(view);
                const drawn = await this.requests.diagram({ uri, view: asked, theme: theme() });
                return viewOrNone(asked, name, drawn, md.utils.escapeHtml);
            };
            return this.pictures.shown(
                `file ${uri} ${view ?? ''}`,
                draw,
                `There is no diagram of ${name}: there is no such file, it belongs to no model, or it has no zone.`,
            );
        };
        return md;
    }
}

function theme(): 'light' | 'dark' {
    const { kind } = window.activeColorTheme;
    return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast ? 'dark' : 'light';
}
