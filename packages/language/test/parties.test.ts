import assert from 'node:assert/strict';
import type { MarkupContent, WorkspaceEdit } from 'vscode-languageserver';
import { hover } from '../src/lsp/hover.ts';
import { rename } from '../src/lsp/rename.ts';
import { responsibleFor } from '../src/model/index.ts';
import type { DiffSide } from '../src/views/diff/index.ts';
import { diff, sideOf } from '../src/views/diff/index.ts';
import { ask, workspace } from './lsp/ask.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

const plant = `system Plant
party Owner "Terminal operations" { role asset-owner }
party Service "Service provider" {
  role integration-provider, maintenance-provider
  certificate "IEC 62443-2-4, no. 77" dated 2025-03-01 valid 36 months
  meets SP.07.01, SP.07.04 RE 1 maturity 3 evidence "service/remote.pdf" dated 2026-01-10
  misses SP.11.02 because "No patch list yet" due 2026-12-31
}
party Maker "Controller maker" { role product-supplier meets SM-1, SVV-5 maturity 4 evidence "4-1.pdf" }
type maker-plc "Controller" : plc { supplied by Maker certificate "IEC 62443-4-2" for "V2.9" until 2027-01-31 }
zone Control {
  SL-T 1
  operated by Owner
  maintained by Service
  zone Cell {
    maintained by Maker, Service
    asset Plc1 : maker-plc { owner "Press shop" is essential }
    asset Plc2 : maker-plc { maintained by Owner }
  }
  asset Hmi1 : hmi
}
`;

function messages(text: string): readonly string[] {
    return load(text, { today }).problems.map(({ message }) => message);
}

function found(text: string, rule: string): readonly string[] {
    return load(text, { today })
        .findings.filter(finding => finding.rule === rule)
        .map(({ message }) => message);
}

describe('Parties', () => {
    it('show nothing by a certificate of a day to come', () => {
        const said = (certificates: string): readonly string[] =>
            load(`system S\ntype T "T" : plc { SL-C 2 ${certificates} }\nzone A { SL-T 1 asset P : T }\n`)
                .findings.filter(({ rule }) => rule === 'certificate-expired')
                .map(({ message }) => message.split(':')[0]!);
        assert.deepEqual(said('certificate "a" dated 2026-06-03 valid 12 months'), [
            'a is dated 2026-06-03, a day to come',
        ]);
        assert.deepEqual(said('certificate "a" dated 2026-06-02 valid 12 months'), []);
        assert.deepEqual(said('certificate "a" dated 2026-06-03 certificate "b" until 2027-01-01'), []);
    });

    it('are read with roles, certificates and what they state', () => {
        const { model, problems } = load(plant, { today });
        assert.deepEqual(problems, []);
        const [, service, maker] = model.parties;
        assert.deepEqual(service!.roles, ['integration-provider', 'maintenance-provider']);
        assert.equal(service!.certificates[0]!.time.dated?.date, '2025-03-01');
        assert.deepEqual(
            [...service!.statements, ...maker!.statements].map(({ verb, maturity, requirements }) => [
                verb,
                maturity,
                ...requirements.map(({ id }) => id),
            ]),
            [
                ['meets', 3, 'SP.07.01', 'SP.07.04 RE 1'],
                ['misses', null, 'SP.11.02'],
                ['meets', 4, 'SM-1', 'SVV-5'],
            ],
        );
        assert.equal(model.types.find(({ id }) => id === 'maker-plc')!.certificates[0]!.version, 'V2.9');
    });

    it('are responsible by the innermost statement: asset, type, zone, zones around', () => {
        const { lookup } = load(plant, { today });
        const who = (id: string, duty: Parameters<typeof responsibleFor>[2]): string | null => {
            const answer = responsibleFor(lookup, lookup.element(id)!, duty);
            return answer && `${answer.parties.map(party => party.id).join(', ')} by ${answer.from}`;
        };
        assert.equal(who('Control.Cell.Plc1', 'maintainedBy'), 'Maker, Service by Control.Cell');
        assert.equal(who('Control.Cell.Plc2', 'maintainedBy'), 'Owner by Control.Cell.Plc2');
        assert.equal(who('Control.Hmi1', 'maintainedBy'), 'Service by Control');
        assert.equal(who('Control.Cell.Plc1', 'suppliedBy'), 'Maker by maker-plc');
        assert.equal(who('Control.Cell.Plc1', 'operatedBy'), 'Owner by Control');
        assert.equal(who('Control.Cell', 'integratedBy'), null);
        assert.equal(lookup.ownerOf('Control.Cell.Plc1'), 'Press shop');
    });

    it('say where a requirement of another part belongs, and what is missing', () => {
        const wrong = (text: string): readonly string[] => messages(`system Plant\n${text}\n`);
        assert.deepEqual(wrong('party P { meets ORG 1.1 }'), [
            'ORG 1.1 is a requirement on the asset owner (IEC 62443-2-1): state it in a programme.',
        ]);
        assert.deepEqual(wrong('programme { meets SP.07.01, SM-1 }'), [
            'SP.07.01 is a requirement of IEC 62443-2-4: state it in the party that does the work.',
            'SM-1 is a requirement of IEC 62443-4-1: state it in the party that does the work.',
        ]);
        assert.deepEqual(wrong('zone A { asset B : plc meets NET 3.2 maturity 2 }'), [
            'A maturity level is said of requirements on organisations, in a party or a programme: remove it here.',
            'NET 3.2 is a requirement of IEC 62443-2-1, on an organisation: state it in the programme of the asset owner.',
        ]);
        assert.deepEqual(wrong('party P { meets SR 1.1 }'), [
            'SR 1.1 is a requirement on a system (IEC 62443-3-3): state it in a zone, conduit or asset.',
        ]);
        assert.deepEqual(wrong('party P { meets SP.07.09, SM-99 maturity 5 }').length, 3);
        // What is claimed with a maturity that there is not is not known; what is missed is missed with any.
        const { model } = load(
            'system S\nparty P { role service-provider meets SP.01.01 maturity 7 compensates SP.01.02 maturity 0 ' +
                'misses SP.01.03 maturity 7 meets SP.01.04 maturity 4 }',
        );
        assert.deepEqual(
            model.parties[0]!.statements.map(({ verb, maturity }) => [verb, maturity]),
            [
                ['misses', null],
                ['meets', 4],
            ],
        );
        assert.match(wrong('programme { meets NET 3 }')[0]!, /NET 3 is a group of 3 requirements/);
        assert.match(wrong('zone A { operated by Nobody asset B : plc }')[0]!, /There is no party Nobody/);
    });

    it('explain a requirement in a hover, with what is in doubt', () => {
        const shown = (text: string): string => {
            const space = workspace(text);
            const answer = ask(hover, { ...space, position: space.view.lines.positionAt(space.offset) });
            return (answer!.contents as MarkupContent).value;
        };
        assert.match(
            shown('system Plant\nprogramme {\n  meets NET 1<|>.4\n}\n'),
            /Network autonomy[\s\S]*essential-need-outside[\s\S]*In doubt/,
        );
        assert.match(
            shown('system Plant\nparty P {\n  meets SP.07<|>.01\n}\n'),
            /Accepted remote access applications only/,
        );
    });

    it('are not asked for where a model declares none', () => {
        const text = `system Plant
zone Supplier { kind external asset Laptop : laptop }
zone Dmz { kind dmz SL-T 2 asset Jump : jump-host { is essential } }
conduit Service between Supplier and Dmz { via Vpn asset Vpn : vpn-gateway flow Laptop -> Jump : rdp }
`;
        for (const rule of ['essential-asset-unmaintained', 'remote-party-without-proof'])
            assert.deepEqual(found(text, rule), [], rule);
        assert.equal(found(`${text}party P`, 'essential-asset-unmaintained').length, 1);
        assert.match(found(`${text}party P`, 'remote-party-without-proof')[0]!, /does not say who operates/);
    });
});

