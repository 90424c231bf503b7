import assert from 'node:assert/strict';
import { writeAllPorts, writePorts, writeString, writeVector } from '../src/model/index.ts';
import { load } from './support/load.ts';
import { random } from './support/random-plant.ts';

describe('A value in the notation of the language', () => {
    it('is read back as the same string', () => {
        const below = random(7);
        const signs = ['a', '"', '\\', '\n', '\r', '\t', '\b', '\f', '{', '//', '*/', '“', 'ü', '\\n', ' '];
        for (let round = 0; round < 500; round++) {
            const text = Array.from({ length: below(9) }, () => signs[below(signs.length)]).join('');
            const { model, problems } = load(`system P { description ${writeString(text)} }\n`);
            assert.deepEqual([model.system!.description, problems], [text, []], JSON.stringify(text));
        }
    });

    it('is read back as the same levels', () => {
        const below = random(8);
        for (let round = 0; round < 300; round++) {
            const kinds = 1 + below(3);
            const levels = Array.from({ length: 7 }, () => (below(6) === 0 ? null : below(kinds) + 1));
            if (levels.every(level => level === null)) continue;
            const { model, problems } = load(`system P\nzone A { SL-T ${writeVector(levels)} }\n`);
            assert.deepEqual([model.zones[0]!.slT!.levels, problems], [levels, []], writeVector(levels));
        }
    });

    it('is read back as the same ports', () => {
        for (const ports of ['tcp', 'tcp 80', 'tcp 80, 443, 5000-5010', 'udp 0-65535', 'icmp']) {
            const { model } = load(`system P\nprotocol x { port ${ports} }\n`);
            const again = load(
                'system P\nprotocol x { port ' +
                    `${writePorts(model.protocols.find(each => each.id === 'x')!.ports[0]!)} }\n`,
            );
            const rangesOf = ({ model: { protocols } }: typeof again): unknown =>
                protocols.find(each => each.id === 'x')!.ports.map(each => [each.transport, each.ranges]);
            assert.deepEqual(rangesOf(again), rangesOf({ ...again, model }));
        }
    });

    it('does not show a port that was not understood as all ports', () => {
        const { model } = load('system P\nprotocol x { port tcp 70000 port udp 53 }\n');
        assert.equal(
            writeAllPorts(model.protocols.find(each => each.id === 'x')!.ports),
            'tcp (ports not understood); udp 53',
        );
    });
});
