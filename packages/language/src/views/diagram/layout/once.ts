import type { LayoutAnswer, LayoutEngine } from './engine.ts';

/**
 * An engine that lays out no graph twice: a set of sheets tries many ways to draw, most of which give ELK the same
 * graph. What it answered is kept as long as this engine is; who reads an answer leaves it as it is.
 */
export function once(engine: LayoutEngine): LayoutEngine {
    const answers = new Map<string, Promise<LayoutAnswer>>();
    return {
        layout(graph, deadline) {
            const asked = JSON.stringify(graph);
            const known = answers.get(asked);
            if (known) return known;
            const answer = engine.layout(graph, deadline);
            answers.set(asked, answer);
            return answer;
        },
        close: () => engine.close(),
    };
}
