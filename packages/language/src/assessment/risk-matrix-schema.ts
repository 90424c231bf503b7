import { frAbbreviations } from '../catalogue/index.ts';
import { riskPresets } from './risk-presets.ts';

const level = { type: 'string', minLength: 1 };
const names = { type: 'array', items: level, minItems: 2, maxItems: 20 };
const risk = { anyOf: [{ type: 'number', minimum: 0 }, level] };
const cells = {
    type: 'array',
    items: { type: 'array', items: risk },
    description:
        'One row for each consequence, one cell for each likelihood, in the order of their names: numbers, ' +
        'or names of bands.',
};

function axis(what: string): object {
    return {
        description:
            `The levels of ${what}: names, or how many there are; with "first": "highest" where level 1 is the ` +
            'worst.',
        anyOf: [
            names,
            { type: 'integer', minimum: 2, maximum: 20 },
            {
                type: 'object',
                properties: {
                    levels: { anyOf: [names, { type: 'integer', minimum: 2, maximum: 20 }] },
                    first: { enum: ['lowest', 'highest'] },
                },
                required: ['levels'],
                additionalProperties: false,
            },
        ],
    };
}

/**
 * The JSON Schema of `riskMatrix` in the settings; docs/risk.md says what each key means, `readRiskMatrix` checks what
 * a schema cannot.
 */
export function riskMatrixSchema(): object {
    const presets = { enum: [...riskPresets.keys()] };
    return {
        description: "The site's risk matrix: the name of a published one, or axes, cells and bands (docs/risk.md).",
        anyOf: [
            presets,
            {
                type: 'object',
                properties: {
                    preset: presets,
                    name: level,
                    likelihood: axis('likelihood'),
                    consequence: axis('consequence'),
                    cells,
                    bands: {
                        description:
                            'Names of risks, lowest first; with the highest number of each where cells are numbers.',
                        type: 'array',
                        minItems: 1,
                        items: {
                            anyOf: [
                                level,
                                {
                                    type: 'object',
                                    properties: { name: level, to: { type: 'number' } },
                                    required: ['name', 'to'],
                                    additionalProperties: false,
                                },
                            ],
                        },
                    },
                    tolerable: {
                        ...risk,
                        description:
                            'The highest tolerable risk: a number or a band. "tolerable-risk" of a system ' +
                            'overrides it.',
                    },
                    classes: {
                        description: 'What differs for a consequence class, by its name.',
                        type: 'object',
                        additionalProperties: {
                            type: 'object',
                            properties: {
                                consequence: names,
                                cells,
                                tolerable: risk,
                                targets: {
                                    type: 'array',
                                    minItems: 1,
                                    items: { enum: [...frAbbreviations] },
                                    description: 'The foundational requirements whose SL-T such a threat affects.',
                                },
                            },
                            additionalProperties: false,
                        },
                    },
                    slT: {
                        description: 'The rule that suggests an SL-T from a risk.',
                        type: 'object',
                        properties: {
                            rule: { enum: ['factor', 'steps', 'bands'] },
                            thresholds: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
                            levels: { type: 'array', items: { type: 'integer', minimum: 0, maximum: 4 } },
                        },
                        required: ['rule'],
                        additionalProperties: false,
                    },
                },
                additionalProperties: false,
            },
        ],
    };
}
