import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { sharedBrowser } from '../../../language/test/support/browser.ts';
import { Editor } from '../../../language/test/support/server.ts';
import type { Choice, PageState, ToHost, ToPage } from '../../src/preview/messages.ts';
import { pageHtml } from '../../src/preview/page-html.ts';
import { PreviewSession } from '../../src/preview/session.ts';

const origin = 'https://preview.test';
const built = (name: string): string =>
    readFileSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), 'utf8');

/** The colours that VS Code gives its webviews in its own themes. */
export const editorThemes = {
    light: {
        class: 'vscode-light',
        colours: {
            'editor-background': '#ffffff',
            'editor-foreground': '#3b3b3b',
            foreground: '#3b3b3b',
            focusBorder: '#005fb8',
            'panel-border': '#e5e5e5',
            'dropdown-background': '#ffffff',
            'dropdown-foreground': '#3b3b3b',
            'dropdown-border': '#cecece',
            'input-background': '#ffffff',
            'input-foreground': '#3b3b3b',
            'input-border': '#cecece',
            'input-placeholderForeground': '#767676',
            'editorWidget-background': '#f8f8f8',
            'editorHoverWidget-background': '#f8f8f8',
            'editorWarning-foreground': '#bf8803',
            'editorError-foreground': '#e51400',
            'editorInfo-foreground': '#0063d3',
            'toolbar-hoverBackground': '#b8b8b850',
            errorForeground: '#f85149',
            'charts-green': '#388a34',
            descriptionForeground: '#3b3b3b',
        },
    },
    dark: {
        class: 'vscode-dark',
        colours: {
            'editor-background': '#1f1f1f',
            'editor-foreground': '#cccccc',
            foreground: '#cccccc',
            focusBorder: '#0078d4',
            'panel-border': '#2b2b2b',
            'dropdown-background': '#313131',
            'dropdown-foreground': '#cccccc',
            'dropdown-border': '#3c3c3c',
            'input-background': '#313131',
            'input-foreground': '#cccccc',
            'input-border': '#3c3c3c',
            'input-placeholderForeground': '#989898',
            'editorWidget-background': '#202020',
            'editorHoverWidget-background': '#202020',
            'editorWarning-foreground': '#cca700',
            'editorError-foreground': '#f14c4c',
            'editorInfo-foreground': '#59a4f9',
            'toolbar-hoverBackground': '#5a5d5e50',
            errorForeground: '#f85149',
            'charts-green': '#89d185',
            descriptionForeground: '#9d9d9d',
        },
    },
    contrast: {
        class: 'vscode-high-contrast',
        colours: {
            'editor-background': '#000000',
            'editor-foreground': '#ffffff',
            foreground: '#ffffff',
            focusBorder: '#f38518',
            'panel-border': '#6fc3df',
            'dropdown-background': '#000000',
            'dropdown-foreground': '#ffffff',
            'dropdown-border': '#6fc3df',
            'input-background': '#000000',
            'input-foreground': '#ffffff',
            'input-border': '#6fc3df',
            'input-placeholderForeground': '#b3b3b3',
            'editorWidget-background': '#0c141f',
            'editorHoverWidget-background': '#0c141f',
            'editorWarning-foreground': '#ffd370',
            'editorError-foreground': '#f48771',
            'editorInfo-foreground': '#59a4f9',
            'toolbar-hoverBackground': '#00000000',
            errorForeground: '#f48771',
            'charts-green': '#89d185',
            descriptionForeground: 'rgba(255, 255, 255, 0.7)',
        },
    },
    contrastLight: {
        class: 'vscode-high-contrast-light vscode-high-contrast',
        colours: {
            'editor-background': '#ffffff',
            'editor-foreground': '#292929',
            foreground: '#292929',
            focusBorder: '#006bbd',
            'panel-border': '#0f4a85',
            'dropdown-background': '#ffffff',
            'dropdown-foreground': '#292929',
            'dropdown-border': '#0f4a85',
            'input-background': '#ffffff',
            'input-foreground': '#292929',
            'input-border': '#0f4a85',
            'input-placeholderForeground': '#292929b3',
            'editorWidget-background': '#ffffff',
            'editorHoverWidget-background': '#ffffff',
            'editorWarning-foreground': '#895503',
            'editorError-foreground': '#b5200d',
            'editorInfo-foreground': '#0063d3',
            'toolbar-hoverBackground': '#00000000',
            errorForeground: '#b5200d',
            'charts-green': '#374e06',
            descriptionForeground: '#292929b3',
        },
    },
} as const;

