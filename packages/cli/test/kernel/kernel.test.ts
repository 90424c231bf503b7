import assert from 'node:assert/strict';
import { compareWithKernel } from './agree.ts';
import { compareExport } from './exported.ts';
import { Lab, reasonAgainstLab } from './lab.ts';

/** Numbers from 0 to `below - 1`, the same ones for the same seed. */
function random(seed: number): (below: number) => number {
    let state = seed;
    return below => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
        return (state >> 8) % below;
    };
}

const against = reasonAgainstLab();
const [ruleSets, seed] = [Number(process.env['KERNEL_RULE_SETS'] ?? 8), Number(process.env['KERNEL_SEED'] ?? 1)];

describe('the Linux kernel and what is read of its rules', () => {
    if (against !== null) {
        it(`was not asked here: ${against}`, () => assert.notEqual(reasonAgainstLab(), null));
        return;
    }
    it(`agree on ${ruleSets * 100} probes through ${ruleSets} rule sets of nft and iptables`, async function test() {
        this.timeout(0);
        const lab = new Lab();
        try {
            const { compared, through } = await compareWithKernel(lab, random(seed), ruleSets, 100);
            assert.equal(compared, ruleSets * 100);
            // A lab in which everything or no packet comes through would prove nothing.
            assert.ok(through > compared / 10 && through < compared * 0.9, `${through} of ${compared} came through`);
        } finally {
            lab.close();
        }
    });

    it(`let through what is declared, and nothing else, with ${ruleSets / 2} exported rule sets`, async function test() {
        this.timeout(0);
        const lab = new Lab();
        try {
            const { compared, through } = await compareExport(lab, random(seed + 1), ruleSets / 2, 100);
            assert.ok(through > compared / 50 && through < compared / 2, `${through} of ${compared} came through`);
        } finally {
            lab.close();
        }
    });
});
