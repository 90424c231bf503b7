const sheet = new CSSStyleSheet();
const said = new Map<string, { readonly ids: readonly string[]; readonly colour: string }>();

function apply(): void {
    const rules = [...said.values()].flatMap(({ ids, colour }) =>
        ids.map(id => {
            const name = `[data-id="${CSS.escape(id)}"]`;
            const flow = `[data-flows~="${CSS.escape(id)}"]`;
            return (
                `.ui-stage :is(g.zone,g.conduit)${name}>:is(.body,.card){stroke:${colour}!important;stroke-width:3.5}` +
                `.ui-stage :is(g.wires)${name}>.wire{stroke:${colour}!important;stroke-width:3}` +
                `.ui-stage g.asset${name}>.ic{outline:2.5px solid ${colour};outline-offset:3px}` +
                `.ui-stage g.flow:is(${name},${flow})>text{fill:${colour};font-weight:700}`
            );
        }),
    );
    sheet.replaceSync(rules.join(''));
}

/** Outlines elements of the picture by their ids, without touching the picture: an update leaves them marked. */
export function mark(kind: 'selected' | 'found', ids: readonly string[]): void {
    if (!document.adoptedStyleSheets.includes(sheet))
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    said.set(kind, {
        ids,
        colour:
            kind === 'selected'
                ? 'var(--vscode-focusBorder, #0a84ff)'
                : 'var(--vscode-editorWarning-foreground, #bf8803)',
    });
    apply();
}
