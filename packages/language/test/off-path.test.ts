import assert from 'node:assert/strict';
import { offPath } from '../src/assessment/off-path.ts';
import type { ThreatPath } from '../src/assessment/index.ts';
import { load } from './support/load.ts';

/** A plant with one countermeasure that is applied in one of four zones; the threat goes from Office to Control. */
const plant = (place: string): string => {
    const zone = (name: string, inner = ''): string =>
        `zone ${name} { ${place === name ? 'applies Lock ' : ''}asset X${name} : server ${inner}}\n`;
    return `system Plant {}
${zone('Office')}${zone('Dmz')}${zone('Site', zone('Control'))}${zone('Yard')}
flow Office.XOffice -> Dmz.XDmz : https
flow Dmz.XDmz -> Site.Control.XControl : https
countermeasure Lock { status implemented }
threat T { from Office against Site.Control mitigated by Lock to likelihood 1 }
`;
};

/** What is applied elsewhere than on the path, and how often the path was searched for. */
function asked(place: string): readonly [off: string, searches: number] {
    const { assessment, model } = load(plant(place));
    const [threat] = model.threats;
    let searches = 0;
    const path = (): ThreatPath => {
        searches++;
        return assessment.threatPaths.of(threat!);
    };
    return [[...offPath(assessment, threat!, path)].map(([id, places]) => [id, ...places].join(' ')).join(), searches];
}

describe('A countermeasure that mitigates a threat', () => {
    it('is on its path where the threat begins or ends, and around that, whatever lies between', () => {
        for (const place of ['Office', 'Control', 'Site']) assert.deepEqual(asked(place), ['', 0], place);
    });

    it('is on it where it is applied between these, and elsewhere off it', () => {
        assert.deepEqual(asked('Dmz'), ['', 1]);
        assert.deepEqual(asked('Yard'), ['Lock Yard', 1]);
    });
});
