import { knowledge, library } from '../analysis.ts';
import { problemFindings } from '../rules/engine/problem-rules.ts';
import { gather, lower } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { LiveAnalysis } from './live-analysis.ts';

const alone = new WeakMap<DocumentView, LiveAnalysis>();

/** The model in which a file is read: that of its first root, or, where no root imports it, the file by itself. */
export function modelOf(view: DocumentView): LiveAnalysis {
    const [first] = view.analyses;
    if (first) return first;
    const known = alone.get(view);
    if (known) return known;
    const gathering = gather(view.parsed, { parse: () => undefined, resolve: () => null });
    const lowered = lower(gathering.files, library(), knowledge, { links: true });
    const problems = [...gathering.problems, ...lowered.problems];
    const own = new LiveAnalysis(view.uri, gathering, problems, problemFindings(problems), null, () => lowered);
    alone.set(view, own);
    return own;
}
