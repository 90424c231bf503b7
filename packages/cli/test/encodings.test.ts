import assert from 'node:assert/strict';
import { decodeText, decoderOf } from '../src/import/encodings.ts';
import { encoded } from './support/encoded.ts';
import { declarations, messages, run } from './support/imports.ts';

const texts: readonly (readonly [string, string])[] = [
    ['windows-1252', 'Gerät;Standort;Maßnahme\nBrüdenverdichter – Nord;Gebäude „Süd“;prüfen\n'],
    ['windows-1252', 'Équipement;Bâtiment\nDépoussiéreur;Côté façade à 20 °C\n'],
    ['windows-1252', 'Señal;Ubicación\nMedición de presión;Área niño\n'],
    ['windows-1250', 'Urządzenie;Lokalizacja\nSterownik główny pompowni Łódź;Rozdzielnia zażółć gęślą\n'],
    ['windows-1250', 'Zařízení;Umístění\nŘídicí jednotka čerpadla;Rozvodna žlutá\n'],
    ['windows-1254', 'Cihaz;Yer\nBasınç sıcaklık ölçer;Şalt odası ağır yağ İstasyonu\n'],
    ['windows-1251', 'Устройство;Место\nКонтроллер насоса;Щитовая №3\n'],
    ['macintosh', 'Gerät;Standort\nBrüdenverdichter größer;Gebäude Süd, Prüfstände\n'],
    ['shift_jis', '名称;場所\n圧力センサー;制御室の東側\nポンプ;地下\n'],
    ['shift_jis', '機器名,種別,IPアドレス\n制御盤１,PLC,１０．０．０．２\n操作端末,HMI,能登ソ表\n'],
    ['euc-jp', '名称;場所\n圧力センサー;制御室の東側\nポンプ;地下\n'],
];

describe('A text that is not UTF-8', () => {
    for (const [encoding, text] of texts) {
        it(`is read as ${encoding}: ${text.split('\n')[1]}`, () =>
            assert.deepEqual(decodeText(encoded(text, encoding)), { text, encoding, guessed: true }));
    }

    it('is UTF-8 and UTF-16 where it is, with a mark or without', () => {
        const text = 'Gerät;名称\nŁódź;ı\n';
        assert.deepEqual(decodeText(Buffer.from(text)), { text, encoding: 'utf-8', guessed: false });
        assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')), {
            text,
            encoding: 'utf-16le',
            guessed: false,
        });
        const plain = 'Name;Type;Zone\nPump 1;PLC;Cell\n'.repeat(3);
        assert.deepEqual(decodeText(Buffer.from(plain, 'utf16le')), {
            text: plain,
            encoding: 'utf-16le',
            guessed: true,
        });
        assert.deepEqual(decodeText(Buffer.from(plain, 'utf16le').swap16()), {
            text: plain,
            encoding: 'utf-16be',
            guessed: true,
        });
        assert.deepEqual(decodeText(new Uint8Array()), { text: '', encoding: 'utf-8', guessed: false });
    });

    it('is told, and read as the user says', () => {
        const bytes = encoded('Name;Type\nKühlung;PLC\n', 'macintosh');
        const guessed = run('assets', bytes);
        assert.match(
            messages(guessed)[0]!,
            /^0: The file is not UTF-8 and is read as \S+, which fits its letters best: look at them, or say what it is with --encoding\.$/,
        );
        const given = run('assets', bytes, { encoding: 'mac-roman' });
        assert.match(declarations(given), /asset Kühlung "Kühlung" : plc/);
        assert.deepEqual(
            messages(given).filter(message => message.includes('UTF-8')),
            [],
        );
        assert.match(messages(run('assets', bytes, { encoding: 'utf-8' }))[0]!, /1 sign is not utf-8, and is lost/);
        assert.throws(() => run('assets', bytes, { encoding: 'klingon' }), /There is no encoding "klingon"/);
        assert.deepEqual(
            ['latin1', 'cp932', 'ANSI'].map(name => decoderOf(name)?.encoding),
            ['windows-1252', 'shift_jis', 'windows-1252'],
        );
    });
});
