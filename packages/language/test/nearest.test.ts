import assert from 'node:assert/strict';
import { nearest } from '../src/model/nearest.ts';

describe('The nearest name', () => {
    const names = ['Control', 'Safety', 'Enterprise', 'Dmz', 'conduit-without-boundary-device'];
    const cases: readonly [word: string, name: string | null][] = [
        ['Contrl', 'Control'],
        ['control', 'Control'],
        ['Saftey', 'Safety'],
        ['conduit-without-boundry-device', 'conduit-without-boundary-device'],
        ['Dms', 'Dmz'],
        ['Dxx', null],
        ['D', null],
        ['AB', null],
        ['Ent', 'Enterprise'],
        ['Warehouse', null],
        ['', null],
    ];
    for (const [word, name] of cases) it(`of "${word}" is ${name ?? 'none'}`, () => assert.equal(nearest(word, names), name));

    it('is one that begins with the word rather than one that is somewhat like it', () => {
        assert.equal(nearest('modbus', ['mbus', 'modbus-tcp', 'modbus-rtu']), 'modbus-tcp');
        assert.equal(nearest('firewal', ['firewall-manager', 'firewall']), 'firewall');
    });

    it('is the first of those that are equally near', () => assert.equal(nearest('Plc3', ['Plc1', 'Plc2']), 'Plc1'));
});
