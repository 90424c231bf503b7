import assert from 'node:assert/strict';
import { nearest } from '../src/model/nearest.ts';
import { random } from './support/random-plant.ts';

/** How many single edits turn one word into another, by the whole table. */
function distance(a: string, b: string): number {
    const table = Array.from({ length: a.length + 1 }, (_, row) =>
        Array.from({ length: b.length + 1 }, (_each, column) => (row === 0 ? column : column === 0 ? row : 0)),
    );
    for (let row = 1; row <= a.length; row++) {
        for (let column = 1; column <= b.length; column++) {
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            table[row]![column] = Math.min(
                table[row - 1]![column]! + 1,
                table[row]![column - 1]! + 1,
                table[row - 1]![column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1),
                swapped ? table[row - 2]![column - 2]! + 1 : Infinity,
            );
        }
    }
    return table[a.length]![b.length]!;
}

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
    for (const [word, name] of cases)
        it(`of "${word}" is ${name ?? 'none'}`, () => assert.equal(nearest(word, names), name));

    it('is one that begins with the word rather than one that is somewhat like it', () => {
        assert.equal(nearest('modbus', ['mbus', 'modbus-tcp', 'modbus-rtu']), 'modbus-tcp');
        assert.equal(nearest('firewal', ['firewall-manager', 'firewall']), 'firewall');
    });

    it('is the one that the fewest edits lead to, of words of any length', () => {
        const next = random(3);
        const letters = (count: number): string => Array.from({ length: count }, () => 'abc'[next(3)]).join('');
        for (let round = 0; round < 2000; round++) {
            const word = letters(2 + next(45));
            const at = next(word.length);
            const names = [
                letters(next(45)),
                word.slice(0, at) + letters(next(3)) + word.slice(at + next(3)),
                [...word].reverse().join(''),
                `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at]}${word.slice(at + 2)}`,
            ];
            const near = names.filter(
                name => distance(word, name) <= Math.max(1, Math.floor(word.length / 3)) && !name.startsWith(word),
            );
            const best = near.reduce<string | null>(
                (found, name) => (found !== null && distance(word, found) <= distance(word, name) ? found : name),
                null,
            );
            assert.equal(
                nearest(
                    word,
                    names.filter(name => !name.startsWith(word)),
                ),
                best,
                JSON.stringify([word, names]),
            );
        }
    });

    it('is the first of those that are equally near', () => assert.equal(nearest('Plc3', ['Plc1', 'Plc2']), 'Plc1'));
});
