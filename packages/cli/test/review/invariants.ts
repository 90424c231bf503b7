import { append, drop, every, inside, swap, type Entry } from './entry.ts';

const deny = 'deny path from Enterprise to Safety';

/** Invariants and what is accepted. */
export const invariants: readonly Entry[] = [
    {
        what: 'an invariant is gone',
        verdict: 'worse',
        edit: [
            files =>
                files.set(
                    'truck-loading/main.iacs',
                    files.get('truck-loading/main.iacs')!.replace(/invariant SafetyIsolated [\s\S]*?\n}\n/, ''),
                ),
        ],
        says: [/SafetyIsolated/],
    },
    {
        what: 'a clause is gone',
        verdict: 'worse',
        edit: [drop('  deny path from Supplier to Safety\n')],
        says: [/deny path from Supplier to Safety/],
    },
    {
        what: 'a clause covers less',
        verdict: 'worse',
        edit: [swap(deny, 'deny path from Enterprise.Erp to Safety')],
        says: [/Enterprise\.Office|less/],
        never: [/better|now (asked|promised)/],
    },
    {
        what: 'a clause covers more',
        verdict: 'none',
        given: [swap(deny, 'deny path from Enterprise.Erp to Safety')],
        edit: [swap('deny path from Enterprise.Erp to Safety', deny)],
        says: [/SafetyIsolated/],
    },
    {
        what: 'a clause covers the same, in other words',
        verdict: 'none',
        edit: [swap(deny, 'deny path from Enterprise to Safety.Sis')],
    },
    {
        what: 'an invariant more, and it holds',
        verdict: 'none',
        edit: [append('invariant DmzAlone { deny path from Supplier to Safety.Sis }')],
        says: [/DmzAlone/],
    },
    {
        what: 'an invariant more, and it does not hold yet',
        verdict: 'none',
        edit: [append('invariant NoRemote { deny path from Dmz to Control }')],
        says: [/NoRemote/, /not hold|broken/],
    },
    { what: 'an invariant has another name', verdict: 'none', edit: [every(/\bSafetyIsolated\b/, 'TripIsolated')] },
    {
        what: 'an exception more',
        verdict: 'worse',
        edit: [
            inside(
                'invariant SafetyIsolated',
                '  require path',
                '  except flow Enterprise.Erp -> Safety.Sis : https because "Pilot" until 2027-06-30\n  require path',
            ),
        ],
        says: [/except/],
    },
    {
        what: 'an exception lasts longer',
        verdict: 'worse',
        edit: [inside('invariant SupplierOnRequest', 'until 2027-06-30', 'until 2029-06-30')],
        says: [/2029-06-30/],
    },
    {
        what: 'an exception ends sooner',
        verdict: 'better',
        edit: [inside('invariant SupplierOnRequest', 'until 2027-06-30', 'until 2027-01-31')],
        says: [/2027-01-31/],
    },
    {
        what: 'a zone has another name, and an empty one takes the old name',
        verdict: 'worse',
        edit: [
            swap('zone Safety "', 'zone Trip "'),
            every('Safety.Sis', 'Trip.Sis'),
            swap('between Control and Safety', 'between Control and Trip'),
            swap('one-way Safety -> Control', 'one-way Trip -> Control'),
            append('zone Safety { kind safety owner "Functional safety" }'),
        ],
        says: [/SafetyIsolated.*no longer covers.*Trip\.Sis/, /renamed/],
    },
    {
        what: 'something is accepted',
        verdict: 'worse',
        edit: [
            inside(
                'zone Control',
                '  flow Hmi1 -> TimeServer',
                '  accept gap-below-target because "Next year" until 2027-12-31\n  flow Hmi1 -> TimeServer',
            ),
        ],
        says: [/gap-below-target/, /2027-12-31/],
        owners: ['Terminal operations'],
    },
    {
        what: 'an acceptance lasts longer',
        verdict: 'worse',
        edit: [inside('threat StolenSession', 'until 2027-01-31', 'until 2028-01-31')],
        says: [/2028-01-31/],
    },
    {
        what: 'an acceptance ends sooner',
        verdict: 'better',
        edit: [inside('threat StolenSession', 'until 2027-01-31', 'until 2026-12-31')],
        says: [/2026-12-31/],
    },
    {
        what: 'an acceptance is taken back',
        verdict: 'better',
        edit: [
            inside(
                'threat StolenSession',
                '  accept residual-risk-above-tolerable because "The account is disabled between sessions; ' +
                    'tokens are being enrolled" until 2027-01-31\n',
                '',
            ),
        ],
        says: [/residual-risk-above-tolerable/],
    },
    {
        what: 'an acceptance for another reason',
        verdict: 'none',
        edit: [
            swap(
                'because "The account is disabled between sessions; tokens are being enrolled"',
                'because "Tokens are being enrolled"',
            ),
        ],
    },
];
