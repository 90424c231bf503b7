import assert from 'node:assert/strict';
import { declarations, messages, run } from './support/imports.ts';

/** The name and the title of each thing that is declared. */
function named(text: string): readonly string[] {
    return [...text.matchAll(/^ *(?:asset|threat) (\S+ "[^"]*")/gm)].map(match => match[1]!);
}

describe('Rows that are only numbered', () => {
    const three =
        'Pos.;Bezeichnung;Typ;IP;Zone\n1;Mischer;PLC;10.1.2.3;Mischerei\n2;Panel;HMI;10.1.2.4;Mischerei\n3;Server;Server;10.1.2.5;Warte\n';

    it('are known again where one is put between them', () => {
        const { text } = run('assets', three);
        const four = three
            .replace('1;', '0;Neu;PLC;10.1.2.2;Mischerei\n1;')
            .replace(/^\d(?=;)/gm, digit => `${Number(digit) + 1}`);
        const answer = run('assets', four, { existing: text });
        assert.deepEqual([answer.added, answer.updated, answer.unchanged, ...messages(answer)], [1, 0, 3]);
        assert.deepEqual(named(answer.text), ['Mischer "Mischer"', 'Panel "Panel"', 'Neu "Neu"', 'Server "Server"']);
        const again = run('assets', four, { existing: answer.text });
        assert.equal(again.text, answer.text);
        // And where the first one goes again.
        const gone = run('assets', three, { existing: answer.text });
        assert.deepEqual([gone.added, gone.updated, gone.unchanged], [0, 0, 3]);
        assert.deepEqual(messages(gone), [
            '0: "1" is no longer in the register; Neu is kept. Remove it if it is really gone.',
        ]);
    });

    it('keep what people said of a risk at that risk', () => {
        const before = 'No,Threat,Likelihood,Impact\n1,Flood,2,3\n2,Fire,4,4\n';
        const { text } = run('risks', before);
        const edited = text.replace(
            'threat T2 "Fire" {',
            'threat T2 "Fire" {\n  accept risk-not-assessed because "Until May"',
        );
        const answer = run('risks', 'No,Threat,Likelihood,Impact\n1,Fire,4,4\n2,Storm,1,1\n3,Flood,2,3\n', {
            existing: edited,
        });
        assert.match(answer.text, /threat T2 "Fire" \{\n {2}accept risk-not-assessed/);
        assert.deepEqual(named(answer.text), ['T1 "Flood"', 'T2 "Fire"', 'T2_2 "Storm"']);
        assert.deepEqual([answer.added, answer.updated, answer.unchanged], [1, 0, 2]);
    });

    it('may get another title', () => {
        const answer = run('assets', three.replace('Panel', 'Bedienpanel'), { existing: run('assets', three).text });
        assert.deepEqual(named(answer.text), ['Mischer "Mischer"', 'Panel "Bedienpanel"', 'Server "Server"']);
    });

    it('have a better number in another column', () => {
        const rows = 'Pos.;Anlagenkennzeichen;Bezeichnung;Typ\n1;=A1+K1;Mischer;PLC\n2;=A1+K2;Panel;HMI\n';
        const answer = run('assets', rows);
        assert.deepEqual(named(declarations(answer)), ['A1K1 "Mischer"', 'A1K2 "Panel"']);
        assert.equal(
            messages(answer)[0],
            '1: "Pos." counts the rows and is left out: "Anlagenkennzeichen" is the number of a device.',
        );
        const shared = run('assets', rows.replace('K2', 'K1'));
        assert.deepEqual(named(declarations(shared)), ['Mischer "Mischer"', 'Panel "Panel"'], 'that of a cabinet');
    });
});
