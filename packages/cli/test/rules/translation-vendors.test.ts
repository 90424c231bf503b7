import assert from 'node:assert/strict';
import { linesOf, read } from './read.ts';

const open = ' when another target, to which a rule of translation sends it';
/** What translation leaves open, as one line each. */
const openIn = (dialect: 'pf' | 'fortios' | 'asa', text: string): readonly string[] =>
    linesOf(read(dialect, text))
        .filter(line => line.includes(open.slice(6)))
        .map(line => (line.endsWith(open) ? line.slice(0, -open.length) : line));

const pf = (nat: string, more = ''): string =>
    `<pfsense>${more}<interfaces><wan><if>em0</if><enable/><ipaddr>10.20.5.1</ipaddr><subnet>24</subnet></wan>` +
    '<lan><if>em1</if><enable/><ipaddr>10.10.2.1</ipaddr><subnet>24</subnet></lan></interfaces>' +
    '<filter><rule><type>pass</type><interface>wan</interface><source><any/></source><destination><any/></destination>' +
    `</rule></filter><nat>${nat}</nat></pfsense>`;
const noReflection = '<system><disablenatreflection>yes</disablenatreflection></system>';
const forward = (destination: string, more: string): string =>
    '<rule><interface>wan</interface><protocol>tcp</protocol><source><any/></source>' +
    `<destination>${destination}</destination>${more}</rule>`;

