/** What only Node can do: the thread that lays diagrams out, and pictures made of pixels. */
export * from './elk-host.ts';
export * from './png-host.ts';
export { covered, fontsFor, machineFonts } from './machine-fonts.ts';
export { boundMemory } from './server-memory.ts';
