import assert from 'node:assert/strict';
import { renderEdits } from '../src/syntax/index.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

/** What is said of names that are not there, and the names that the fixes write. */
function said(text: string): readonly string[] {
    return load(text, { today }).problems.map(
        ({ message, fixes }) =>
            `${message.replace(/ is a text; .* expected here/u, ' is a text').replace(/^There is no [^;]*? (\S+)( here)?;/u, '$1;')}` +
            ` [${fixes.map(fix => fix.title.replace('Change to ', '')).join(', ')}]`,
    );
}

/** The text after the first fix of every problem that has one. */
function fixed(text: string): string {
    let now = text;
    for (let round = 0; round < 60; round++) {
        const fix = load(now, { today }).problems.find(problem => problem.fixes.length > 0)?.fixes[0];
        if (!fix) return now;
        const edits = renderEdits(fix.edits, () => now);
        now = [...edits]
            .reverse()
            .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), now);
    }
    return now;
}

/** A brewery whose writer names things as its documents do. */
const brewery = `system Brauerei
zone Sud "Sudhaus" {
  asset RezDb "Rezeptdatenbank" : database-server
  asset Sps1 "Läuterbottich-SPS" : plc
  zone Gaer "Gärkeller" { asset Sps2 "Tank 4" : plc }
}
zone Buero "Büro & Labor" { asset Erp "Auftragssystem" : erp-server }
countermeasure Konten "Benannte Konten" { status implemented }
conduit K "Rezeptübergabe" between Sudhaus and Buero {
  flow Buero.Auftragssystem -> Sud.Rezept-Datenbank : https
  flow Erp -> Sud.La\u0308uterbottich-SPS : https
}
threat T1 { from "Büro & Labor" against "läuterbottich sps", Sud.Gärkeller mitigated by "benannte konten" }
threat T2 { from Bueero against Sud.Gaer.Sps3, RezDB mitigated by Konten, "Benannte  Konten" }
invariant I { deny path from "Buero" to Sudhauss require path from Buero to Sud through "Gärkeller" }
`;

/** A bottling plant with two lines that are called alike. */
const bottling = `system Usine
zone Supervision "Salle de contrôle" {
  asset Hist "Historien" : historian
  meets SR 1.1 by "Comptes nommés" because "Revue annuelle"
}
zone Ligne1 "Ligne d'embouteillage n° 1" { asset Api "API remplisseuse" : plc }
zone Ligne2 "Ligne d'embouteillage n° 2" { asset Api "API remplisseuse" : plc }
countermeasure Comptes "Comptes nommés" { status implemented }
countermeasure Vpn "Tunnel VPN" { status implemented }
conduit Liaison "Liaison superviseur" between Supervision and Ligne1 {
  via "Pare-feu usine"
  asset Pf "Pare-feu usine" : firewall { serves Supervision, "Ligne d'embouteillage n° 1" }
  flow Historien -> ApiRemplisseuse : opc-ua { secured encryption by "tunnel vpn" }
}
within "Ligne d'embouteillage n° 2" { asset Ihm : hmi { needs "API remplisseuse" } }
function F { needs Ligne1.Api, Liason }
island L { cut "Liaison superviseur" keeps F }
observation O { sees "Salle de controle" }
`;

describe('Names as documents have them', () => {
    it('lead to what is meant in a brewery', () => {
        assert.deepEqual(said(brewery), [
            'Sudhaus; did you mean Sud? [Sud]',
            'Buero.Auftragssystem; did you mean Buero.Erp? [Buero.Erp]',
            'Sud.Rezept-Datenbank; did you mean Sud.RezDb? [Sud.RezDb]',
            'Sud.Läuterbottich-SPS; did you mean Sud.Sps1? [Sud.Sps1]'.normalize('NFC'),
            '"benannte konten" is a text; did you mean Konten? [Konten]',
            '"Büro & Labor" is a text; did you mean Buero? [Buero]',
            '"läuterbottich sps" is a text; did you mean Sud.Sps1? [Sud.Sps1]',
            'Sud.Gärkeller; did you mean Sud.Gaer? [Sud.Gaer]',
            '"Benannte  Konten" is a text; did you mean Konten? [Konten]',
            'Bueero; did you mean Buero? [Buero]',
            'Sud.Gaer.Sps3; did you mean Sud.Gaer.Sps2? [Sud.Gaer.Sps2]',
            'RezDB; did you mean Sud.RezDb? [Sud.RezDb]',
            '"Buero" is a text; did you mean Buero? [Buero]',
            'Sudhauss; did you mean Sud? [Sud]',
            '"Gärkeller" is a text; did you mean Sud.Gaer? [Sud.Gaer]',
        ]);
        const { model, problems } = load(fixed(brewery), { today });
        assert.deepEqual(problems, []);
        assert.deepEqual(
            model.threats.map(threat => threat.against.map(each => each.id)),
            [
                ['Sud.Sps1', 'Sud.Gaer'],
                ['Sud.Gaer.Sps2', 'Sud.RezDb'],
            ],
        );
    });

    it('lead to all that are called so in a bottling plant, and none of several is preferred', () => {
        assert.deepEqual(said(bottling), [
            '"Comptes nommés" is a text; did you mean Comptes? [Comptes]',
            '"Pare-feu usine" is a text; did you mean Liaison.Pf? [Liaison.Pf]',
            '"Ligne d\'embouteillage n° 1" is a text; did you mean Ligne1? [Ligne1]',
            'Historien; did you mean Supervision.Hist? [Supervision.Hist]',
            'ApiRemplisseuse; did you mean Ligne1.Api or Ligne2.Api? [Ligne1.Api, Ligne2.Api]',
            '"tunnel vpn" is a text; did you mean Vpn? [Vpn]',
            '"Ligne d\'embouteillage n° 2" is a text; did you mean Ligne2? [Ligne2]',
            'Liason; did you mean Liaison? [Liaison]',
            '"Liaison superviseur" is a text; did you mean Liaison? [Liaison]',
            '"Salle de controle" is a text; did you mean Supervision? [Supervision]',
        ]);
        const unsure = load(bottling, { today }).problems.filter(problem => problem.fixes.length > 1);
        assert.ok(unsure.every(({ fixes }) => fixes.every(fix => fix.preferred !== true)));
        const { problems } = load(fixed(bottling), { today });
        assert.deepEqual(problems, []);
    });
});

