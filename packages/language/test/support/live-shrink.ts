import type { Step } from './live-script.ts';
import { followed } from './live-script.ts';

async function fails(script: readonly Step[]): Promise<boolean> {
    try {
        await followed(script);
        return false;
    } catch {
        return true;
    }
}

/** Leaves out of a list what it fails without, larger pieces first. */
async function without<T>(
    list: readonly T[],
    stillFails: (rest: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
    let left = list;
    for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
        for (let at = 0; at < left.length;) {
            const rest = left.toSpliced(at, size);
            if (await stillFails(rest)) left = rest;
            else at += size;
        }
    return left;
}

function withLines(script: readonly Step[], lines: ReadonlySet<string>): readonly Step[] {
    return script.map(step =>
        'text' in step && step.name.endsWith('.iacs')
            ? {
                  ...step,
                  text: step.text
                      .split('\n')
                      .filter(line => lines.has(line))
                      .join('\n'),
              }
            : step,
    );
}

/** The smallest script that still fails: without steps that it does not need, and without lines of all its texts. */
export async function shrunk(script: readonly Step[]): Promise<readonly Step[]> {
    const steps = await without(script, fails);
    const lines = new Set(steps.flatMap(step => ('text' in step ? step.text.split('\n') : [])));
    const needed = await without([...lines], rest => fails(withLines(steps, new Set(rest))));
    return withLines(steps, new Set(needed));
}
