import assert from 'node:assert/strict';
import { dayFault, fileFault, importSummary } from '../src/typed.ts';

describe('What is typed into a box of the editor', () => {
    it('takes the days of the calendar, and no others', () => {
        for (const day of ['2027-03-01', '2028-02-29', '2026-12-31']) assert.equal(dayFault(day), undefined, day);
        for (const day of ['2027-02-29', '2027-02-31', '2027-13-01', '2027-00-10', '2027-04-31'])
            assert.equal(dayFault(day), `${day} is not a day of the calendar.`);
        for (const day of ['', '1.3.2027', '2027-3-1', 'today', '2027-03-01 '])
            assert.equal(dayFault(day), 'A day, such as 2027-03-01');
    });

    it('takes names of files in the folder or below it', () => {
        for (const name of ['main.iacs', 'lib/pumps.iacs', 'Werk Süd.iacs', 'a.b.iacs'])
            assert.equal(fileFault(name), undefined, name);
        assert.match(fileFault('main')!, /ends in \.iacs/);
        assert.match(fileFault('main.IACS')!, /ends in \.iacs/);
        assert.match(fileFault('a:b.iacs')!, /has none of/);
        assert.match(fileFault('C\\x.iacs')!, /has none of/);
        for (const name of ['../x.iacs', 'a/../../x.iacs', '/x.iacs']) assert.match(fileFault(name)!, /in this folder/);
        for (const name of ['.iacs', 'lib/.iacs', 'a//b.iacs'])
            assert.match(fileFault(name)!, /^A part of the name is missing\.$/);
        for (const name of ['con.iacs', 'lib/Aux.iacs', 'nul/a.iacs', 'com1.x.iacs', 'lib./a.iacs', 'lib /a.iacs'])
            assert.equal(fileFault(name), 'Windows has no file of such a name.', name);
        for (const name of ['console.iacs', 'com10.iacs', 'lib/null.iacs', './a.iacs'])
            assert.equal(fileFault(name), undefined, name);
    });

    it('says of an import how many remarks there are, before the counts', () => {
        const read = ['a.csv, headers in row 1, 3 rows:', '  A   "Name" → title', '  B   "IP" → addresses'];
        const counts = ['3 added, 0 updated, 0 unchanged.', 'Of the model 0 matched.'];
        assert.deepEqual(importSummary([...read, ...counts].join('\n'), []), { text: counts.join(' '), remarks: 0 });
        const one = 'a.csv, row 2: IP "10.0.0.300" is not an IP address; it is kept as text in the description.';
        assert.deepEqual(importSummary([...read, one, ...counts, ''].join('\n'), [[one, 1]]), {
            text: `One remark on the file is in the details. ${counts.join(' ')}`,
            remarks: 1,
        });
        const lines = ['Line 3: no rule.', 'And 14 more, which the file lists.', 'fw.iacs: 12 rules.'];
        const many = importSummary(lines.join('\n'), [
            [lines[0]!, 1],
            [lines[1]!, 14],
        ]);
        assert.deepEqual(many, { text: '15 remarks on the file are in the details. fw.iacs: 12 rules.', remarks: 15 });
        assert.equal(importSummary('', []).text, 'Imported.');
    });
});
