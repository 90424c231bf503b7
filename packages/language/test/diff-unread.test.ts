import assert from 'node:assert/strict';
import { between } from './support/compared.ts';

const plant = (needs: string, ofAsset = ''): string => `system Plant
zone A { kind control asset P : plc { ${ofAsset} } asset S : server }
zone O { kind enterprise asset T : server }
conduit C between A and O { flow A.P -> O.T : https }
function F { needs A.P ${needs} }
island I { cut C keeps F }
`;

const told = (before: string, after: string): readonly string[] => {
    const { verdict, reasons } = between(before, after).security;
    return [verdict, ...reasons.map(({ direction, text }) => `${direction}: ${text}`)];
};

describe('A comparison with a side that cannot be read as a whole', () => {
    it('calls nothing lost, and nothing found again, where one of two that are enough cannot be read', () => {
        const [before, after] = [plant('needs O.T or A.S'), plant('needs O.T or A.Gone')];
        assert.deepEqual(told(before, after), ['incomplete']);
        assert.deepEqual(told(after, before), ['incomplete']);
    });

    it('asks what an asset needs where that cannot be read', () => {
        const [before, after] = [plant('', 'needs O.T or A.S'), plant('', 'needs O.T or A.Gone')];
        assert.deepEqual(told(before, after), ['incomplete', 'worse: new warning: I (dependency-not-said)']);
    });

    it('does not take what cannot be read for nothing that is needed', () => {
        const [before, after] = [plant('needs A.S'), plant('needs A.Gone')];
        assert.deepEqual(told(before, after), ['incomplete']);
        assert.deepEqual(told(after, before), ['incomplete']);
    });
});
