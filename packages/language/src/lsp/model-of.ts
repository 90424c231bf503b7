import type { Analysis } from '../analysis.ts';
import { analyse } from '../analysis.ts';
import type { Context, DocumentView } from './feature.ts';

const alone = new WeakMap<DocumentView, Analysis>();

/** The model in which a file is read: that of its first root, or, where no root imports it, the file by itself. */
export function modelOf(view: DocumentView, context: Context): Analysis {
    const [first] = view.analyses;
    if (first) return first;
    const known = alone.get(view);
    if (known) return known;
    const own = analyse(view.parsed, { parse: () => undefined, resolve: () => null }, { today: context.today, withoutRules: true });
    alone.set(view, own);
    return own;
}
