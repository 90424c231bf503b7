import { themeVariables } from 'iacs-language/diagram';

const sheet = new CSSStyleSheet();

/** The surfaces take the colours of the editor; the zones keep the tones that were chosen for contrast. */
const surfaces = [
    '--iacs-canvas:var(--vscode-editor-background)',
    '--iacs-rule:color-mix(in srgb, var(--vscode-editor-foreground) 55%, var(--vscode-editor-background))',
    '--iacs-band:color-mix(in srgb, var(--vscode-editor-foreground) 5%, var(--vscode-editor-background))',
    '--iacs-card:var(--vscode-editor-background)',
].join(';');

function wanted(): 'light' | 'dark' | 'contrast' {
    const { classList } = document.body;
    if (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'))
        return 'contrast';
    return classList.contains('vscode-dark') ? 'dark' : 'light';
}

function apply(): void {
    const theme = wanted();
    const variables = [...themeVariables(theme)].map(([name, value]) => `${name}:${value}`).join(';');
    sheet.replaceSync(`:root{${variables};${theme === 'contrast' ? '' : surfaces}}`);
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
