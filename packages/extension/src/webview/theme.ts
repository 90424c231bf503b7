import { themeVariables } from 'iacs-language/diagram';

const sheet = new CSSStyleSheet();

/** The surfaces take the colours of the editor; the zones keep the tones that were chosen for contrast. */
const surfaces = [
    '--iacs-canvas:var(--vscode-editor-background)',
    '--iacs-rule:color-mix(in srgb, var(--vscode-editor-foreground) 55%, var(--vscode-editor-background))',
    '--iacs-band:color-mix(in srgb, var(--vscode-editor-foreground) 5%, var(--vscode-editor-background))',
    '--iacs-card:var(--vscode-editor-background)',
].join(';');

type Wanted = 'light' | 'dark' | 'contrast' | 'contrastLight';

function wanted(): Wanted {
    const { classList } = document.body;
    // VS Code says of its light theme of high contrast both.
    if (classList.contains('vscode-high-contrast-light')) return 'contrastLight';
    if (classList.contains('vscode-high-contrast')) return 'contrast';
    return classList.contains('vscode-dark') ? 'dark' : 'light';
}

/** What is pale in the light theme. */
const pale: Readonly<Record<string, string>> = { '--iacs-band': '#ffffff', '--iacs-untrusted': '#b3261e' };

/** A colour of the light theme where high contrast is wanted on white: lines and words darker, large areas white. */
function strong(name: string, value: string): string {
    if (name.endsWith('-body')) return '#ffffff';
    if (name.endsWith('-edge')) return `color-mix(in srgb, ${value} 55%, #000000)`;
    return ['--iacs-ink', '--iacs-muted', '--iacs-rule', '--iacs-line'].includes(name)
        ? 'var(--vscode-editor-foreground)'
        : (pale[name] ?? value);
}

function variablesOf(theme: Wanted): readonly string[] {
    const colours = [...themeVariables(theme === 'contrastLight' ? 'light' : theme)];
    return colours.map(([name, value]) => `${name}:${theme === 'contrastLight' ? strong(name, value) : value}`);
}

function apply(): void {
    const theme = wanted();
    const own = theme === 'light' || theme === 'dark' ? surfaces : '';
    sheet.replaceSync(`:root{${variablesOf(theme).join(';')};${own}}`);
}

/** Keeps the colours of the picture those of the editor's theme. */
export function followTheme(): void {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    apply();
    new MutationObserver(apply).observe(document.body, {
        attributes: true,
        attributeFilter: ['class', 'data-vscode-theme-id'],
    });
}