/** A page that was opened for one host, and goes to the next one: to make it costs more than most tests do. */
interface Stage {
    readonly page: Page;
    /** Where it waits for its next host, under what cannot be changed in a page that is open. */
    readonly spares: Map<string, Stage>;
    readonly kind: string;
    /** Whom the page speaks to; what it still says after the end of a test is heard by none. */
    host: PreviewHost | null;
}

/** How many hosts there were: a page keeps what belongs to its own, as over a reload. */
let hosts = 0;
const sparesOf = new WeakMap<Browser, Map<string, Stage>>();

/**
 * The page of the preview in a browser, with the language server behind it. It does what VS Code does for a webview:
 * serves the built page under
 * its policy, keeps the page's state over a reload, and carries messages.
 */
export class PreviewHost {
    readonly page: Page;
    readonly editor: Editor;
    /** What the page said. */
    readonly said: ToHost[] = [];
    /** What the browser refused or failed at, and what was asked of the network. */
    readonly faults: string[] = [];
    /** What was written beside the model. */
    readonly written = new Map<string, string>();
    animate = false;
    private readonly session: PreviewSession;
    private readonly stage: Stage;

    private constructor(stage: Stage, editor: Editor, file: string) {
        this.stage = stage;
        this.page = stage.page;
        this.editor = editor;
        this.session = new PreviewSession({
            request: (method, params) => editor.request(method, params),
            say: message => this.say(message),
            uri: () => editor.uri(file),
            preset: () => ({ colour: 'target', detail: 'assets', animate: this.animate }),
            go: () => undefined,
            writePlaces: (uri, text) => this.written.set(uri, text),
        });
    }

    /** Opens the preview of a text, the files of which may begin with `//- name`, and waits for its first picture. */
    static async open(
        browser: Browser,
        text: string,
        options: {
            theme?: keyof typeof editorThemes;
            reducedMotion?: 'reduce' | 'no-preference';
            size?: { width: number; height: number };
        } = {},
    ): Promise<PreviewHost> {
        const editor = await Editor.start(text);
        const [, file = 'main.iacs'] = /^\/\/- (.+)\n/u.exec(text) ?? [];
        await editor.open(file);
        const { theme = 'light', reducedMotion = 'no-preference', size = { width: 1200, height: 800 } } = options;
        const spares = sparesOf.get(browser) ?? new Map<string, Stage>();
        sparesOf.set(browser, spares);
        const kind = `${theme} ${reducedMotion}`;
        const stage = spares.get(kind) ?? (await newStage(browser, theme, reducedMotion, { spares, kind }));
        spares.delete(kind);
        const host = new PreviewHost(stage, editor, file);
        stage.host = host;
        await host.page.setViewportSize(size);
        await host.page.goto(`${origin}/?host=${++hosts}`);
        await host.page.waitForSelector('#stage svg');
        await host.settled();
        return host;
    }

    /** Waits until the page has answered to its size, which it hears of between two frames. */
    settled(): Promise<void> {
        return this.page.evaluate(
            () => new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
        );
    }

    /** The place and choice that the page keeps, once it has written it down: by its clock, however busy it is. */
    async state(): Promise<PageState> {
        await this.page.evaluate(() => new Promise<void>(resolve => setTimeout(resolve, 200)));
        return JSON.parse(await this.page.evaluate(() => sessionStorage.getItem('state') ?? 'null')) as PageState;
    }

    /** Waits until the page has said something that fits. */
    async heard(fits: (message: ToHost) => boolean): Promise<void> {
        while (!this.said.some(fits)) await this.page.waitForTimeout(20);
    }

    async say(message: ToPage): Promise<void> {
        await this.page.evaluate(data => window.postMessage(data, '*'), message);
    }

