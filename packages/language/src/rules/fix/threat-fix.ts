import type { Fix, Model } from '../../model/index.ts';

/**
 * Makes rows for the risk assessment, behind the last one: what is threatened, and nothing that only people can know. Until they say
 * likelihood and consequence, `risk-not-assessed` asks for them.
 * @returns a function from what is threatened to its fix; `null` in a model without a threat
 */
export function threatDescriber(model: Model): ((element: { readonly id: string; readonly name: string }) => Fix) | null {
    const last = model.threats.at(-1);
    if (!last) return null;
    const taken = new Set(model.threats.map(threat => threat.name));
    return element => {
        const first = `ThreatTo${element.name}`;
        let name = first;
        for (let number = 2; taken.has(name); number++) name = `${first}_${number}`;
        return {
            title: `Add a threat against ${element.name} to be described`,
            edits: [{ kind: 'follow', after: last.origin, text: `threat ${name} "To be described" {\n  against ${element.id}\n}` }],
        };
    };
}
