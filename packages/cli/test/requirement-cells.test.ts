import assert from 'node:assert/strict';
import { requirements } from 'iacs-language';
import { readDay } from '../src/import/local-days.ts';
import { readRequirement } from '../src/import/requirements/requirement-ids.ts';
import { readStatus } from '../src/import/requirements/status-words.ts';

/** What a cell names, in short. */
function ids(text: string, above: string | null = null): string {
    const read = readRequirement(text, above);
    switch (read.kind) {
        case 'requirements':
            return read.ids.join(', ');
        case 'component':
            return `component ${read.ids.join(', ')}`;
        case 'fr':
            return `FR ${read.fr}`;
        case 'none':
            return read.why;
    }
}

describe('A requirement in a sheet', () => {
    it('is read in the spellings of sheets', () => {
        const same: Readonly<Record<string, readonly string[]>> = {
            'SR 1.1': [
                'SR_1.1',
                'SR1.1',
                'sr 1.1',
                'SR-1.1',
                'SR–1.1',
                'SR 1,1',
                '1.1',
                'SR 1.1 - Human user identification and authentication',
                'SR 1.1: Human user …',
                'IEC 62443-3-3 SR 1.1',
                'IEC 62443-3-3:2013 SR 1.1',
                'ＳＲ　１．１',
            ],
            'SR 1.10': ['SR1.10', 'SR_1.10', 'SR 1.10', '1.10', 'SR 1.10 Authenticator feedback'],
            'SR 1.1 RE 1': [
                'SR 1.1 RE(1)',
                'SR 1.1 RE 1',
                'SR1.1RE1',
                'SR_1.1_RE_1',
                'SR 1.1 (RE 1)',
                'SR 1.1, RE 1',
                'SR 1.1 RE #1',
                'SR 1.1(1)',
                '1.1 RE 1',
                'SR 1.1 RE(1) Unique identification and authentication',
            ],
            'SR 1.1 RE 1, SR 1.1 RE 2': ['SR 1.1 RE(1)(2)', 'SR 1.1 RE 1, 2', 'SR 1.1 RE 1, RE 2', 'SR 1.1 RE 1 & 2'],
            'SR 1.1, SR 1.2': ['SR 1.1, SR 1.2', 'SR 1.1 and SR 1.2', 'SR 1.1\nSR 1.2'],
            'FR 5 SL 2': ['FR 5 SL 2', 'FR5 SL2', 'FR 5, SL 2'],
            'FR 2': ['FR 2', 'FR2 – Use control', 'FR_2'],
            'component CR 1.1': ['CR 1.1', 'CR_1.1'],
            'component CR 1.1 RE 1': ['CR 1.1 RE(1)', 'CR 1.1 (1)'],
            'component EDR 3.11': ['EDR 3.11'],
        };
        for (const [id, texts] of Object.entries(same)) for (const text of texts) assert.equal(ids(text), id, text);
    });

    it('is known by each of its hundred names, in every spelling', () => {
        for (const { id } of requirements) {
            for (const text of [id, id.replaceAll(' ', ''), id.replaceAll(' ', '_'), id.replace(/RE (\d)/u, 'RE($1)')])
                assert.equal(ids(text), id, text);
        }
    });

    it('is an enhancement of the row above where it says RE alone', () => {
        assert.equal(ids('RE 2', 'SR 1.1'), 'SR 1.1 RE 2');
        assert.equal(ids('RE(1) Unique …', 'SR 1.7'), 'SR 1.7 RE 1');
        assert.equal(ids('RE 2'), 'names an enhancement with no requirement above it');
    });

    it('is nothing that only looks like one', () => {
        assert.equal(ids('SR 9.9'), 'names SR 9.9, which IEC 62443-3-3 does not have; the nearest one is SR 1.9');
        assert.match(ids('SR 1.1 RE 7'), /^names SR 1\.1 RE 7, which IEC 62443-3-3 does not have/);
        assert.match(ids('FR 8'), /go from 1 to 7/);
        for (const text of ['A.9.2.1', '1.1.1', 'Accounts', '12', 'USR 1.1', 'SR 1'])
            assert.equal(ids(text), 'names no requirement', text);
    });
});

