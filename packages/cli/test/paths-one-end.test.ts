import assert from 'node:assert/strict';
import { plant as found, today } from './support/as-found.ts';
import { iacs, withFiles } from './support/iacs.ts';

const plant = `system S
zone Office { kind enterprise asset Pc : office-computer asset Srv : server { serves Cell.Inner } }
zone Internet "Outside" { kind external }
zone Dmz "Plant DMZ" { kind dmz asset Jump : jump-host asset Spare : jump-host }
zone Cell { kind control asset Plc : plc asset Hmi : hmi
  zone Inner { asset Io : remote-io asset Drive : drive } }
conduit In between Office and Dmz { via Fw asset Fw : firewall
  flow Office.Pc -> Dmz.Jump : rdp
  flow Dmz.Jump -> Fw : ssh }
conduit On between Dmz and Cell { flow Dmz.Jump -> Cell.Hmi : rdp }
conduit Out between Dmz and Internet { flow Dmz.Jump -> Internet : https }
`;

interface Answer {
    readonly paths: readonly { readonly from: string; readonly to: string; readonly hops: readonly object[] }[];
    readonly reached?: readonly Found[];
    readonly reaching?: readonly Found[];
    readonly complete: boolean;
    readonly notKnown: readonly { readonly kind: string; readonly ids: readonly string[] }[];
}

interface Found {
    readonly file: string;
    readonly id: string;
    readonly zone: string | null;
    readonly hops: number;
    readonly path: readonly string[];
}

function ask(text: string, ...words: readonly string[]) {
    return withFiles({ 'main.iacs': text }, cwd => iacs(['paths', ...words, ...today], { cwd }));
}

function json(text: string, ...words: readonly string[]): Answer {
    return JSON.parse(ask(text, ...words, '--format', 'json').stdout) as Answer;
}

