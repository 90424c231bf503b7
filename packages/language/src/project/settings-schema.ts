import { riskMatrixSchema } from '../assessment/index.ts';
import { rules } from '../rules/index.ts';
import { failLevels, severitySettings } from '../settings/index.ts';

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
        },
    };
}