describe('The programme', () => {
    const unprotected = `system Plant
zone Internet { kind external asset Web : server }
zone Control { SL-T 1 asset Plc1 : plc }
conduit Line between Internet and Control { flow Internet.Web -> Control.Plc1 : https }
`;

    it('is contradicted by what rules find, and the findings stay', () => {
        const text = `${unprotected}programme "P" { meets NET 1.1 because "Firewalls" misses NET 1.2 because "x" }\n`;
        assert.match(found(text, 'programme-contradicted')[0]!, /meets NET 1\.1, .*conduit-without-boundary-device/);
        assert.equal(found(text, 'programme-contradicted').length, 1);
        assert.equal(
            found(text, 'conduit-without-boundary-device').length,
            found(unprotected, 'conduit-without-boundary-device').length,
        );
    });

    it('is not silenced by an acceptance of what is found', () => {
        const accepted = unprotected.replace(
            'system Plant',
            'system Plant { accept conduit-without-boundary-device because "x" until 2099-01-01 }',
        );
        const text = `${accepted}programme { meets NET 1.1 because "Firewalls" }\n`;
        assert.match(found(text, 'programme-contradicted')[0]!, /conduit-without-boundary-device/);
    });

    it('adds up where it is written in several places, and the first statement counts', () => {
        const text =
            'system Plant\nprogramme { meets ORG 1.1 because "a" }\nprogramme { misses ORG 1.1 because "b" }\n';
        assert.deepEqual(found(text, 'requirement-stated-twice'), [
            'ORG 1.1 is stated twice: meets, and here misses. Only the first statement counts. Keep one.',
        ]);
    });
});

describe('A party that is called otherwise', () => {
    const side = (text: string): DiffSide => {
        const loaded = load(text, { today });
        return sideOf(loaded, { today, textOf: uri => loaded.files.get(uri), fileName: uri => uri });
    };

    it('is one change, and none where it is mentioned', () => {
        const { changes } = diff(side(plant), side(plant.replaceAll(/\bService\b(?! provider)/g, 'Maintainer')));
        assert.deepEqual(
            changes.map(({ kind, element, id }) => [kind, element, id]),
            [['renamed', 'party', 'Maintainer']],
        );
    });

    it('is a change of the asset where another party maintains it', () => {
        const { changes } = diff(
            side(plant),
            side(plant.replace('{ maintained by Owner }', '{ maintained by Maker }')),
        );
        assert.deepEqual(
            changes.map(({ kind, id, what }) => [kind, id, what]),
            [['changed', 'Control.Cell.Plc2', 'maintained by: Owner → Maker']],
        );
    });

    it('is renamed by an editor wherever it is mentioned', () => {
        const space = workspace(plant.replace('party Service', 'party Ser<|>vice'));
        const position = space.view.lines.positionAt(space.offset);
        const edit = ask(rename, { ...space, position }, { newName: 'Maintainer' }) as WorkspaceEdit | null;
        const edits = Object.values(edit?.changes ?? {}).flat();
        assert.equal(
            edits.length + (edit?.documentChanges ?? []).flatMap(each => ('edits' in each ? each.edits : [])).length,
            3,
        );
    });
});