    async close(): Promise<void> {
        const { spares, kind } = this.stage;
        this.stage.host = null;
        if (spares.has(kind)) await this.page.context().close();
        else {
            await this.page.goto('about:blank');
            await this.page.mouse.move(0, 0);
            // A test that failed may have held it.
            await this.page.keyboard.up('Control');
            spares.set(kind, this.stage);
        }
        await this.editor.stop();
    }

    /** Draws what is chosen and gives it to the page. */
    draw(): Promise<void> {
        return this.session.draw();
    }

    /** Has the page make a PNG, as the commands of the editor do. */
    render(): Promise<void> {
        return this.session.render('file');
    }

    get choice(): Choice {
        return this.session.choice;
    }

    /** What the page says, as VS Code hands it over. */
    async take(message: ToHost): Promise<void> {
        this.said.push(message);
        if (message.type === 'ready') {
            const saved = await this.page.evaluate(
                () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as PageState | null,
            );
            this.session.choice = { ...this.session.choice, ...saved?.choice };
        }
        await this.session.take(message);
        // What VS Code does when the server says that models have changed.
        if (message.type === 'today') await this.draw();
    }
}

/** A page in a context of its own, which serves what VS Code serves to a webview. */
async function newStage(
    browser: Browser,
    theme: keyof typeof editorThemes,
    reducedMotion: 'reduce' | 'no-preference',
    waits: Pick<Stage, 'spares' | 'kind'>,
): Promise<Stage> {
    const context = await browser.newContext({ reducedMotion });
    const page = await context.newPage();
    const stage: Stage = { page, host: null, ...waits };
    page.on('pageerror', error => stage.host?.faults.push(error.message));
    page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') stage.host?.faults.push(message.text());
    });
    await page.exposeFunction('sayToHost', (message: ToHost) => stage.host?.take(message));
    const { class: name, colours } = editorThemes[theme];
    await page.addInitScript(
        ({ name, colours }) => {
            // Until it has left, a page writes down where it is.
            if (location.search !== '' && sessionStorage.getItem('host') !== location.search) {
                sessionStorage.clear();
                sessionStorage.setItem('host', location.search);
            }
            const say = (globalThis as unknown as { sayToHost(message: unknown): void }).sayToHost;
            Object.assign(globalThis, {
                acquireVsCodeApi: () => ({
                    postMessage: say,
                    getState: () => (JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown) ?? undefined,
                    setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
                }),
            });
            document.addEventListener('securitypolicyviolation', event =>
                console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
            );
            document.addEventListener(
                'readystatechange',
                () => {
                    document.body.className = name;
                    for (const [colour, value] of Object.entries(colours))
                        document.documentElement.style.setProperty(`--vscode-${colour}`, value);
                },
                { once: true },
            );
        },
        { name, colours },
    );
    await page.route('**/*', route => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/')
            return route.fulfill({
                contentType: 'text/html',
                body: pageHtml({
                    script: `${origin}/webview.js`,
                    style: `${origin}/webview.css`,
                    styleSource: origin,
                    nonce: 'bm9uY2U=',
                }),
            });
        if (pathname === '/webview.js')
            return route.fulfill({ contentType: 'text/javascript', body: built('webview.js') });
        if (pathname === '/webview.css') return route.fulfill({ contentType: 'text/css', body: built('webview.css') });
        if (pathname !== '/favicon.ico') stage.host?.faults.push(`asked for ${route.request().url()}`);
        return route.abort();
    });
    return stage;
}

/**
 * A browser for a suite, and a page for each of its tests, which has to end without a fault. To be called inside
 * `describe`.
 */
export function previews(): {
    readonly opened: (text: string, options?: Parameters<typeof PreviewHost.open>[2]) => Promise<PreviewHost>;
    /** The page that was opened last. */
    readonly host: PreviewHost;
    /** Ends that page, before another one is opened. */
    readonly close: () => Promise<void>;
} {
    let browser: Browser;
    let host: PreviewHost | null = null;
    before(async () => {
        browser = await sharedBrowser();
    });
    const close = async (): Promise<void> => {
        const faults = host?.faults ?? [];
        await host?.close();
        host = null;
        assert.deepEqual(faults, []);
    };
    afterEach(close);
    return {
        close,
        opened: async (text, options = {}) => (host = await PreviewHost.open(browser, text, options)),
        get host() {
            assert.ok(host, 'no page is open');
            return host;
        },
    };
}