describe('A status in a sheet', () => {
    const state = (text: string): string | null => {
        const read = readStatus(text);
        return read && `${read.state}${read.partly ? ', partly' : ''}`;
    };

    it('is read in four languages', () => {
        const words: Readonly<Record<string, string>> = {
            meets:
                'Met|Fully compliant|erfüllt|ERFÜLLT|umgesetzt|i.O.|conforme|mise en oeuvre|mise en ' +
                'œuvre|oui|cumple|Sí|✓',
            misses: 'Not met|not-met|non-compliant|Non conforme|nicht erfüllt|n.i.O.|nein|no cumple|No|✗|écart',
            'misses, partly': 'partially met|Teilweise erfüllt|partiellement conforme|cumple parcialmente',
            excludes: 'N/A|n.a.|not applicable|entfällt|nicht anwendbar|sans objet|no aplica',
            compensates:
                'compensated|Compensating countermeasure|kompensiert|mesure compensatoire|medida compensatoria',
            planned: 'Planned|in progress|geplant|in Umsetzung|prévu|en cours|planificado|en curso',
            unsaid: '|-|?|TBD|not assessed|nicht bewertet|non évalué|sin evaluar|not-assessed',
        };
        for (const [expected, list] of Object.entries(words))
            for (const word of list.split('|')) assert.equal(state(word), expected, word);
    });

    it('may have words behind it, which are kept', () => {
        assert.deepEqual(readStatus('erfüllt - siehe Bericht'), {
            state: 'meets',
            partly: false,
            more: 'siehe Bericht',
        });
        assert.equal(state('Met (audit 2026)'), 'meets');
        assert.equal(state('Not met: no log'), 'misses');
    });

    it('is not what stands before words that take it back', () => {
        for (const text of [
            'Yes, but not documented',
            'Ja, aber nicht dokumentiert',
            'erfüllt - bis auf das Büro',
            'Met (not tested)',
            'Oui, sauf le réseau B',
            'compensated, pending approval',
            'n/a: only in Line 2',
            'Met (no)',
        ])
            assert.equal(readStatus(text), null, text);
        for (const text of ['Met (partially)', 'erfüllt (teilweise)'])
            assert.deepEqual(readStatus(text), { state: 'misses', partly: true, more: text });
        assert.equal(state('Met (met)'), 'meets');
        assert.equal(state('No, but planned'), 'misses');
    });

    it('is not guessed', () => {
        for (const text of [
            'met?',
            'na ja',
            'not really met',
            '80 %',
            'SL 2',
            'open',
            'NC',
            'mitigated',
            '2',
            'metric',
        ])
            assert.equal(state(text), null, text);
    });
});

describe('A day in a sheet', () => {
    const day = (text: string): string => {
        const read = readDay(text);
        return read.kind === 'day' ? read.day : read.kind;
    };

    it('is read as people write it', () => {
        for (const text of [
            '2027-03-31',
            '2027/03/31',
            '31.03.2027',
            '31.3.27',
            '31. 3. 2027',
            '31/03/2027',
            '03/31/2027',
            '31 March 2027',
            '31. März 2027',
            '31-Mar-2027',
            'March 31, 2027',
            'le 31 mars 2027',
            '31 de marzo de 2027',
            '2027-03-31 00:00:00',
        ])
            assert.equal(day(text), '2027-03-31', text);
        assert.equal(day('05/05/2027'), '2027-05-05');
    });

    it('is not guessed', () => {
        assert.equal(day('03/04/2027'), 'ambiguous');
        for (const text of ['Q3 2027', 'March 2027', '2027', '31.02.2027', 'asap', '13/13/2027', '27-03-31'])
            assert.equal(day(text), 'text', text);
    });
});