describe('iacs paths with one end', () => {
    it('lists all that an end reaches, by zone and hops', () => {
        const { stdout, code } = ask(plant, '--from', 'Office.Pc');
        assert.equal(code, 0);
        assert.equal(
            stdout,
            `Office.Pc reaches 3 assets and whoever is in 1 zone without assets over the declared flows.

Dmz "Plant DMZ": 1 of 2 assets, 1 hop
  Dmz.Jump  1 hop: Office.Pc → Dmz.Jump; through In

Cell: 1 of 2 assets, 2 hops
  Cell.Hmi  2 hops: Office.Pc → Dmz.Jump → Cell.Hmi; through In, On

Conduit In: 1 device, 2 hops
  In.Fw  2 hops: Office.Pc → Dmz.Jump → In.Fw; through In

Internet "Outside": whoever is in it, 2 hops
  Internet  2 hops: Office.Pc → Dmz.Jump → Internet; through In, Out

Not known:
  In.Fw carries what passes between zones: what it would let through if it is compromised is in no path.
`,
        );
        assert.deepEqual(
            json(plant, '--from', 'Office.Pc').reached!.map(({ file, id, zone, hops, path }) => [
                file,
                id,
                zone,
                hops,
                path.at(-2),
            ]),
            [
                ['main.iacs', 'Dmz.Jump', 'Dmz', 1, 'Office.Pc'],
                ['main.iacs', 'Cell.Hmi', 'Cell', 2, 'Dmz.Jump'],
                ['main.iacs', 'In.Fw', null, 2, 'Dmz.Jump'],
                ['main.iacs', 'Internet', 'Internet', 2, 'Dmz.Jump'],
            ],
        );
    });

    it('lists all that reaches an end', () => {
        assert.match(
            ask(plant, '--to', 'Cell').stdout,
            /^Cell is reached from 3 assets .*\n\nOffice: 2 assets, 1 to 2 hops\n.*\n.*\n\nDmz .*\n {2}Dmz\.Jump {2}1 hop: /,
        );
        const { reaching, reached } = json(plant, '--to', 'Cell');
        assert.equal(reached, undefined);
        assert.deepEqual(
            reaching!.map(({ id, hops, path }) => [id, hops, ...path]),
            [
                ['Office.Srv', 1, 'Office.Srv', 'Cell.Inner.Io'],
                ['Dmz.Jump', 1, 'Dmz.Jump', 'Cell.Hmi'],
                ['Office.Pc', 2, 'Office.Pc', 'Dmz.Jump', 'Cell.Hmi'],
            ],
        );
        assert.equal(ask(plant, '--to', 'Cell.Plc').stdout, 'Nothing reaches Cell.Plc over the declared flows.\n');
    });

    it('agrees with the question between two ends, for every pair', () => {
        const ends = [
            ...['Office', 'Office.Pc', 'Office.Srv', 'Dmz', 'Dmz.Jump', 'Dmz.Spare', 'Internet', 'In.Fw'],
            ...['Cell', 'Cell.Plc', 'Cell.Hmi', 'Cell.Inner', 'Cell.Inner.Io', 'Cell.Inner.Drive'],
        ];
        const hopsBetween = (from: string, to: string, more: readonly string[]): number | null =>
            json(plant, '--from', from, '--to', to, ...more).paths[0]?.hops.length ?? null;
        for (const more of [[], ['--lateral']]) {
            for (const end of ends) {
                const inside = (id: string): boolean => id === end || id.startsWith(`${end}.`);
                const [from, to] = [json(plant, '--from', end, ...more), json(plant, '--to', end, ...more)];
                const others = ends.filter(id => (/\.[A-Z]\w+$/.test(id) ? !/Inner$/.test(id) : id === 'Internet'));
                for (const other of others.filter(id => !inside(id))) {
                    const reached = from.reached!.find(({ id }) => id === other)?.hops ?? null;
                    const reaching = to.reaching!.find(({ id }) => id === other)?.hops ?? null;
                    assert.equal(reached, hopsBetween(end, other, more), `${end} to ${other} ${more}`);
                    assert.equal(reaching, hopsBetween(other, end, more), `${other} to ${end} ${more}`);
                }
            }
        }
    });

    it('counts movement inside zones where it is asked to', () => {
        const { stdout } = ask(plant, '--from', 'Office.Pc', '--lateral');
        assert.match(
            stdout,
            /over the declared flows and movement inside zones\.\n\nOffice \(its own zone\): 1 asset, /,
        );
        assert.match(stdout, /^ {2}Cell\.Plc {2}3 hops: /m);
        assert.match(stdout, /^ {2}Cell\.Inner\.Io .* → Office\.Srv \(has an interface in Cell\.Inner\) → /m);
    });

    it('names what leads on from where somebody moves inside a zone', () => {
        const text = plant
            .replace('flow Dmz.Jump -> Cell.Hmi : rdp', '')
            .replace('Office.Pc -> Dmz.Jump', 'Office.Srv -> Dmz.Jump')
            .replace(' { serves Cell.Inner }', '');
        for (const words of [
            ['--from', 'Office.Pc'],
            ['--to', 'Cell.Plc'],
            ['--from', 'Office.Pc', '--to', 'Cell.Plc'],
        ]) {
            const named = json(text, ...words, '--lateral').notKnown.flatMap(({ ids }) => ids);
            assert.ok(named.includes('On'), words.join(' '));
        }
        assert.deepEqual(json(text, '--from', 'Office.Pc', '--to', 'Cell.Plc').notKnown, []);
        const { stdout } = withFiles({ 'main.iacs': text }, cwd =>
            iacs(['assume', 'Office.Pc', '--lateral', ...today], { cwd }),
        );
        assert.match(
            stdout,
            /\n\nNot known:\n(?: {2}.*\n)*? {2}On joins Dmz and Cell, and no flow states what passes there\.\n/,
        );
    });

    it('names a host with an interface in the zone, which lies elsewhere', () => {
        assert.match(
            ask(plant, '--from', 'Cell.Inner').stdout,
            /^ {2}Office\.Srv {2}1 hop: Cell\.Inner\.Io → Office\.Srv \(has an interface in Cell\.Inner\)$/m,
        );
        assert.match(
            ask(plant, '--to', 'Cell.Inner').stdout,
            /^ {2}Office\.Srv {2}1 hop: Office\.Srv \(has an interface in Cell\.Inner\) → Cell\.Inner\.Io$/m,
        );
    });

    it('lists as many paths as it is asked for, one in each zone first, and says that there are more', () => {
        const many =
            'system S\nzone A { asset Pc : server }\nzone B {\n' +
            Array.from({ length: 150 }, (_, at) => `  asset N${at} : server\n`).join('') +
            '}\nzone C { asset Plc : plc }\nflow A.Pc -> B : https\nflow B.N0 -> C.Plc : https\n';
        const { stdout } = ask(many, '--from', 'A', '--limit', '3');
        assert.match(stdout, /^A reaches 151 assets /);
        assert.match(
            stdout,
            /^B: 150 assets, 1 hop\n {2}B\.N0 .*\n {2}B\.N1 .*\n {2}and 148 more\n\nC: 1 asset, 2 hops\n/m,
        );
        assert.match(stdout, /\n3 paths of 151 are listed: raise --limit\.\n$/);
        const short = json(many, '--from', 'A');
        assert.deepEqual([short.paths.length, short.reached!.length, short.complete], [100, 151, false]);
        const whole = json(many, '--from', 'A', '--limit', '151');
        assert.deepEqual([whole.paths.length, whole.complete], [151, true]);
    });

    it('asks each world', () => {
        const reached = (world: string): readonly string[] =>
            json(found, '--from', 'Dmz.Jump', '--world', world).reached!.map(({ id }) => id);
        const blocked = found.replace('  flow Dmz.Jump -> Control.Plc : ssh\n', '');
        assert.notEqual(blocked, found);
        assert.deepEqual(['declared', 'configured', 'observed'].map(reached), [
            ['Control.Plc'],
            ['Control.Plc'],
            ['Control.Plc'],
        ]);
        assert.match(
            ask(blocked, '--from', 'Dmz.Jump', '--world', 'declared').stdout,
            /^Nothing is reached from Dmz\.Jump over the declared flows\.\n$/,
        );
        assert.match(
            ask(blocked, '--from', 'Dmz.Jump', '--world', 'configured').stdout,
            /^Dmz\.Jump reaches 1 asset over what the firewalls permit\./,
        );
    });

    it('says what may lead further: to what of a zone is not reached, too', () => {
        const modem = plant
            .replace('asset Spare : jump-host', 'asset Spare : jump-host asset Modem : modem')
            .replace(
                'flow Dmz.Jump -> Cell.Hmi : rdp',
                'flow Dmz.Jump -> Cell.Hmi : rdp flow Dmz.Spare -> Cell.Plc : ssh',
            );
        const lines = json(modem, '--from', 'Office').notKnown.filter(
            ({ kind }) => kind === 'connection-not-described',
        );
        assert.deepEqual(
            lines.map(({ ids }) => ids),
            [['Dmz.Modem']],
        );
        assert.match(ask(modem, '--from', 'Cell.Plc').stdout, /^Nothing is reached from Cell\.Plc/);
        assert.match(ask(modem, '--from', 'Internet').stdout, /^Nothing that is known is reached from Internet/);
        assert.match(ask(modem, '--to', 'Dmz.Spare').stdout, /^Nothing that is known reaches Dmz\.Spare/);
    });

    it('does not call nothing what a compromised firewall may let through', () => {
        assert.equal(
            ask(plant, '--from', 'In.Fw').stdout,
            'Nothing that is known is reached from In.Fw over the declared flows.\nNot known:\n' +
                '  In.Fw carries what passes between zones: what it would let through if it is compromised is in no path.\n',
        );
        const diode = plant.replace('asset Fw : firewall', 'asset Fw : diode');
        assert.deepEqual(json(diode, '--from', 'In.Fw').notKnown, []);
        assert.deepEqual(
            json(plant, '--from', 'In.Fw').notKnown.map(({ kind, ids }) => [kind, ...ids]),
            [['boundary-device', 'In.Fw']],
        );
    });

    it('is complete only where the text was understood', () => {
        const { complete, notKnown } = json(`${plant}zone {\n`, '--from', 'Office');
        assert.equal(complete, false);
        assert.equal(notKnown[0]!.kind, 'text-not-understood');
        assert.match(ask(`${plant}zone {\n`, '--from', 'Cell.Plc').stdout, /^Nothing that is known is reached/);
    });

    it('refuses what does not fit', () => {
        const refused = (...words: readonly string[]): string => {
            const { code, stderr, stdout } = ask(plant, ...words);
            assert.deepEqual([code, stdout], [2, '']);
            return stderr;
        };
        assert.equal(refused('--from', 'Plc'), 'iacs: There is no zone or asset Plc. Did you mean Cell.Plc?\n');
        assert.equal(refused('--to', 'In'), 'iacs: In is a conduit; a path leads from and to zones and assets.\n');
        assert.equal(refused('--from', 'Office', '--all'), 'iacs: --all needs --from and --to.\n');
        assert.equal(refused('--lateral'), 'iacs: --lateral needs --from or --to.\n');
        assert.equal(
            refused('--from', 'Office', '--max-length', '2'),
            'iacs: --max-length needs --all, with --from and --to: a shortest path is found at any length.\n',
        );
    });

    it('says why an end is not there on the day that is asked', () => {
        const text =
            'system S zone A { asset P : plc asset Old : plc { retired on 2020-02-01 } } ' +
            'zone B { planned for 2999-01-01 asset New : plc }';
        const said = (...words: readonly string[]): string => ask(text, ...words).stderr;
        const other = '--today asks for another day.\n';
        assert.match(said('--from', 'A.Old'), /^iacs: On [-\d]+ there is no A\.Old, which is retired on 2020-02-01\. /);
        assert.match(
            said('--from', 'A.P', '--to', 'B.New'),
            /: On .* there is no B\.New, and B is planned for 2999-01-01\. /,
        );
        assert.ok(said('--to', 'B').endsWith(other));
        const retired = `${text} zone C conduit K between A and C { retired on 2020-02-01 asset Fw : firewall }`;
        assert.match(
            ask(retired, '--from', 'K.Fw').stderr,
            /: On .* there is no K\.Fw, and K is retired on 2020-02-01\. /,
        );
        assert.equal(ask(text.replace('2020', '2999'), '--from', 'A.Old').stderr, '');
    });
});
