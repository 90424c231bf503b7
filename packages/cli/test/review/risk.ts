import { append, drop, inside, swap, write, type Entry } from './entry.ts';

const lenient =
    'matrix {\n    likelihood 5\n    consequence 5\n    row 1 1 1 1 1\n    row 1 1 1 1 2\n    row 1 1 2 2 3\n    ' +
    'row 1 2 2 3 4\n    row 1 2 3 4 5\n  }';
const open = [
    inside(
        'threat StolenSession',
        '  accept residual-risk-above-tolerable because "The account is disabled between sessions; tokens are ' +
            'being enrolled" until 2027-01-31\n',
        '',
    ),
];

/** Risks: the yardstick, and what people type into it. */
export const risk: readonly Entry[] = [
    {
        what: 'no risk is too high any more',
        verdict: 'worse',
        given: open,
        edit: [drop('  tolerable-risk 6\n')],
        says: [/tolerable/],
        never: [/fixed/],
        owners: ['Terminal operations'],
    },
    {
        what: 'more risk is tolerated',
        verdict: 'worse',
        given: open,
        edit: [swap('tolerable-risk 6', 'tolerable-risk 15')],
        says: [/15/],
        never: [/fixed|tolerable now/],
    },
    {
        what: 'less risk is tolerated',
        verdict: 'none',
        edit: [swap('tolerable-risk 6', 'tolerable-risk 4')],
        says: [/tolera/],
    },
    {
        what: 'a matrix with lower numbers',
        verdict: 'worse',
        given: open,
        edit: [swap('  tolerable-risk 6\n', `  tolerable-risk 6\n  ${lenient}\n`)],
        says: [/matrix/],
        never: [/fixed|tolerable now/],
    },
    {
        what: 'a matrix with lower numbers in the settings',
        verdict: 'worse',
        given: open,
        edit: [
            write(
                'iacs.config.json',
                '{ "rules": { "zone-without-flows": "info" }, "failOn": "error", "riskMatrix": { "likelihood": ' +
                    '5, "consequence": 5, "cells": [[1,1,1,1,1],[1,1,1,1,2],[1,1,2,2,3],[1,2,2,3,4],[1,2,3,4,5]] } }',
            ),
        ],
        says: [/riskMatrix|matrix/],
        never: [/fixed|tolerable now/],
    },
    {
        what: 'a consequence is rated lower by hand',
        verdict: 'none',
        given: open,
        edit: [inside('threat StolenSession', 'consequence 4', 'consequence 2')],
        says: [/rated/, /consequence/],
        never: [/🔹|🔻/],
    },
    {
        what: 'a likelihood is rated lower by hand',
        verdict: 'none',
        given: open,
        edit: [inside('threat Overfill', 'likelihood 3\n', 'likelihood 1\n')],
        says: [/rated/],
        never: [/🔹|🔻/],
    },
    {
        what: 'a likelihood is rated higher by hand',
        verdict: 'none',
        edit: [inside('threat BlindTrip', 'likelihood 2\n', 'likelihood 5\n')],
        says: [/rated/],
    },
    {
        what: 'the effect of a countermeasure is rated higher by hand',
        verdict: 'none',
        given: open,
        edit: [
            inside(
                'threat StolenSession',
                'mitigated by SupplierProcedure to likelihood 2',
                'mitigated by SupplierProcedure to likelihood 1',
            ),
        ],
        says: [/rated/],
        never: [/🔹|🔻/],
    },
    {
        what: 'a countermeasure no longer answers a threat',
        verdict: 'worse',
        edit: [inside('threat Overfill', '  mitigated by DomainAccounts, BoundaryRules to likelihood 2\n', '')],
        says: [/Overfill/],
    },
    {
        what: 'a threat is no longer assessed',
        verdict: 'worse',
        edit: [
            files =>
                files.set(
                    'truck-loading/main.iacs',
                    files.get('truck-loading/main.iacs')!.replace(/threat StolenSession [\s\S]*?\n}\n/, ''),
                ),
        ],
        says: [/StolenSession/],
    },
    {
        what: 'a threat more',
        verdict: 'none',
        edit: [
            append(
                'threat Ransom "Ransomware from the office" {\n  from Enterprise\n  against Dmz.Mirror\n  ' +
                    'likelihood 2\n  consequence 2\n  mitigated by Recovery to consequence 1\n}',
            ),
        ],
        says: [/Ransom/],
    },
    {
        what: 'a threat in other words',
        verdict: 'none',
        edit: [swap('"A remote attacker overfills a tanker"', '"A remote attacker spills chlorine"')],
    },
];
