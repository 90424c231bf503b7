import type { Span } from '../model/index.ts';
import type { LiveAnalysis, Shown } from '../project/live/index.ts';
import { problemRules } from '../rules/index.ts';

const problems: ReadonlySet<string> = new Set(problemRules.map(({ id }) => id));
const comments = /\/\*[\s\S]*?\*\/|\/\/.*$/gmu;

interface At {
    readonly uri: string;
    readonly offset: number;
}

/**
 * Where somebody is typing: at the end of the last edit, and as long as the cursor stays there. An editor reports the
 * cursor only by the way, with what it asks for.
 */
export class TypingPlace {
    private at: At | null = null;

    /** A text was edited. */
    edited(uri: string, before: string, after: string): void {
        this.at = { uri, offset: endOfChange(before, after) };
    }

    /** The cursor is elsewhere in the element that is being typed. */
    moved(offset: number): void {
        if (this.at) this.at = { ...this.at, offset };
    }

    /** Nothing is being typed any more. True when something was. */
    left(): boolean {
        const was = this.at !== null;
        this.at = null;
        return was;
    }

    get offset(): number {
        return this.at?.offset ?? 0;
    }

    isIn(uri: string): boolean {
        return this.at?.uri === uri;
    }

    /**
     * The element whose block is being typed and has no content yet; `null` where there is none. That rules miss
     * something in it is not worth saying.
     */
    unfinished(uri: string, text: string, analyses: readonly LiveAnalysis[]): Span | null {
        if (this.at?.uri !== uri) return null;
        const { offset } = this.at;
        for (const said of analyses.flatMap(analysis => analysis.around(uri, offset))) {
            const elements = [
                ...[said.zones, said.conduits, said.countermeasures, said.threats],
                ...[said.invariants, said.functions, said.islands],
            ].flat();
            for (const { origin } of elements) {
                const { whole, block } = origin;
                if (offset < whole.start || offset > lineEnd(text, whole.end)) continue;
                const content = block === null ? '' : text.slice(block.start, block.end).replace(comments, '');
                if (/^[{}\s]*$/u.test(content)) return whole;
            }
        }
        return null;
    }
}

/** True for a finding that waits: a rule speaks of the unfinished element alone. */
export function waits({ said, at }: Pick<Shown, 'said' | 'at'>, unfinished: Span | null): boolean {
    return (
        unfinished !== null &&
        !problems.has(said.rule) &&
        said.parts.length < 2 &&
        unfinished.start <= at.start &&
        at.end <= unfinished.end
    );
}

/** The end of the line that an offset is in, where only spaces follow; otherwise the offset itself. */
function lineEnd(text: string, offset: number): number {
    const [spaces = ''] = /^[ \t]*/u.exec(text.slice(offset, offset + 200)) ?? [];
    return offset + spaces.length;
}

const step = 4096;

/** Where the part of a text that differs ends, in the newer text. */
function endOfChange(before: string, after: string): number {
    const most = Math.min(before.length, after.length);
    let same = 0;
    while (
        same + step <= most &&
        before.slice(before.length - same - step, before.length - same) ===
            after.slice(after.length - same - step, after.length - same)
    )
        same += step;
    while (same < most && before[before.length - same - 1] === after[after.length - same - 1]) same++;
    return after.length - same;
}
