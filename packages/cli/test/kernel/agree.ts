import assert from 'node:assert/strict';
import type { FilterRule } from 'iacs-language/filter';
import { addressPoint, evaluate, filterOf, hasInterface, servicePoint } from 'iacs-language/filter';
import type { ReadRule } from '../../src/import/rules/reading.ts';
import { readIptables } from '../../src/import/rules/iptables.ts';
import { readNft } from '../../src/import/rules/nft.ts';
import type { Lab, Probe } from './lab.ts';
import { randomIptables, randomNft, randomProbes } from './random-rules.ts';

const legOf = (address: string): string => `eth${address.split(/[.:]+/)[1]}`;

/** What the rules that were read do with a probe. */
export function verdictOn(rules: readonly ReadRule[], probe: Probe): 'permitted' | 'blocked' | 'unclear' {
    const asked: FilterRule[] = rules
        .filter(
            rule =>
                rule.trait === null &&
                hasInterface(rule.enters, legOf(probe.from)) &&
                hasInterface(rule.leaves, legOf(probe.to)),
        )
        .map(rule => ({ ...rule.region, permits: rule.permits, when: rule.when }));
    const [from, to, service] = [
        addressPoint(probe.from)!,
        addressPoint(probe.to)!,
        servicePoint(probe.transport, probe.port)!,
    ];
    const { permitted, blocked } = evaluate(filterOf(asked), {
        from: [from, from],
        to: [to, to],
        services: [service, service],
    });
    return permitted.length > 0 ? 'permitted' : blocked.length > 0 ? 'blocked' : 'unclear';
}

/**
 * Loads the next random rule set that the kernel takes: some contradict themselves, such as `ip saddr` beside `ip6
 * daddr`.
 */
function loaded(lab: Lab, nft: boolean, dice: (below: number) => number): string {
    for (let refused = 0; ; refused++) {
        try {
            return nft ? lab.loadNft(randomNft(dice)) : lab.loadIptables(randomIptables(dice));
        } catch (error) {
            if (refused > 20) throw error;
        }
    }
}

/**
 * Loads random rule sets into the kernel, sends real packets, and holds the verdict of what was read of the listing
 * against what came through.
 * @returns how many probes were compared, and how many of them came through
 */
export async function compareWithKernel(
    lab: Lab,
    dice: (below: number) => number,
    ruleSets: number,
    probesEach: number,
): Promise<{ compared: number; through: number }> {
    let compared = 0;
    let passed = 0;
    for (let round = 0; round < ruleSets; round++) {
        const nft = round % 2 === 0;
        const listed = loaded(lab, nft, dice);
        const { rules } = (nft ? readNft : readIptables)({ text: listed, own: null, part: null });
        const probes = randomProbes(dice, probesEach, 20000 + (round % 40) * 1000, nft ? [4, 4, 6] : [4]);
        const through = await lab.through(probes);
        for (const probe of probes) {
            const came = through.has(`${probe.transport} ${probe.source}`);
            const said = verdictOn(rules, probe);
            assert.equal(
                said,
                came ? 'permitted' : 'blocked',
                `${probe.from} -> ${probe.to} : ${probe.transport} ${probe.port}\n${listed}`,
            );
            compared += 1;
            if (came) passed += 1;
        }
    }
    return { compared, through: passed };
}
