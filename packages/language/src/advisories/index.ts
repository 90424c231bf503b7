/** Security advisories held against the products of a plant: by a confirmed name, by version, by who reaches them. */
export type { Judgement, Verdict } from './judge.ts';
export type * from './named-products.ts';
export { plantProducts } from './plant-products.ts';
export type { InstalledVersion, PlantProduct } from './plant-products.ts';
export * from './range.ts';
export * from './read.ts';
export * from './version.ts';
export * from './weigh.ts';
