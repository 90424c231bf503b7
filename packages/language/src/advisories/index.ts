/** Security advisories held against the products of a plant: by a confirmed name, by version, by who reaches them. */
export * from './range.ts';
export * from './version.ts';
