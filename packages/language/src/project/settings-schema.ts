import { riskMatrixSchema } from '../assessment/index.ts';
import { rules } from '../rules/index.ts';
import { defaultAges, defaultGravity, failLevels, reasonKinds, severitySettings } from '../settings/index.ts';

/**
 * The JSON Schema (draft 2020-12) of `iacs.config.json`: the same words that `readSettings` accepts, for editors and
 * other tools.
 */
export function settingsSchema(): object {
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Settings of iacs (iacs.config.json)',
        type: 'object',
        additionalProperties: false,
        properties: {
            $schema: { type: 'string' },
            rules: {
                description: "Severities by rule, where they differ from the rule's own.",
                type: 'object',
                additionalProperties: false,
                properties: Object.fromEntries(
                    rules.map(rule => [
                        rule.id,
                        {
                            description: `${rule.summary} Default: ${rule.severity}.`,
                            enum: severitySettings,
                        },
                    ]),
                ),
            },
            failOn: { description: 'From which severity on a check fails. Default: error.', enum: failLevels },
            riskMatrix: riskMatrixSchema(),
            exclude: {
                description: 'Paths or patterns that are left out when a folder is searched for models.',
                type: 'array',
                items: { type: 'string', minLength: 1 },
            },
            review: reviewSchema(),
            asFound: agesSchema(),
        },
    };
}

/** How long what was found of a plant speaks for it. */
function agesSchema(): object {
    const days = (description: string, standard: number): object => ({
        description: `${description} In days; default ${standard}.`,
        type: 'integer',
        minimum: 1,
        maximum: 99_999,
    });
    return {
        description: 'How long rules and observations speak for the plant.',
        type: 'object',
        additionalProperties: false,
        properties: {
            staleAfter: days('So long without a gap make "never seen".', defaultAges.staleAfter),
            oldAfter: days('After so long an export of rules or an observation is old.', defaultAges.oldAfter),
        },
    };
}

/** What a comparison says, by its kind, and what a review asks for then. */
function reviewSchema(): object {
    const person = { type: 'string', pattern: '\\S' };
    const asked = (gravity: string): object => ({
        description: `Default: ${gravity}.`,
        oneOf: [
            { enum: severitySettings },
            {
                type: 'object',
                additionalProperties: false,
                properties: {
                    severity: { enum: severitySettings },
                    needs: {
                        description: 'Who has to agree: a person or a role, or one of a list.',
                        oneOf: [person, { type: 'array', minItems: 1, items: person }],
                    },
                },
            },
        ],
    });
    return {
        description: 'What iacs diff --fail-on policy requires, for each kind of consequence of a change.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(reasonKinds.map(kind => [kind, asked(defaultGravity(kind))])),
    };
}
