/** Levels and requirement states of zones and conduits, as people and programs read them. */
export * from './days.ts';
export * from './levels.ts';
export * from './one-by-one.ts';
export * from './to-csv.ts';
export * from './to-html.ts';
export * from './to-json.ts';
export * from './to-markdown.ts';
export * from './to-table.ts';
