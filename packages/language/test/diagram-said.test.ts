import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { toDrawio, toGraph, toJson, toMermaid, toSvg, type DiagramOptions } from '../src/views/diagram/index.ts';
import { conduitBox } from '../src/views/diagram/measure/conduit-box.ts';
import { conduitFacts } from '../src/views/diagram/sheet/register.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';

const ends =
    'system S\nzone A { kind enterprise SL-T 1\nasset P : server }\nzone B { kind control SL-T 1\nasset Q : server }\n';

/** Whether encryption is proved on a conduit with one flow. */
function isProved(flow: string, more = ''): boolean {
    const graph = toGraph(load(`${ends}conduit C between A and B {\n  flow A.P -> B.Q${flow}\n}\n${more}`));
    return graph.conduits.every(({ clearText }) => !clearText);
}

interface Said {
    readonly zones: readonly { gap: unknown; gapKinds: unknown; contradicted?: unknown }[];
    readonly conduits: readonly { gapKinds: unknown }[];
}

describe('diagram: what is said in words, lines and data', function () {
    const { place, draw } = drawing();

    describe('a line is drawn as encrypted', () => {
        const measure = (status: string, meets = ''): string => `countermeasure M { status ${status} ${meets} }`;

        it('where the protocol always encrypts, or can and is said to', () => {
            equal(isProved(' : https'), true);
            equal(isProved(' : opc-ua { secured encryption }'), true);
            equal(isProved(' : opc-ua'), false, 'its security can be off');
            equal(isProved(''), false, 'no protocol is stated');
        });

        it('and not by a claim that the protocol cannot keep, unless a countermeasure that works is named', () => {
            equal(isProved(' : modbus-tcp { secured encryption }'), false);
            equal(isProved(' : modbus-tcp { secured encryption by M }', measure('implemented')), true);
            equal(isProved(' : modbus-tcp { secured encryption by M }', measure('planned')), false);
            equal(isProved(' : modbus-tcp { secured encryption by M }', measure('proposed')), false);
            equal(isProved(' : modbus-tcp { secured encryption by M }', measure('implemented', 'meets SR 7.3')), false);
            equal(isProved(' : opc-ua { secured encryption by M }', measure('planned')), false);
            equal(isProved(' { secured encryption by M }', measure('planned')), false);
        });

        it('in all forms of the picture', async () => {
            const text = (flow: string): string =>
                `${ends}conduit C between A and B {\n  flow A.P -> B.Q : ${flow}\n}\n`;
            const claimed = text('modbus-tcp { secured encryption }');
            const picture = await place(load(claimed));
            match(toSvg(picture), />conduit, encryption not proved</u);
            match(toSvg(picture), /class="wire clear"/u);
            match(toMermaid(picture.graph), / -\.- /u);
            match(toDrawio(picture), /clear-text="yes"/u);
            ok((toJson(picture) as { conduits: { clearText: boolean }[] }).conduits[0]?.clearText);
            doesNotMatch(await draw(text('https')), /encryption not proved/u);
        });

        it('where a tunnel is around the others', () => equal(isProved(' : modbus-tcp, ipsec'), true));
    });

    describe('who does not see it', () => {
        const text =
            `${ends}zone Later { kind field planned for 2099-01-01 asset R : plc }\n` +
            'zone Guests { is untrusted, wireless asset T : laptop }\n' +
            'conduit C between A and B { one-way B -> A\n  flow B.Q -> A.P : modbus-tcp }\n' +
            'conduit D between B and Guests { is untrusted, wireless\n  flow Guests.T -> B.Q : https }\n' +
            'conduit E between B and Later\nflow Guests.T -> A.P : https\n';
        const description = (svg: string): string => /<desc id="iacs-desc">(.*?)<\/desc>/su.exec(svg)?.[1] ?? '';

        it('reads what is planned, untrusted, through the air, one-way or not proved encrypted', async () => {
            const said = description(await draw(text));
            match(said, /Zone Later \(field, planned for 2099-01-01, no SL-T\)\./u);
            match(said, /Zone Guests \(untrusted, wireless, no SL-T\)\./u);
            match(said, /Conduit C between A, B \(encryption not proved, one-way to A\)\./u);
            match(said, /Conduit D between B, Guests \(wireless, untrusted medium\)\./u);
            match(said, /Conduit E between B, Later \(planned for 2099-01-01\)\./u);
            match(said, /Flow in no conduit between Guests, A\./u);
        });

        it('reads what the colours say', async () => {
            match(
                description(await draw(text, { colour: 'gap' })),
                /Zone A \(enterprise, SL-T 1( 1)+, not assessed\)\./u,
            );
            const short = text.replace('kind control', 'kind control misses SR 1.1 because "x"');
            match(description(await draw(short, { colour: 'gap' })), /Zone B \(control, SL-T 1( 1)+, gap 1\)\./u);
            match(
                description(await draw(text, { requirement: 'SR 1.1' })),
                /Zone A \(enterprise, SL-T 1( 1)+, not assessed\)\./u,
            );
        });

        it('reads what was found, in a picture of the plant as found', async () => {
            const found =
                'system S\nzone A { network 10.1.0.0/24 asset P : plc { address 10.1.0.1 } }\n' +
                'zone B { network 10.2.0.0/24 asset Q : plc { address 10.2.0.1 } }\n' +
                'conduit C between A and B {\n  via Fw\n  asset Fw : firewall\n  flow A.P -> B.Q : modbus-tcp }\n' +
                'observation O { saw 10.1.0.1 -> 10.2.0.1 : tcp 502 answered on 3 days, 2026-01-01 to 2026-01-03 }\n';
            const said = description(await draw(found, { asFound: true }));
            match(said, /Conduit C between A, B via Fw \(declared and seen\)\./u);
        });

        it('reads it at each zone and conduit too', async () => {
            const svg = await draw(text);
            match(svg, /<title>Zone Later&#10;field&#10;planned for 2099-01-01&#10;/u);
            match(svg, /<title>Conduit D&#10;between B, Guests&#10;SL-T [^<]*&#10;wireless, untrusted medium&#10;/u);
        });
    });

    it('a gap as data says whether it is known, and what the model contradicts', async () => {
        const text =
            'system S\nzone A { kind control SL-T { UC 1 SI 1 RDF 1 }\n  misses SR 2.8 because "y"\n' +
            '  meets FR 5 SL 1 because "x"\n  asset P : plc }\nzone B { kind operations SL-T { IAC 1 }\nasset Q : server }\n' +
            'conduit C between A and B { SL-T { IAC 1 }\n  flow B.Q -> A.P : opc-ua }\n';
        const { zones, conduits } = toJson(await place(load(text))) as unknown as Said;
        deepEqual(zones[0]?.gap, [null, 1, 1, null, 0, null, null]);
        deepEqual(zones[0]?.gapKinds, [null, 'short', 'not-assessed', null, null, null, null]);
        deepEqual(zones[0]?.contradicted, ['RDF'], 'no device enforces the boundary');
        deepEqual(conduits[0]?.gapKinds, [
            'not-assessed',
            'not-assessed',
            'not-assessed',
            null,
            'not-assessed',
            null,
            null,
        ]);
        equal(zones[1]?.contradicted, undefined);
    });

    it('what is not there on the day has a target, and no level 0, no gap and no missing target', async () => {
        const text =
            'system S\nzone A { kind control SL-T 1 asset P : plc }\n' +
            'zone Later { kind field planned for 2099-01-01 SL-T 2 asset R : plc }\n' +
            'conduit C between A and Later { SL-T 2\n  flow A.P -> Later.R : https }\n';
        const gaps = await place(load(text), { colour: 'gap' });
        for (const form of [toSvg(gaps), toDrawio(gaps)]) {
            match(form, /–\/2/u);
            doesNotMatch(form, /\d\/2/u);
            doesNotMatch(form, /no SL-T/u);
        }
        const tags = await draw(text, { colour: 'gap', conduits: 'tags' });
        doesNotMatch(tags, /no SL-T/u);
        const states = await place(load(text), { requirement: 'SR 1.1' });
        for (const form of [toSvg(states), toDrawio(states)]) {
            match(form, /planned/u);
            doesNotMatch(form, /not required/u);
        }
    });

    it('what cannot be drawn is named: a conduit from a zone to itself', async () => {
        const text = (other: string): string =>
            `${ends}conduit Loop between A and ${other} {\n  via Fw\n  asset Fw : firewall\n  flow A.P -> B.Q : https\n}\n`;
        const note = 'Not drawn: 1 conduit that joins a zone to itself, with what is in it (Loop).';
        deepEqual(toGraph(load(text('A'))).notes, [note]);
        match(await draw(text('A')), /Not drawn: 1 conduit that joins a zone to itself/u);
        deepEqual(toGraph(load(text('B'))).notes, []);
    });

    it('a card and a register say which part of a target is stated, where another is derived', () => {
        const text = (target: string): string => `${ends}conduit C between A and B { ${target} }\n`;
        const said = (target: string): readonly (string | undefined)[] => {
            const graph = toGraph(load(text(target)));
            const [node] = graph.conduits;
            const card = conduitBox(node!, 'down', ['before', 'after']).lines.map(line => line.text);
            return [
                card.slice(card.findIndex(line => line.includes('SL-T'))).join(' '),
                conduitFacts(node!, id => id).facts[1],
            ];
        };
        deepEqual(said(''), ['SL-T 1 derived', 'SL-T 1 derived · no boundary device']);
        deepEqual(said('SL-T 2'), ['SL-T 2', 'SL-T 2 · no boundary device']);
        deepEqual(said('SL-T { RDF 3 }'), [
            'SL-T 1–3 derived, RDF stated',
            'SL-T 1–3 derived, RDF stated · no boundary device',
        ]);
        deepEqual(said('SL-T { IAC 2 UC 2 SI 2 DC 2 }')[1], 'SL-T 1–2, RDF, TRE, RA derived · no boundary device');
    });

    it('Mermaid has the notes of a picture, as far as they are of what it shows', () => {
        const text = (more: string): string =>
            `system S\nzone A { asset P : plc }\nzone B { asset Q : plc }\nconduit Loop between A and A { }\n${more}`;
        const walk = load(text('view Walk { path from A to B }\n'));
        const mermaid = toMermaid(toGraph(walk, { view: walk.model.views[0]! }));
        match(
            mermaid,
            /\["No path over the declared flows leads from A to B\.<br\/>Not drawn: 1 conduit [^"]*\(Loop\)\."\]/u,
        );
        match(mermaid, /classDef notes fill:none/u);
        match(toMermaid(toGraph(load('system S\n'))), /\["The model has no zones yet\."\]/u);
        // It has a card for each of them.
        const many = toGraph(
            load(text(Array.from({ length: 241 }, (_, at) => `conduit C${at} between A and B { }\n`).join(''))),
        );
        ok(many.notes.some(note => note.includes('they are plain lines')));
        ok(!toMermaid(many).includes('they are plain lines'));
    });

    it('Mermaid has a title as a reader sees it, since no code is decoded there', () => {
        const title = (text: string): string =>
            /^title: (.*)$/mu.exec(toMermaid(toGraph(load(`system S ${JSON.stringify(text)}\nzone A\n`))))![1]!;
        equal(title('Pumps & tanks'), '"Pumps & tanks"');
        equal(title('Works "A" #1; 100 %'), String.raw`"Works \"A\" #1; 100 %"`);
        equal(title('a < b <script>x</script>\n---'), '"a ‹ b ‹script›x‹/script› ---"');
    });

    it('Mermaid says of flows what a card does', () => {
        const text =
            `${ends}conduit C between A and B {\n  flow A.P -> B.Q : https\n  flow A.P -- B.Q : modbus-tcp\n` +
            '  flow A.P -> B.Q : rdp { planned for 2099-01-01 }\n}\nview Cut { cut C }\n';
        const loaded = load(text);
        match(toMermaid(toGraph(loaded)), /https, modbus-tcp \(opened by\?\), rdp \(planned for 2099-01-01\)/u);
        const [view] = loaded.model.views;
        match(toMermaid(toGraph(loaded, { view: view! })), /<br\/>cut in this case<br\/>/u);
    });

    describe('the legend', () => {
        const forms = async (text: string, options: DiagramOptions = {}): Promise<readonly string[]> => {
            const picture = await place(load(text), options);
            return [toSvg(picture), toDrawio(picture)];
        };

        it('of gaps names those in the picture and no other, in diagrams.net too', async () => {
            for (const form of await forms(`${ends}conduit C between A and B {}\n`, { colour: 'gap' })) {
                match(form, /not assessed \(\?\)/u);
                doesNotMatch(form, /levels? short|three or more short|>no gap</u);
            }
        });

        it('has no sign of what is planned where only a flow is, which is said in words', async () => {
            const planned = 'conduit C between A and B {\n  flow A.P -> B.Q : rdp { planned for 2099-01-01 }\n';
            for (const form of await forms(`${ends}${planned}}\n`)) {
                match(form, /planned for 2099-01-01/u);
                doesNotMatch(form, /not assessed/u);
            }
            const card = `${ends}${planned}  planned for 2099-01-01\n}\n`;
            for (const form of await forms(card)) match(form, /not assessed/u);
        });

        it('explains the arrow of a one-way conduit that no session opens that way', async () => {
            const oneWay = (flow: string): string => `${ends}conduit C between A and B { one-way B -> A\n${flow}\n}\n`;
            for (const form of await forms(oneWay(''))) {
                match(form, /one-way: data go this way alone/u);
                doesNotMatch(form, /opens sessions this way/u);
            }
            for (const form of await forms(oneWay('flow A.P -> B.Q : https')))
                match(form, /one-way: data go this way/u);
            for (const form of await forms(oneWay('flow B.Q -> A.P : https'))) {
                match(form, /opens sessions this way/u);
                doesNotMatch(form, /one-way: data/u);
            }
        });
    });
});
