/** What only Node can do: the thread that lays diagrams out, and pictures made of pixels. */
export * from './views/diagram/elk-host.ts';
export * from './views/diagram/png-host.ts';
