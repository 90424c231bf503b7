const sheet = new CSSStyleSheet();
const said = new Map<string, { readonly ids: readonly string[]; readonly colour: string; readonly framed: boolean }>();

function apply(): void {
    const rules = [...said.values()].flatMap(({ ids, colour, framed }) =>
        ids.map(id => {
            const name = `[data-id="${CSS.escape(id)}"]`;
            const flow = `[data-flows~="${CSS.escape(id)}"]`;
            return (
                `.ui-stage :is(g.zone,g.conduit)${name}>:is(.body,.card){stroke:${colour}!important;stroke-width:3.5}` +
                `.ui-stage :is(g.wires)${name}>.wire{stroke:${colour}!important;stroke-width:3}` +
                `.ui-stage g.asset${name}>.ic{outline:2.5px solid ${colour};outline-offset:3px}` +
                // Where assets are dots they are pale, but not those that are marked.
                `.ui-stage.tiny g.zone>g.asset${name}{opacity:1}` +
                `.ui-stage g.flow:is(${name},${flow})>text{fill:${colour};font-weight:700}` +
                // One of them has a frame: the one that is current.
                (framed
                    ? `.ui-stage :is(g.zone,g.conduit)${name}>:is(.body,.card),.ui-stage g.asset${name}>.ic,` +
                      `.ui-stage g.flow:is(${name},${flow}){outline:3px solid ${colour};outline-offset:5px}`
                    : '')
            );
        }),
    );
    sheet.replaceSync(rules.join(''));
}

const colours = {
    selected: 'var(--vscode-focusBorder, #0a84ff)',
    found: 'var(--vscode-editorWarning-foreground, #bf8803)',
    hit: 'var(--vscode-editorWarning-foreground, #bf8803)',
    start: 'var(--vscode-focusBorder, #0a84ff)',
    line: 'var(--vscode-focusBorder, #0a84ff)',
} as const;

/** Outlines elements of the picture by their ids, without touching the picture: an update leaves them marked. */
export function mark(kind: keyof typeof colours, ids: readonly string[]): void {
    if (!document.adoptedStyleSheets.includes(sheet))
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    said.set(kind, { ids, colour: colours[kind], framed: kind !== 'selected' && kind !== 'found' });
    apply();
}
