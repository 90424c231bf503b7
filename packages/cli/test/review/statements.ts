import { append, drop, every, inside, swap, type Entry } from './entry.ts';

const logs = 'applies DomainAccounts, Hardening, BoundaryRules, CentralLogs, Recovery, Watch';
const withoutLogs = 'applies DomainAccounts, Hardening, BoundaryRules, Recovery, Watch';

/** What is met, planned, waived and proved. */
export const statements: readonly Entry[] = [
    {
        what: 'a countermeasure is no longer applied',
        verdict: 'worse',
        edit: [swap(logs, withoutLogs)],
        says: [/CentralLogs/, /Dmz/],
        owners: ['Network team'],
    },
    {
        what: 'a countermeasure gives way to an exclusion',
        verdict: 'worse',
        edit: [
            swap(
                logs,
                `${withoutLogs}\n  excludes SR 2.8, SR 2.9, SR 2.10, SR 2.11, SR 3.9, SR 6.1 because "Not needed"`,
            ),
        ],
        says: [/exclu/, /Dmz/],
    },
    {
        what: 'requirements are waived',
        verdict: 'worse',
        edit: [
            inside(
                'zone Safety',
                '  meets FR 4 SL 1',
                '  excludes SR 2.8, SR 2.9, SR 2.10, SR 2.11, SR 2.12 because "Nobody works at the console"\n  ' +
                    'meets FR 4 SL 1',
            ),
        ],
        says: [/8 requirements waived by excludes/],
        never: [/🔹/],
    },
    {
        what: 'a known fault is waived',
        verdict: 'worse',
        edit: [
            swap(
                'misses SR 5.2 RE 3 because "Fw1 forwards on failure of its rule engine; replacement ordered" ' +
                    'due 2027-04-30',
                'excludes SR 5.2 RE 3 because "Not needed"',
            ),
        ],
        says: [/SR 5\.2 RE 3/],
        never: [/🔹/],
    },
    {
        what: 'a waiver is taken back',
        verdict: 'none',
        edit: [
            inside('zone Control', '  excludes SR 1.6, SR 1.6 RE 1, SR 2.2 because "No wireless in this zone"\n', ''),
        ],
        says: [/SR 1\.6/],
    },
    {
        what: 'a waiver for another reason',
        verdict: 'none',
        edit: [swap('because "No wireless in this zone"', 'because "No wireless here"')],
    },
    {
        what: 'a requirement is no longer said to be met',
        verdict: 'worse',
        edit: [drop('  meets SR 3.2, SR 3.2 RE 1 by Allowlisting\n')],
        says: [/Control/, /SR 3\.2/],
    },
    {
        what: 'a requirement is met, with evidence',
        verdict: 'better',
        edit: [
            inside(
                'zone Control',
                '  meets SR 6.1 because',
                '  meets SR 2.11, SR 2.12 because "Clock of the domain" evidence "docs/time.md"\n  meets SR 6.1 ' +
                    'because',
            ),
        ],
        says: [/SR 2\.11/],
    },
    {
        what: 'a date slips',
        verdict: 'worse',
        edit: [swap('due 2027-06-30\n}', 'due 2029-06-30\n}')],
        says: [/2029-06-30/],
    },
    {
        what: 'a date comes earlier',
        verdict: 'better',
        edit: [swap('due 2027-06-30\n}', 'due 2027-01-31\n}')],
        says: [/2027-01-31/],
    },
    {
        what: 'a date is no longer given',
        verdict: 'worse',
        edit: [swap(' due 2027-06-30\n}', '\n}')],
        says: [/SR 4\.2/],
    },
    {
        what: 'a known fault is no longer stated, and nothing is said of it',
        verdict: 'worse',
        edit: [drop('  misses SR 4.2 because "Retired disks are not yet wiped under a procedure" due 2027-06-30\n')],
        says: [/SR 4\.2: missed, due 2027-06-30 at \w+ before, and nothing is said of it now/],
        never: [/🔹/, /better/, /fixed/],
    },
    {
        what: 'a known fault is mended',
        verdict: 'better',
        edit: [
            swap(
                'misses SR 4.2 because "Retired disks are not yet wiped under a procedure" due 2027-06-30',
                'meets SR 4.2 because "Disks are shredded" evidence "docs/disks.md"',
            ),
        ],
        says: [/SR 4\.2/],
    },
    {
        what: 'what was met is missed',
        verdict: 'worse',
        edit: [
            swap(
                'meets SR 6.1 because "Logs are read through Dmz.Logs" evidence "docs/logging.md"',
                'misses SR 6.1 because "Logs are not read" due 2027-04-30',
            ),
        ],
        says: [/SR 6\.1/],
    },
    {
        what: 'what was met is compensated',
        verdict: 'worse',
        edit: [
            swap(
                'meets SR 6.1 because "Logs are read through Dmz.Logs" evidence "docs/logging.md"',
                'compensates SR 6.1 because "The shift reads the display" evidence "docs/logging.md"',
            ),
        ],
        says: [/SR 6\.1/],
    },
    {
        what: 'a proof is no longer named',
        verdict: 'worse',
        edit: [
            swap(
                'because "Logs are read through Dmz.Logs" evidence "docs/logging.md"',
                'because "Logs are read through Dmz.Logs"',
            ),
        ],
        says: [/evidence/],
    },
    {
        what: 'what is compensated is not',
        verdict: 'worse',
        given: [inside('countermeasure MultiFactor', 'status planned', 'status implemented')],
        edit: [drop('  compensates SR 1.5 by MultiFactor because "The PLC cannot rotate its authenticators"\n')],
        says: [/SR 1\.5/],
    },
    {
        what: 'a countermeasure is only planned',
        verdict: 'worse',
        edit: [inside('countermeasure Watch', 'status implemented', 'status planned\n  due 2027-05-31')],
        says: [/Watch.*planned/],
    },
    {
        what: 'a countermeasure is no longer verified',
        verdict: 'worse',
        edit: [inside('countermeasure Recovery', 'status verified', 'status implemented')],
        says: [/Recovery.*implemented/],
        owners: ['Terminal operations'],
    },
    {
        what: 'a planned countermeasure works',
        verdict: 'better',
        edit: [
            inside(
                'countermeasure MultiFactor',
                'status planned\n  due 2027-01-15',
                'status implemented\n  evidence "docs/tokens.md"',
            ),
        ],
        says: [/MultiFactor.*implemented/],
    },
    {
        what: 'a countermeasure is verified',
        verdict: 'better',
        edit: [inside('countermeasure Watch', 'status implemented', 'status verified')],
        says: [/Watch.*verified/],
    },
    {
        what: 'a countermeasure comes later',
        verdict: 'worse',
        edit: [inside('countermeasure MultiFactor', 'due 2027-01-15', 'due 2028-01-15')],
        says: [/2028-01-15/],
    },
    {
        what: 'a countermeasure comes sooner',
        verdict: 'better',
        edit: [inside('countermeasure MultiFactor', 'due 2027-01-15', 'due 2026-12-15')],
        says: [/2026-12-15/],
    },
    {
        what: 'a countermeasure has no proof any more',
        verdict: 'worse',
        edit: [drop('  evidence "policies/accounts.md"\n')],
        says: [/evidence/, /DomainAccounts/],
    },
    {
        what: 'a countermeasure has another proof',
        verdict: 'none',
        edit: [swap('evidence "policies/accounts.md"', 'evidence "policies/accounts-2.md"')],
    },
    {
        what: 'a countermeasure has a proof',
        verdict: 'better',
        given: [drop('  evidence "policies/accounts.md"\n')],
        edit: [
            inside('countermeasure DomainAccounts', '  cost 12000', '  cost 12000\n  evidence "policies/accounts.md"'),
        ],
        says: [/evidence/],
    },
    {
        what: 'a countermeasure does less',
        verdict: 'worse',
        edit: [
            swap(
                'meets SR 2.8, SR 2.9, SR 2.10, SR 2.11, SR 3.9, SR 6.1',
                'meets SR 2.9, SR 2.10, SR 2.11, SR 3.9, SR 6.1',
            ),
        ],
        says: [/SR 2\.8/],
    },
    { what: 'another cost', verdict: 'none', edit: [swap('cost 12000', 'cost 15000')] },
    {
        what: 'another owner of a countermeasure',
        verdict: 'none',
        edit: [inside('countermeasure KeyControl', 'owner "Functional safety"', 'owner "Shift lead"')],
    },
    {
        what: 'a countermeasure is gone',
        verdict: 'worse',
        edit: [
            drop(
                'countermeasure Watch "Network monitoring by the plant SOC" {\n  meets SR 6.2\n  status ' +
                    'implemented\n  owner "Plant SOC"\n  evidence "docs/soc-contract.pdf"\n}\n',
            ),
            every(', Watch', ''),
        ],
        says: [/Watch/],
    },
    {
        what: 'a countermeasure more, only planned',
        verdict: 'none',
        edit: [
            append(
                'countermeasure Radio "Survey of radio networks" { meets SR 2.2 RE 1 status planned due ' +
                    '2027-09-30 owner "Network team" }',
            ),
            inside(
                'zone Control',
                'applies DomainAccounts, BoundaryRules, Recovery',
                'applies DomainAccounts, BoundaryRules, Recovery, Radio',
            ),
        ],
    },
];
