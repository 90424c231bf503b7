import assert from 'node:assert/strict';
import { judgeFunctions, sever } from '../src/assessment/index.ts';
import { load, look } from './support/load.ts';

/** What becomes of the function of a plant, and the last step in words. */
function becomes(text: string, ...cut: readonly string[]): readonly string[] {
    const assessment = look(text);
    const [found] = judgeFunctions(assessment, sever(assessment.lookup, cut));
    return [found!.verdict, found!.because];
}

const link = (over: string, more = ''): string => `system S
zone A { asset P : plc { needs B.Q } }
zone B { asset Q : server { works without A.P because "tested" } }
zone K {
  kind external
  asset Core : router
  asset X : server
}
zone L {
  kind external
  asset Y : server
}
conduit T between A and B {
  via G1, G2
  over ${over}
  asset G1 : vpn-gateway
  asset G2 : vpn-gateway
  flow A.P -> B.Q : https
}
conduit KL between K and L {
  via Edge
  asset Edge : firewall
  flow K.X -> L.Y : https
}
${more}
function F { needs A.P }
`;
const lost = ['lost', 'the cut separates B.Q from A.P'];
const open = ['not-said', 'the session of A.P with B.Q may run over what is cut'];
const kept = ['kept', ''];

describe('A tunnel in a cut', () => {
    it('stops with its devices, its ends and the boundary of the network that carries it', () => {
        for (const cut of ['T', 'T.G1', 'A', 'K']) assert.deepEqual(becomes(link('K'), cut), lost, cut);
        for (const cut of ['L', 'KL', 'KL.Edge', 'K.X']) assert.deepEqual(becomes(link('K'), cut), kept, cut);
    });

    it('may run over a device of that network', () => {
        assert.deepEqual(becomes(link('K'), 'K.Core'), open);
        assert.deepEqual(becomes(link('L'), 'K.Core'), kept, 'another network');
    });

    it('may run over the conduit by which it comes into that network', () => {
        const way = 'conduit Way between A and K {\n  via M\n  asset M : modem\n}';
        assert.deepEqual(becomes(link('K', way), 'Way'), open);
        assert.deepEqual(becomes(link('K', way), 'Way.M'), open);
        assert.deepEqual(becomes(link('L', way), 'Way'), kept, 'into another network');
    });

    it('may run over a connection between two networks that carry it, also where that is a tunnel', () => {
        assert.deepEqual(becomes(link('K, L'), 'KL'), open);
        const inner = `zone M1 { asset R : server }
zone M2 { asset U : server }
conduit Inner between M1 and M2 {
  via H1, H2
  over K
  asset H1 : vpn-gateway
  asset H2 : vpn-gateway
}`;
        for (const cut of ['K', 'Inner', 'Inner.H1', 'K.Core'])
            assert.deepEqual(becomes(link('M1, M2', inner), cut), open, cut);
        assert.deepEqual(becomes(link('M1, M2', inner), 'L'), kept);
        const second = `${inner}\nconduit Second between M1 and M2`;
        assert.deepEqual(becomes(link('M1, M2', second), 'Inner'), kept, 'a second connection goes on');
    });

    it('asks whether its ends go on without it', () => {
        const text = link('K').replace('needs B.Q', '').replace('works without A.P because "tested"', '');
        const island = `${text}island I {\n  cut K.Core\n  keeps F\n}\n`;
        const [asked] = load(island).findings.filter(({ rule }) => rule === 'dependency-not-said');
        assert.match(
            asked!.message,
            /In I the session of A\.P with B\.Q may run over what is cut, and the model does not/,
        );
    });
});
