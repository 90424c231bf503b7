/**
 * The zone diagram. One way through:
 *
 *     toGraph(context: DiagramContext, options?: DiagramOptions): DiagramGraph
 *     layout(graph: DiagramGraph, engine: LayoutEngine | null, deadlineMs = 10_000): Promise<Positioned>   (never rejects)
 *     place(graph, engine, deadlineMs), then atPlaces(graph, placing): the same in two steps, for work in between
 *     toSvg(positioned: Positioned, theme?: 'light' | 'dark' | 'contrast' | 'auto'): string
 *     toDrawio(positioned: Positioned): string
 *     toJson(positioned: Positioned): object        (schemaVersion 1)
 *     inBundledFont(graph: DiagramGraph): DiagramGraph    (before a layout that becomes pixels)
 *     toMermaid(graph: DiagramGraph): string
 *
 * For Node, apart from the core: `elkEngine()` in `elk-host.ts`, `toPng(svg)` in `png-host.ts`.
 */
export type { LayoutAnswer, LayoutEngine } from './engine.ts';
export type { ElkNode, ElkEdge, ElkPoint } from './elk-graph.ts';
export type * from './graph.ts';
export { icons, iconOf, type Icon } from './icon-of.ts';
export { atPlaces, defaultDeadline, layout, layoutGraph, place, type Placed } from './layout.ts';
export type * from './positioned.ts';
export { inBundledFont } from './bundled-font.ts';
export { themes, themeVariables, type Theme } from './theme.ts';
export { toGraph } from './to-graph.ts';
export { toSvg } from './to-svg.ts';
export { toDrawio } from './to-drawio.ts';
export { toJson } from './to-json.ts';
export { mermaidExcess, toMermaid } from './to-mermaid.ts';
