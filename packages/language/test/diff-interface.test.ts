import assert from 'node:assert/strict';
import { between } from './support/compared.ts';

/* To take the second interface of a host away closes what it opened, and leaves no invariant and no threat behind. */
const plant = (station: string, zone = 'Control'): string => `system P { tolerable-risk 6 }
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control asset Plc : plc ${zone === 'Control' ? station : ''} }
zone Safety { kind safety asset Sis : safety-controller ${zone === 'Safety' ? station : ''} }
conduit OC between Office and Control { via F asset F : firewall flow Control.Plc -> Office.Pc : https }
conduit CS between Control and Safety { via G asset G : firewall flow Safety.Sis -> Control.Plc : opc-ua }
threat T { against Safety likelihood 2 consequence 2 }
invariant I { deny path from Office to Safety }
`;

function judged(before: string, after: string) {
    const { verdict, reasons } = between(before, after).security;
    return { verdict, kinds: reasons.filter(({ direction }) => direction === 'worse').map(({ kind }) => kind) };
}

describe('An interface that a host has in another zone', () => {
    const both = plant('asset Ews : engineering-station { serves Safety, Office }');

    it('is better to be taken away', () => {
        assert.deepEqual(judged(both, plant('asset Ews : engineering-station')), { verdict: 'better', kinds: [] });
        const one = plant('asset Ews : engineering-station { serves Safety }');
        assert.deepEqual(judged(both, one), { verdict: 'better', kinds: [] });
    });

    it('is worse to be added', () => {
        assert.equal(judged(plant('asset Ews : engineering-station'), both).verdict, 'worse');
    });

    it('is not gone where the host is called a device', () => {
        const device = plant('asset Ews : gateway { serves Safety, Office }');
        assert.ok(judged(both, device).kinds.includes('invariant-coverage-lost'));
    });

    it('says nothing of a host that leaves a guarded zone', () => {
        const inside = plant('asset Ews : engineering-station', 'Safety');
        assert.ok(judged(inside, plant('asset Ews : engineering-station')).kinds.includes('invariant-coverage-lost'));
        assert.ok(judged(inside, plant('asset Ews : engineering-station')).kinds.includes('threat-removed'));
    });
});
