/**
 * The zone diagram, from a model to a picture:
 *
 *     toGraph(context: DiagramContext, options?: DiagramOptions): DiagramGraph
 *     layout(graph: DiagramGraph, engine: LayoutEngine | null, options?: LayoutOptions): Promise<Positioned>
 *                                                                 (never rejects)
 *     place(graph, engine, options), then atPlaces(graph, placing): the same in two steps, for work in between
 *     remember(positioned: Positioned): Memory      (for `like` in the options of the next layout,
 *                                                                 so that what was there stays)
 *     toSvg(positioned: Positioned, theme?: 'light' | 'dark' | 'contrast' | 'auto'): string
 *     sheetsOf(context, options, engine, request): Promise<SheetSet>      (on sheets of paper that can be read)
 *     sheetPictures(set, fields): SheetPicture[]
 *     toDrawio(...pages: Positioned[]): string
 *     toVsdx(positioned: Positioned): Map of the parts of the package
 *     toJson(positioned: Positioned): object        (schemaVersion 1)
 *     inBundledFont(graph: DiagramGraph): DiagramGraph    (before a layout that becomes pixels)
 *     toMermaid(graph: DiagramGraph): string
 *
 * For Node, apart from the core: `elkEngine()` in `elk-host.ts`, `toPng(svg)` in `png-host.ts`.
 */
export type { LayoutAnswer, LayoutEngine } from './layout/engine.ts';
export type { ElkNode, ElkEdge, ElkPoint } from './layout/elk-node.ts';
export type * from './content/graph.ts';
export type * from './content/options.ts';
export { icons, iconOf, type Icon } from './content/icon-of.ts';
export { practise } from './layout/practise.ts';
export { atPlaces, layout, layoutGraph, place, type LayoutOptions, type Placed } from './layout/layout.ts';
export type * from './layout/positioned.ts';
export { lineKey, remember, type Memory } from './keep/memory.ts';
export { movedMemory } from './keep/move.ts';
export { placesText, readPlaces, type PlacesFile, type PlacesProblem } from './keep/places-text.ts';
export { placesOfJson } from './keep/read-json.ts';
export { placesOfSvg } from './keep/read-svg.ts';
export { charactersIn, letteringOf, withKey, type KeyEntry, type Lettering } from './draw/in-fonts.ts';
export { inBundledFont } from './draw/bundled-font.ts';
export { themes, themeVariables, type Theme } from './draw/theme.ts';
export { cardLineWidth } from './measure/card-words.ts';
export { sheetsOf } from './sheet/set.ts';
export type { DrawnSheet, IndexSheet, Sheet, SheetRequest, SheetSet } from './sheet/sheets.ts';
export { paperNames, type PaperName } from './sheet/paper.ts';
export type { EarlierRevision } from './binder/revisions.ts';
export { binderOf, type Binder, type BinderChanges, type BinderPage, type BinderRequest } from './binder/binder.ts';
export { isCovered } from './measure/text.ts';
export { cutTexts } from './sheet/title-block.ts';
export { sheetPictures, type PictureOptions, type SheetPicture } from './sheet/sheet-svg.ts';
export { conduitFacts, namesOf } from './sheet/register.ts';
export { noFields, type TitleFields } from './sheet/title-block.ts';
export { conduitSigns } from './content/graph.ts';
export { sizes } from './measure/measures.ts';
export { wirePath } from './draw/svg-wire.ts';
export { headingOf } from './content/notes.ts';
export { toGraph } from './content/to-graph.ts';
export { notesOf, toSvg } from './draw/to-svg.ts';
export { legendDrawings } from './draw/svg-legend.ts';
export { toScreenSvg } from './draw/to-screen.ts';
export { reachSides, type ReachAsked, type Reaching } from './content/reaching.ts';
export type { FunctionOutcome, WhatIf } from './content/what-if.ts';
export { toDrawio } from './draw/to-drawio.ts';
export { toVsdx } from './draw/to-vsdx.ts';
export { toJson } from './draw/to-json.ts';
export { mermaidExcess, toMermaid } from './draw/to-mermaid.ts';
