import type { LiveAnalysis } from '../project/live/index.ts';
import { LiveModel } from '../project/live/index.ts';
import { defaultSettings } from '../settings/index.ts';
import type { DocumentView } from './feature.ts';

/** A view is one state of a text, made by others: its own model is made for the first who asks, and goes with it. */
const alone = new WeakMap<DocumentView, LiveAnalysis>();
const unchecked = new WeakSet<LiveAnalysis>();

/** True for the model of a file that is in none: nothing was checked in it, and the rest of the plant is not known. */
export const isUnchecked = (analysis: LiveAnalysis): boolean => unchecked.has(analysis);

/** The model in which a file is read: that of its first root, or, where no root imports it, the file by itself. */
export function modelOf(view: DocumentView): LiveAnalysis {
    const [first] = view.analyses;
    if (first) return first;
    const known = alone.get(view);
    if (known) return known;
    const own = new LiveModel().update({
        root: view.pieces,
        file: () => undefined,
        resolve: () => null,
        settings: defaultSettings,
        today: '',
    });
    alone.set(view, own);
    unchecked.add(own);
    return own;
}