describe('What translations of vendors send to another target than the one that a session names', () => {
    it('is not assessable for forwarded ports of pfSense, and what a rule leaves out of them is', () => {
        const shown = '<address>10.20.5.10</address><port>502</port>';
        const sent = '<target>10.10.2.10</target><local-port>502</local-port>';
        assert.deepEqual(openIn('pf', pf(forward(shown, sent), noReflection)), [
            'blocks 0.0.0.0/0 -> 10.20.5.10 : tcp 502 "forward 1" in wan',
        ]);
        // Those from inside are forwarded too, where "NAT reflection" is not switched off.
        assert.deepEqual(openIn('pf', pf(forward(shown, sent))), [
            'blocks 0.0.0.0/0 -> 10.20.5.10 : tcp 502 "forward 1"',
        ]);
        assert.deepEqual(openIn('pf', pf(forward(shown, `${sent}<disabled/>`))), []);
        assert.deepEqual(openIn('pf', pf(forward(shown, '<nordr/>') + forward('<any/>', sent), noReflection)), [
            // Neither the address that an earlier rule keeps, nor the real one.
            'blocks 0.0.0.0/0 -> 0.0.0.0-10.10.2.9, 10.10.2.11-10.20.5.9, 10.20.5.11-255.255.255.255 : tcp "forward 2" in wan',
            'blocks 0.0.0.0/0 -> 10.20.5.10 : tcp 0-501, 503-65535 "forward 2" in wan',
            'blocks 0.0.0.0/0 -> 10.10.2.10 : tcp 0-501, 503-65535 "forward 2" in wan',
        ]);
        // The address of the firewall itself: no session that passes through it names that one.
        assert.deepEqual(openIn('pf', pf(forward('<network>wanip</network><port>443</port>', sent))), []);
        const one = '<onetoone><interface>wan</interface><external>10.20.5.16</external>';
        const inside = '<source><address>10.10.2.16/29</address></source><destination><any/></destination></onetoone>';
        assert.deepEqual(openIn('pf', pf(one + inside, noReflection)), [
            'blocks any -> 10.20.5.16/29 : any "1:1 1" in wan',
        ]);
        assert.match(
            read('pf', pf(forward(shown, sent))).notices[0]!.message,
            /What they send to another target is not assessable/,
        );
        // Where the filter is off, nothing is translated.
        const off = pf(forward(shown, sent), '<system><disablefilter/></system>');
        assert.match(linesOf(read('pf', off))[0]!, /packet filtering is switched off/);
    });

    it('is not assessable for translated addresses of a FortiGate', () => {
        const vip = (...lines: readonly string[]): string =>
            `config firewall vip\n    edit "V"\n${lines.map(line => `        set ${line}\n`).join('')}    next\nend\n` +
            'config firewall policy\n    edit 1\n        set srcintf "any"\n        set dstintf "any"\n' +
            '        set srcaddr "all"\n        set dstaddr "all"\n        set action accept\n' +
            '        set schedule "always"\n        set service "ALL"\n    next\nend\n';
        const ends = ['extip 10.20.5.10', 'mappedip "10.10.2.10"'];
        assert.deepEqual(openIn('fortios', vip(...ends, 'extintf "port1"')), [
            'blocks any -> 10.20.5.10 : any "VIP V" in port1',
        ]);
        assert.deepEqual(
            openIn(
                'fortios',
                vip(...ends, 'extintf "any"', 'portforward enable', 'extport 8502', 'mappedport 502') +
                    'config firewall vip\n    edit "Same"\n        set extip 10.10.2.10\n' +
                    '        set mappedip "10.10.2.10"\n    next\nend\n',
            ),
            ['blocks any -> 10.20.5.10 : tcp 8502 "VIP V"'],
        );
        assert.deepEqual(openIn('fortios', vip(...ends, 'src-filter "10.30.0.0/16"', 'extintf "any"')), [
            'blocks 10.30.0.0/16 -> 10.20.5.10 : any "VIP V"',
        ]);
        assert.deepEqual(openIn('fortios', vip(...ends, 'status disable')), []);
        assert.match(
            read('fortios', vip(...ends)).notices.find(each => each.message.includes('VIP'))!.message,
            /What they send to another target is not assessable/,
        );
    });

    const asa = (...lines: readonly string[]): string =>
        'ASA Version 9.16(4)\ninterface G0\n nameif inside\n security-level 100\n ip address 10.10.2.1 255.255.255.0\n' +
        'interface G1\n nameif dmz\n security-level 50\n ip address 10.20.5.1 255.255.255.0\n' +
        'object network Plc\n host 10.10.2.10\nobject network Shown\n host 10.20.5.10\n' +
        'object network Cell\n subnet 10.10.2.16 255.255.255.248\n' +
        'object service Web\n service tcp destination eq www\nobject service Odd\n service tcp destination eq 8080\n' +
        `access-list IN extended permit ip any any\naccess-group IN in interface dmz\n${lines.join('\n')}\n: end\n`;

    it('is not assessable for translations of objects of an ASA', () => {
        assert.deepEqual(openIn('asa', asa('object network Plc', ' nat (inside,dmz) static 10.20.5.10')), [
            'blocks any -> 10.20.5.10 : any "translation of Plc" in dmz',
        ]);
        assert.deepEqual(
            openIn('asa', asa('object network Plc', ' nat (inside,any) static Shown service tcp 502 8502')),
            ['blocks any -> 10.20.5.10 : tcp 8502 "translation of Plc"'],
        );
        assert.deepEqual(openIn('asa', asa('object network Cell', ' nat (inside,dmz) static 10.20.5.16')), [
            'blocks any -> 10.20.5.16/29 : any "translation of Cell" in dmz',
        ]);
        for (const none of ['dynamic interface', 'dynamic Shown', 'static interface service tcp 502 502', 'static Plc'])
            assert.deepEqual(openIn('asa', asa('object network Plc', ` nat (inside,dmz) ${none}`)), [], none);
    });

    it('is not assessable for translations of both ends, each way', () => {
        assert.deepEqual(openIn('asa', asa('nat (inside,dmz) source static Plc Shown')), [
            'blocks any -> 10.20.5.10 : any "translation in line 22" in dmz',
        ]);
        assert.deepEqual(
            openIn('asa', asa('nat (dmz,inside) source dynamic any interface destination static Shown Plc')),
            ['blocks any -> 10.20.5.10 : any "translation in line 22" in dmz'],
        );
        assert.deepEqual(
            openIn('asa', asa('nat (dmz,inside) source static any any destination static Shown Plc service Odd Web')),
            ['blocks any -> 10.20.5.10 : tcp 8080 "translation in line 22" in dmz'],
        );
        assert.deepEqual(openIn('asa', asa('nat source static Plc Shown')), [
            'blocks any -> 10.20.5.10 : any "translation in line 22"',
        ]);
        for (const none of ['unidirectional', 'inactive'])
            assert.deepEqual(openIn('asa', asa(`nat (inside,dmz) source static Plc Shown ${none}`)), [], none);
        // What an earlier line leaves as it is, is not translated by a later one.
        assert.deepEqual(
            openIn(
                'asa',
                asa(
                    'nat (any,any) source static any any destination static Shown Shown',
                    'object network Plc',
                    ' nat (inside,dmz) static 10.20.5.10',
                ),
            ),
            [],
        );
        assert.match(
            read('asa', asa('nat (inside,dmz) source static Plc Shown')).notices[0]!.message,
            /What they send to another target is not assessable/,
        );
    });
});
