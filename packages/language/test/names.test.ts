import assert from 'node:assert/strict';
import { library } from '../src/analysis.ts';
import { cut } from '../src/syntax/cut.ts';
import type { Parsed } from '../src/syntax/index.ts';
import { Names, parse } from '../src/syntax/index.ts';
import { random } from './support/random-plant.ts';

/** Statements with few names, so that many of them are taken. */
function statement(next: (below: number) => number): string {
    const name = (): string => ['A', 'B', 'C'][next(3)]!;
    switch (next(7)) {
        case 0:
            return `type ${name()} : plc`;
        case 1:
            return `conduit ${name()} between A and B { asset ${name()} : firewall }`;
        case 2:
            return `view ${name()} { }`;
        case 3:
            return `type opc : plc`;
        case 4:
            return `within ${name()} { asset ${name()} : plc }`;
        default:
            return (
                `zone ${name()} {\n  asset ${name()} : plc\n  asset ${name()} : plc\n  zone ${name()} { asset ` +
                `${name()} : plc }\n}`
            );
    }
}

function pieces(texts: readonly string[]): Parsed[] {
    return texts.map((text, index) => parse(`file:///${index % 2}.iacs`, text));
}

/** All that there is to know of some names. */
function told(names: Names, order: readonly Parsed[]): unknown {
    const all = (['element', 'type', 'view'] as const).flatMap(space =>
        [...names.all(space)]
            .filter(each => each.file.startsWith('file:'))
            .map(({ kind, id, file, at, first }) => [
                kind,
                id,
                file,
                at.start,
                first?.id,
                names.find(space, id)?.at.start,
            ]),
    );
    return {
        all,
        duplicates: names.duplicates.map(({ id, file }) => [id, file]),
        ids: order.flatMap(parsed => (parsed.file.statements ?? []).map(node => names.idOf(node as never))),
        named: ['A', 'B'].map(name => names.named(name).map(({ id }) => id)),
        within: names.within(['A', 'B', 'A#2'], 'B').map(({ id }) => id),
        inside: order.map(parsed => names.declaredIn(parsed).map(({ id }) => id)),
    };
}

describe('Names', () => {
    it('are after any change what they are when all is declared anew, and say which names changed', () => {
        const next = random(5);
        for (let round = 0; round < 300; round++) {
            let order = pieces(Array.from({ length: 1 + next(8) }, () => statement(next)));
            const live = new Names(library().names);
            live.declare(order);
            for (let edit = 0; edit < 6; edit++) {
                const at = next(order.length + 1);
                const removed = order.slice(at, at + next(3));
                const added = pieces(Array.from({ length: next(3) }, () => statement(next)));
                const before = new Map([...live.all('element')].map(({ id, kind }) => [id, kind]));
                const idsBefore = new Map(
                    order.map(parsed => [
                        parsed,
                        live
                            .declaredIn(parsed)
                            .map(({ id }) => id)
                            .join(),
                    ]),
                );
                order = [...order.slice(0, at), ...added, ...order.slice(at + removed.length)];
                if (next(4) === 0)
                    order = [
                        ...order.filter(parsed => parsed.uri.includes('1')),
                        ...order.filter(parsed => !parsed.uri.includes('1')),
                    ];
                const change = live.update(order, removed, added);
                const fresh = new Names(library().names);
                fresh.declare(order);
                assert.deepEqual(told(live, order), told(fresh, order));
                const after = new Map([...live.all('element')].map(({ id, kind }) => [id, kind]));
                for (const id of new Set([...before.keys(), ...after.keys()])) {
                    if (before.get(id) === after.get(id)) continue;
                    assert.ok(change.lastParts.has(id.slice(id.lastIndexOf('.') + 1).replace(/#\d+$/, '')), id);
                }
                for (const parsed of order) {
                    const known = idsBefore.get(parsed);
                    if (known === undefined || added.includes(parsed)) continue;
                    assert.equal(
                        change.renumbered.has(parsed),
                        known !==
                            live
                                .declaredIn(parsed)
                                .map(({ id }) => id)
                                .join(),
                    );
                }
            }
        }
    });

    it('of one piece share nothing with another one but their beginning', () => {
        assert.deepEqual(cut('zone A { }\nzone A { }'), [0, 10]);
    });
});
