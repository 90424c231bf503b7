import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const plant = `system Works {
  tolerable-risk 6
}
zone Office { kind enterprise asset Pc : office-computer }
zone Control {
  kind control
  SL-T { RA 1 }
  asset Plc : plc
  applies Backup, Accounts
  meets SR 7.6 because "Hardening sheets" evidence "hardening.pdf" dated 2025-05-20 valid 12 months
  meets SR 7.7 by Wish because "Ports closed"
}
zone None { kind control SL-T 0 asset Spare : plc }
conduit Orders between Office and Control { flow Office.Pc -> Control.Plc : https }
countermeasure Backup { meets SR 7.3 status verified evidence "backup.pdf" dated 2025-06-01 valid 12 months }
countermeasure Accounts { status verified evidence "accounts.pdf" dated 2025-06-01 valid 12 months }
countermeasure Wish { meets SR 7.7 }
countermeasure Later { meets SR 7.1 status planned due 2027-01-01 }
threat Stop { from Office against Control.Plc likelihood 4 consequence 4 mitigated by Accounts to likelihood 1 }
threat Spy { from Office against Control.Plc likelihood 4 consequence 4 mitigated by Wish to likelihood 1 }
`;

function run(...args: string[]): Promise<string> {
    return withFiles({ 'main.iacs': plant }, async folder => {
        const { stdout } = await iacs([...args, '--today', '2026-11-29', 'main.iacs'], { cwd: folder });
        return stdout;
    });
}

/** What is stated and does not count was called "nothing is stated", and so sent people to state it again. */
describe('What is stated and does not count', () => {
    it('is told from what nobody speaks of, by assess', async () => {
        const table = await run('assess', '--subject', 'Control');
        assert.match(table, /^ {4}SR 7\.3 +not assessed +Backup, evidence was good until 2026-06-01$/m);
        assert.match(table, /^ {4}SR 7\.6 +not assessed +"Hardening sheets", evidence was good until 2026-05-20$/m);
        assert.match(table, /^ {4}SR 7\.7 +not assessed +Wish, "Ports closed", what is stated does not count$/m);
        assert.match(table, /^ {4}not assessed +SR 7\.1, SR 7\.2, SR 7\.4, SR 7\.5$/m);
        const markdown = await run('assess', '--format', 'markdown');
        assert.match(markdown, /\| SR 7\.6 \| .* \| not assessed \| {2}\| Hardening sheets; evidence was good until/);
        assert.match(markdown, /^main\.iacs, assessed on 2026-11-29$/m);
    });

    it('has not expired where its evidence is of a day to come, whenever that ends', async () => {
        const { stdout } = await withFiles(
            {
                'main.iacs': `zone Control {
  SL-T { RA 1 }
  asset Plc : plc
  meets SR 7.3 because "Drill" evidence "drill.pdf" dated 2027-02-01 valid 12 months
}
`,
            },
            folder => iacs(['assess', '--subject', 'Control', '--today', '2026-11-29', 'main.iacs'], { cwd: folder }),
        );
        assert.match(stdout, /^ {4}SR 7\.3 +not.assessed +"Drill", what is stated does not count$/m);
    });

    it('is renewed, not stated, in the plan', async () => {
        const plan = await run('plan');
        assert.match(
            plan,
            /^ {2}SR 7\.3 at Control: renewed evidence, with its day: what there is was good until 2026-06-01$/m,
        );
        assert.match(plan, /^ {2}SR 7\.7 at Control: a statement that counts today: see the day/m);
        assert.match(plan, /^ {2}SR 7\.1 at Control, .*: an assessment: write `meets`/m);
        assert.match(
            plan,
            /^ {2}risk of Stop: evidence that counts for Accounts: what there is does not count today$/m,
        );
        assert.match(plan, /^ {2}risk of Spy: a `status` for Wish: nothing says whether it is in place$/m);
    });

    it('has its reason in the report, in each of its chapters', async () => {
        const report = await run('report', '--format', 'md');
        assert.match(
            report,
            /\| SR 7\.6 .*\*\*not assessed\*\* \| Hardening sheets<br>evidence was good until 2026-05-20 \|/,
        );
        assert.match(report, /Make it count: evidence was good until 2026-06-01 \| SR 7\.3 \|/);
        assert.match(report, /\| Assess: it is not stated whether it is met \| SR 7\.1, SR 7\.2, SR 7\.4, SR 7\.5 \|/);
        assert.match(
            report,
            /Accounts to likelihood 1 \(does not count: the evidence of Accounts does not count today\)/,
        );
        assert.match(report, /Make countermeasures count: the evidence of Accounts does not count today/);
        assert.match(report, /nothing is stated, or what shows it does not count today/);
        const oscal = await run('report', '--format', 'oscal');
        assert.match(oscal, /not assessed, because Hardening sheets; evidence was good until 2026-05-20/);
        const csv = await run('report', '--format', 'csv');
        assert.match(csv, /Hardening sheets.*evidence was good until 2026-05-20/);
    });

    it('has its reason in the finding on the risk', async () => {
        const found = await run('check');
        assert.match(found, /above the tolerable 6\. The evidence of Accounts does not count today\. Correct that/);
    });
});

describe('Where nothing is required', () => {
    it('says whether no target is stated, it is 0, or nothing of what is shown is required', async () => {
        const markdown = await run('assess', '--format', 'markdown');
        const after = (head: string): string => markdown.slice(markdown.indexOf(head)).split('\n## ')[0]!;
        assert.match(after('## Zone Office'), /Nothing is required: no SL-T is stated here\./);
        assert.match(after('## Zone None'), /Nothing is required: the SL-T is 0\./);
        const few = await run('assess', '--format', 'html', '--regulation', 'nis2', '--subject', 'Control');
        assert.doesNotMatch(few, /no SL-T is stated here/);
        const report = await run('report', '--format', 'md');
        assert.match(report, /None has an SL-T of 0, so no requirement is asked for/);
        assert.match(report, /Office has no SL-T, so no requirement is asked for/);
    });
});

describe('The roadmap', () => {
    const text = `system Works { tolerable-risk 6 }
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control SL-T { UC 1 } asset Plc : plc applies Guard }
conduit Orders between Office and Control { flow Office.Pc -> Control.Plc : https }
countermeasure Guard { meets FR 2 SL 1 status planned due 2027-01-01 cost 10 downtime 2 hours }
threat Stop { from Office against Control.Plc likelihood 5 consequence 5 mitigated by Guard to likelihood 1 }
`;
    const out = (...args: string[]): string =>
        withFiles({ 'main.iacs': text }, cwd => iacs([...args, '--today', '2026-11-29', 'main.iacs'], { cwd }).stdout);

    it('names the risk that a step closes before the many requirements', () => {
        assert.match(out('plan'), /^ {3}closes risk of Stop, SR 2\.1 at Control, .* and 3 more$/m);
    });

    it('says of no window, and of one that is too short, that none has room', () => {
        assert.match(out('plan'), /^ {3}cost 10; no window has room for it: plan one; planned$/m);
    });

    it('marks what to write as code in its page', () => {
        const page = out('report', '--format', 'html', '--no-drawings');
        assert.match(page, /What no countermeasure closes, and what it would take/);
        assert.match(page, /write <code>meets<\/code>, <code>misses<\/code>/);
        assert.doesNotMatch(page.slice(page.indexOf('id="plan"')), /write `meets`/);
    });
});