/** Each word, and what is proposed for it. */
function proposals(words: Readonly<Record<string, string>>, text: (word: string) => string): void {
    for (const [word, names] of Object.entries(words)) {
        const problem = load(text(word), { today }).problems.find(each => each.kind === 'unresolved')!;
        const titles = problem.fixes.map(fix => fix.title.replace('Change to ', ''));
        assert.deepEqual([word, titles.join(' ')], [word, names]);
    }
}

describe('Words of the trade', () => {
    it('lead to the type that is meant: of a substation, and of a works in German', () => {
        proposals(
            {
                bcu: 'bay-controller',
                'fault-recorder': 'ied',
                fernwirkgerät: 'rtu',
                leitsystem: 'scada-server',
                utm: 'firewall',
                sps: 'plc',
                bediengerät: 'hmi',
                umrichter: 'variable-frequency-drive',
                nas: 'storage-system',
                cobot: 'robot-controller',
                usv: 'ups',
                messumformer: 'transmitter',
                'virtual-plc': 'soft-plc',
                'edge-device': 'edge-computer',
            },
            word => `system S\nzone A { asset X : ${word} }\n`,
        );
    });

    it('lead to the protocol that is meant, and to none that is another thing', () => {
        proposals(
            {
                'iec-104': 'iec60870-5-104',
                iec103: 'iec60870-5-103',
                goose: 'iec61850-goose',
                mms: 'iec61850-mms',
                smv: 'iec61850-sv',
                irig: 'irig-b',
                snmpv3: 'snmp-v3',
                'dnp3-tcp': 'dnp3',
                's7-plus': 's7comm-plus',
                'profinet-io': 'profinet',
                'ms-sql': 'mssql-tds',
                'mqtt-tls': 'mqtts',
                'opc-ae': 'opc-classic',
                'ua-pubsub': 'opc-ua-pubsub',
                'modbus-ascii': 'modbus-rtu',
                iolink: 'io-link',
                // What the library does not have is not near to what it has.
                'azure-iot-hub': '',
                'syslog-tcp': '',
                'rdp-gateway': '',
            },
            word => `system S\nzone A { asset X : plc\n asset Y : plc\n flow X -> Y : ${word}\n}\n`,
        );
    });
});

describe('Words of people for the words of an enumeration', () => {
    const kindsAndStates = `system Plant
zone Office { kind Office }
zone It { kind IT is wifi }
zone Net { kind internet is hostile }
zone Trip { kind sis asset S : plc { criticality severe is vital } }
zone Slip { kind contol }
zone Both { kind production }
countermeasure Done { status done }
countermeasure Soon { status in-progress }
`;

    it('are proposed by what they mean, and by their letters', () => {
        assert.deepEqual(
            load(kindsAndStates, { today }).problems.map(({ message, fixes }) => [
                message.replace(/: `.*`(?=; did|\.)/, ''),
                ...fixes.map(fix => `${fix.title}${fix.preferred ? ', preferred' : ''}`),
            ]),
            [
                ['`Office` is not a kind of zone; did you mean `enterprise`?', 'Change to enterprise'],
                ['`IT` is not a kind of zone; did you mean `enterprise`?', 'Change to enterprise'],
                ['`wifi` is not a trait of a zone; did you mean `wireless`?', 'Change to wireless'],
                ['`internet` is not a kind of zone; did you mean `external`?', 'Change to external'],
                ['`hostile` is not a trait of a zone; did you mean `untrusted`?', 'Change to untrusted'],
                ['`sis` is not a kind of zone; did you mean `safety`?', 'Change to safety'],
                ['`severe` is not a criticality; did you mean `critical`?', 'Change to critical'],
                ['`vital` is not a trait of an asset; did you mean `essential`?', 'Change to essential'],
                ['`contol` is not a kind of zone; did you mean `control`?', 'Change to control, preferred'],
                ['`production` is not a kind of zone.'],
                ['`done` is not a status; did you mean `implemented`?', 'Change to implemented'],
                ['`in-progress` is not a status; did you mean `planned`?', 'Change to planned'],
            ],
        );
    });
});
