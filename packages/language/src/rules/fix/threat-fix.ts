import type { Fix, Model } from '../../model/index.ts';
import { placeholder, writeString } from '../../model/index.ts';

/**
 * Makes rows for the risk assessment, behind the last one: what is threatened, and nothing that only people can know.
 * Until they say likelihood and consequence, `risk-not-assessed` asks for them.
 * @returns a function from what is threatened to its fix; `null` in a model without a threat
 */
export function threatDescriber(
    model: Model,
): ((element: { readonly id: string; readonly name: string }) => Fix) | null {
    const last = model.threats.at(-1);
    if (!last) return null;
    const taken = new Set(model.threats.map(threat => threat.name));
    return element => {
        const first = `ThreatTo${element.name}`;
        let name = first;
        for (let number = 2; taken.has(name); number++) name = `${first}_${number}`;
        const asked = placeholder(`what could happen to ${element.name}`);
        return {
            kind: 'claim',
            title: `Add a threat against ${element.name}…`,
            fill: [asked],
            edits: [
                {
                    kind: 'follow',
                    after: last.origin,
                    text: `threat ${name} ${writeString(asked)} {\n  against ${element.id}\n}`,
                },
            ],
        };
    };
}
