import assert from 'node:assert/strict';
import { between } from './support/compared.ts';

/** A plant whose office must not reach the controller; the text says what joins them. */
const plant = (conduits: string): string => `system Plant
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz asset Mirror : server }
zone Control { kind control asset Plc : plc }
${conduits}
invariant Apart { deny path from Office to Control }
`;
const officeDmz = 'conduit OfficeDmz between Office and Dmz { flow Pc -> Mirror : https }';
const withFlow = 'conduit DmzControl between Dmz and Control { flow Plc -> Mirror : opc-ua }';
const withoutFlow = 'conduit DmzControl between Dmz and Control { }';

/** What a comparison says of proofs: its direction, and the sentence. */
function said(before: string, after: string): readonly string[] {
    return between(plant(before), plant(after))
        .security.reasons.filter(({ kind, text }) => kind === 'invariant-unproved' || text.includes('counts as proved'))
        .map(({ direction, text }) => `${direction}: ${text}`);
}

describe('An invariant that is proved on one side of a comparison', () => {
    const lost =
        'invariant Apart is not proved any more: DmzControl joins Dmz and Control, and no flow states what passes there';

    it('is worse off by a new conduit that states no flow', () => {
        assert.deepEqual(said(officeDmz, `${officeDmz}\n${withoutFlow}`), [`worse: ${lost}`]);
    });

    it('is worse off by a flow that leads to such a conduit', () => {
        assert.deepEqual(said(withoutFlow, `${officeDmz}\n${withoutFlow}`), [`worse: ${lost}`]);
    });

    it('is neither where flows of a conduit are not declared any more', () => {
        assert.deepEqual(said(`${officeDmz}\n${withFlow}`, `${officeDmz}\n${withoutFlow}`), [`neutral: ${lost}`]);
        assert.deepEqual(said(`${officeDmz}\n${withoutFlow}`, `${officeDmz}\n${withFlow}`), []);
    });

    it('is not called restored where it was broken and nothing states what passes', () => {
        const broken = `${officeDmz}\nconduit DmzControl between Dmz and Control { flow Mirror -> Plc : opc-ua }`;
        assert.deepEqual(said(broken, `${officeDmz}\n${withoutFlow}`), [
            `neutral: ${lost.replace('not proved any more', 'not broken any more, and not proved')}`,
        ]);
    });

    it('is said to count as proved where the conduit is in the model no more', () => {
        assert.deepEqual(said(`${officeDmz}\n${withoutFlow}`, officeDmz), [
            'neutral: invariant Apart counts as proved, because DmzControl is no longer in the model',
        ]);
    });
});
