import type { KnownElement } from './known.ts';

/** What a row says otherwise than the model, or beyond it, in a few words; empty for nothing. */
export function differences(says: Readonly<Record<string, string>>, { says: model }: KnownElement): string {
    const parts = Object.entries(says).flatMap(([word, text]) => {
        const own = model.get(word);
        if (own === text) return [];
        return [
            own === undefined
                ? `it also says ${word} "${text}"`
                : `it says ${word} "${text}" where the model says "${own}"`,
        ];
    });
    return parts.join('; ');
}
