import assert from 'node:assert/strict';
import { fittingConduits, homesOf } from '../src/assessment/index.ts';
import { load } from './support/load.ts';

const plant = `system Plant
zone Site {
  asset Time : server
  zone Cell1 {
    asset Plc1 : plc
    asset Hmi1 : hmi
    zone Robot { asset Arm : robot-controller }
  }
  zone Cell2 { asset Plc2 : plc }
}
zone Dmz { asset Mirror : historian }
zone Office { asset Erp : erp-server }
conduit SiteDmz between Site and Dmz {
  asset Fw1 : firewall { serves Site }
}
conduit Cells between Site.Cell1 and Site.Cell2 { }
conduit SiteCell1 between Site and Site.Cell1 { }
`;

/** One line for the flow: whether it crosses, and the conduits in which it would be at home, best first. */
function crossingOf(flow: string): string {
    const { model, lookup, assessment, problems } = load(`${plant}flow ${flow} : https\n`);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    const { from, to } = model.flows[0]!;
    const { crosses } = [...assessment.crossings.values()][0]!;
    const fitting = fittingConduits(lookup, from.id, to.id).map(conduit => conduit.id);
    return `${crosses ? 'crosses' : 'stays'}: ${fitting.join(', ') || 'no conduit'}`;
}

/** Whether a flow fits the conduit in which it stands. */
function fits(conduit: string, flow: string): boolean {
    const text = plant.replace(new RegExp(`(conduit ${conduit} [^{]*\\{)`), `$1\n  flow ${flow} : https\n`);
    const { assessment, problems } = load(text);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return [...assessment.crossings.values()][0]!.fits;
}

describe('Crossing', () => {
    it('stays inside of one innermost zone', () => {
        assert.equal(crossingOf('Site.Cell1.Plc1 -> Site.Cell1.Hmi1'), 'stays: no conduit');
    });

    it('is every change of the innermost zone, a nested one included', () => {
        assert.equal(crossingOf('Site.Time -> Site.Cell1.Plc1'), 'crosses: SiteCell1');
        assert.equal(crossingOf('Site.Cell1.Plc1 -> Site.Cell1.Robot.Arm'), 'crosses: no conduit');
    });

    it('belongs in a conduit of the zones, or of zones around them that still lie apart', () => {
        assert.equal(crossingOf('Site.Time -> Dmz.Mirror'), 'crosses: SiteDmz');
        assert.equal(crossingOf('Site.Cell1.Robot.Arm -> Dmz.Mirror'), 'crosses: SiteDmz');
        assert.equal(crossingOf('Site.Cell1.Robot.Arm -> Site.Cell2.Plc2'), 'crosses: Cells');
    });

    it('belongs in no conduit of a zone that holds both ends', () => {
        assert.equal(crossingOf('Site.Cell2.Plc2 -> Site.Cell1.Plc1'), 'crosses: Cells');
        assert.equal(crossingOf('Office.Erp -> Site.Cell1.Plc1'), 'crosses: no conduit');
    });

    it('knows zones as ends', () => {
        assert.equal(crossingOf('Site -> Dmz'), 'crosses: SiteDmz');
        assert.equal(crossingOf('Site.Cell1 -> Site.Cell1.Plc1'), 'stays: no conduit');
        assert.equal(crossingOf('Site -> Site.Cell1'), 'crosses: SiteCell1');
    });

    it('takes a device of a conduit to stand at the edge of the zones, and inside of those that it serves', () => {
        assert.equal(crossingOf('Site.Time -> SiteDmz.Fw1'), 'stays: SiteDmz');
        assert.equal(crossingOf('Dmz.Mirror -> SiteDmz.Fw1'), 'crosses: SiteDmz');
        assert.equal(crossingOf('Office.Erp -> SiteDmz.Fw1'), 'crosses: no conduit');
        const { lookup } = load(plant);
        assert.deepEqual(homesOf(lookup, 'SiteDmz.Fw1'), ['Site', 'Dmz']);
    });

    it('is between two devices of conduits where the conduits differ, and from nowhere has no zone', () => {
        const beside = 'conduit Wan between Dmz and Office { asset Fw2 : firewall asset Fw3 : firewall }\n';
        const crosses = (flow: string): boolean => {
            const { assessment } = load(`${plant}${beside}flow ${flow} : https\n`);
            return [...assessment.crossings.values()][0]!.crosses;
        };
        assert.equal(crosses('SiteDmz.Fw1 -> Wan.Fw2'), true);
        assert.equal(crosses('Wan.Fw3 -> Wan.Fw2'), false);
        assert.equal(crosses('Wan.Fw2 -> Dmz.Mirror'), true);
        const { lookup } = load(`${plant}asset Lost : server\n`);
        assert.deepEqual([homesOf(lookup, 'Lost'), homesOf(lookup, 'Nowhere')], [[], []]);
    });

    it('says whether a flow fits the conduit in which it stands', () => {
        assert.equal(fits('SiteDmz', 'Site.Cell2.Plc2 -> Dmz.Mirror'), true);
        assert.equal(fits('SiteDmz', 'Site.Cell2.Plc2 -> Office.Erp'), false);
        assert.equal(fits('SiteDmz', 'Site.Time -> Site.Cell2.Plc2'), false);
        assert.equal(fits('SiteDmz', 'Dmz.Mirror -> Fw1'), true);
    });
});
