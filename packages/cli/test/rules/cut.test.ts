import assert from 'node:assert/strict';
import { intersect, readAddressList, readServices } from 'iacs-language/filter';
import type { ReadRules } from '../../src/import/rules/reading.ts';
import { RulesError } from '../../src/import/rules/reading.ts';
import { linesOf, read } from './read.ts';

const iptables = `*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:CELL - [0:0]
:LATE - [0:0]
-A FORWARD -s 10.20.5.10/32 -d 10.10.2.31/32 -j REJECT
-A FORWARD -s 10.20.5.10/32 -p tcp -m tcp --dport 4840 -j ACCEPT
-A FORWARD -j CELL
-A FORWARD -s 10.20.6.0/24 -p udp -m udp --dport 53 -j ACCEPT
-A CELL -s 10.20.6.7/32 -j LATE
-A CELL -d 10.10.2.30/32 -p tcp -m tcp --dport 443 -j ACCEPT
-A LATE -d 10.10.2.30/32 -j DROP
COMMIT
`;
const fortios = `config firewall address
    edit "hist"
        set subnet 10.20.5.10 255.255.255.255
    next
    edit "plc"
        set subnet 10.10.2.30 255.255.255.255
    next
end
config firewall policy
    edit 1
        set srcaddr "hist"
        set dstaddr "plc"
        set action accept
        set schedule "always"
        set service "HTTPS"
    next
    edit 2
        set srcaddr "all"
        set dstaddr "plc"
        set action deny
        set schedule "always"
        set service "HTTP"
    next
    edit 3
        set srcaddr "all"
        set dstaddr "plc"
        set action accept
        set schedule "always"
        set service "ALL"
    next
end
`;

const probes = ['10.20.5.10', '10.20.6.7', '10.20.6.8'].flatMap(from =>
    ['10.10.2.30', '10.10.2.31'].flatMap(to =>
        [
            ['tcp', 4840],
            ['tcp', 443],
            ['tcp', 80],
            ['udp', 53],
        ].map(([transport, port]) => ({
            from: readAddressList([from])!,
            to: readAddressList([to])!,
            services: readServices([
                { transport: String(transport), ranges: [{ from: Number(port), to: Number(port) }] },
            ])!,
        })),
    ),
);

/** What the first rule that matches decides about a session; `null` where nobody can say. */
function decide({ rules }: ReadRules, probe: (typeof probes)[number]): boolean | null {
    const first = rules.find(
        ({ region, trait }) =>
            trait === null &&
            intersect(region.from, probe.from).length > 0 &&
            intersect(region.to, probe.to).length > 0 &&
            intersect(region.services, probe.services).length > 0,
    );
    return first === undefined ? false : first.when === null ? first.permits : null;
}

function attempt(dialect: 'iptables' | 'fortios', text: string): ReadRules | null {
    try {
        return read(dialect, text);
    } catch (error) {
        if (error instanceof RulesError) return null;
        throw error;
    }
}

describe('Half a configuration', () => {
    for (const [dialect, text] of [
        ['iptables', iptables],
        ['fortios', fortios],
    ] as const) {
        it(`of ${dialect} decides nothing that the whole one decides otherwise, wherever it is cut`, () => {
            const whole = read(dialect, text);
            const decided = probes.map(probe => decide(whole, probe));
            assert.ok(decided.includes(true) && decided.includes(false));
            for (let end = 0; end < text.length - 1; end++) {
                const half = attempt(dialect, text.slice(0, end));
                if (half === null) continue;
                for (const [at, probe] of probes.entries()) {
                    const now = decide(half, probe);
                    assert.ok(
                        now === null || now === decided[at],
                        `cut at ${end}, probe ${at}: ${now}\n${linesOf(half).join('\n')}`,
                    );
                }
            }
        });
    }
});
