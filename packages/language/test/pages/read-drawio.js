/* Runs in a page beside mxGraph, the engine of diagrams.net: reads a file as that does, draws it into #graph, and says
   what became of it. */
globalThis.readDrawio = xml => {
    const { mxCodec, mxGraph, mxPerimeter, mxUtils } = globalThis;
    const box = document.getElementById('graph');
    box.replaceChildren();
    const graph = new mxGraph(box);
    graph.setHtmlLabels(true);
    // What diagrams.net adds to the engine: labels stand in an attribute, and one style is known by name.
    graph.convertValueToString = ({ value }) =>
        typeof value === 'string' ? value : (value?.getAttribute('label') ?? '');
    const sheet = graph.getStylesheet();
    for (const style of [sheet.getDefaultVertexStyle(), sheet.getDefaultEdgeStyle()]) style.fontFamily = 'Arimo';
    Object.assign(sheet.getDefaultVertexStyle(), {
        fontColor: '#000000',
        strokeColor: '#000000',
        fillColor: '#ffffff',
    });
    sheet.putCellStyle('swimlane', {
        shape: 'swimlane',
        perimeter: mxPerimeter.RectanglePerimeter,
        fontFamily: 'Arimo',
        align: 'center',
        verticalAlign: 'middle',
    });

    const document_ = mxUtils.parseXml(xml);
    // It is drawn once, where it will stand.
    graph.view.setRendering(false);
    new mxCodec(document_).decode(document_.querySelector('mxGraphModel'), graph.getModel());
    const bounds = graph.getGraphBounds();
    graph.view.setRendering(true);
    const shift = { x: 20 - bounds.x, y: 20 - bounds.y };
    graph.view.setTranslate(shift.x, shift.y);
    box.style.width = `${bounds.width + 40}px`;
    box.style.height = `${bounds.height + 40}px`;

    /** The lines of words in a node of the page, as they are drawn. */
    const words = node => {
        const corner = box.getBoundingClientRect();
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const { x, y, width, height } of range.getClientRects())
                if (width > 0) found.push(rect({ x: x - corner.x, y: y - corner.y, width, height }));
        }
        return found;
    };
    const rect = each => each && { x: each.x - shift.x, y: each.y - shift.y, width: each.width, height: each.height };
    return Object.values(graph.getModel().cells)
        .filter(cell => cell.vertex || cell.edge)
        .map(cell => {
            const state = graph.view.getState(cell);
            return {
                id: cell.id,
                parent: cell.parent?.id ?? null,
                edge: Boolean(cell.edge),
                element: cell.value?.getAttribute?.('element') ?? null,
                source: cell.source?.id ?? null,
                target: cell.target?.id ?? null,
                rect: state ? rect(state) : null,
                words: state?.text?.node ? words(state.text.node) : [],
                points: state?.absolutePoints?.map(({ x, y }) => ({ x: x - shift.x, y: y - shift.y })) ?? [],
            };
        });
};
