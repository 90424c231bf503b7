import { Failure } from '../io.ts';

/** An output of `check`, and the part of a fleet that it is: `I/N`, or `null` for a whole run. */
export interface Part<T> {
    readonly file: string;
    readonly shard: string | null;
    /** What a shard says of its models: their places, and how much is of each; `null` where it says nothing of it. */
    readonly turns: readonly number[] | null;
    readonly content: T;
}

/** So many missing shards are named. */
const mostNamed = 10;

/** Which shard of how many an output is. */
export function numbersOf({ file, shard }: Part<unknown>): readonly [index: number, count: number] {
    const [, index, count] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(shard ?? '') ?? [];
    if (index === undefined || count === undefined || Number(index) > Number(count))
        throw new Failure(`${file} names a shard that cannot be: ${shard}.`);
    return [Number(index), Number(count)];
}

/**
 * Makes sure that no shard is missing: what it looked at would be taken for fine.
 * @throws {@link Failure} that names what is missing, double, or of another run
 */
export function assertComplete(parts: readonly Part<unknown>[]): void {
    const sharded = parts.filter(({ shard }) => shard !== null);
    if (sharded.length === 0) return;
    const whole = parts.find(({ shard }) => shard === null);
    if (whole) throw new Failure(`${whole.file} is not the output of a shard, and ${sharded[0]!.file} is.`);
    const [, count] = numbersOf(sharded[0]!);
    const seen = new Map<number, string>();
    for (const part of sharded) {
        const [index, other] = numbersOf(part);
        if (other !== count)
            throw new Failure(`${part.file} is shard ${part.shard}, and ${sharded[0]!.file} is ${sharded[0]!.shard}.`);
        const earlier = seen.get(index);
        if (earlier !== undefined) throw new Failure(`${earlier} and ${part.file} are both shard ${part.shard}.`);
        seen.set(index, part.file);
    }
    const missing = count - seen.size;
    if (missing === 0) return;
    const names: string[] = [];
    for (let index = 1; names.length < Math.min(missing, mostNamed); index++)
        if (!seen.has(index)) names.push(`${index}/${count}`);
    const more = missing > names.length ? ` and ${missing - names.length} more` : '';
    throw new Failure(
        `Shard ${names.join(', ')}${more} is missing: what it looked at is not known. Merge all ${count} outputs.`,
    );
}
