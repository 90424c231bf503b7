import type { Shard } from './run.ts';

/** The part of the models that an option names, or what is wrong with it. */
export function readShard(given: string): Shard | string {
    const [index, count] = /^\d+\/\d+$/.test(given) ? (given.split('/').map(Number) as [number, number]) : [0, 0];
    if (index < 1 || index > count) return `--shard expects I/N with I from 1 to N, such as 1/4, not "${given}".`;
    return { index: index - 1, count };
}
