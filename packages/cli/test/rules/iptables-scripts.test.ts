import assert from 'node:assert/strict';
import { linesOf, read } from './read.ts';

/** The rules of a script, in short, without the policy at the end. */
const rulesOf = (...script: readonly string[]): readonly string[] =>
    linesOf(read('iptables', `#!/bin/sh\niptables -P FORWARD DROP\n${script.join('\n')}\n`))
        .slice(0, -1)
        .map(line => line.replace(/ -> 0\.0\.0\.0\/0 : any| -> 0\.0\.0\.0\/0/, ''));
const from = (last: number, target = 'ACCEPT'): string => `iptables -A FORWARD -s 10.1.1.${last} -j ${target}`;

describe('A script of iptables commands', () => {
    it('may have several commands in a line, and comments behind them', () => {
        assert.deepEqual(rulesOf(`${from(1)}; ${from(2, 'DROP')} # ${from(3)}`), [
            'permits 10.1.1.1 "1"',
            'blocks 10.1.1.2 "2"',
        ]);
        assert.deepEqual(rulesOf(`${from(1)} # was -j DROP -p tcp`), ['permits 10.1.1.1 "1"']);
        assert.deepEqual(rulesOf(`${from(1)} || echo "no -j DROP"`, `${from(2)} 2>&1 | logger`), [
            'permits 10.1.1.1 "1"',
            'permits 10.1.1.2 "2"',
        ]);
        assert.deepEqual(rulesOf(`${from(1)} && ${from(2, 'DROP')}`, 'echo done; iptables -I FORWARD -p udp -j DROP'), [
            'blocks 0.0.0.0/0 : udp "3"',
            'permits 10.1.1.1 "1"',
            'blocks 10.1.1.2 "2"',
        ]);
        assert.deepEqual(rulesOf(`iptables -A FORWARD -s 10.1.1.1 -m comment --comment "a; b # c && d" -j ACCEPT`), [
            'permits 10.1.1.1 "1 a; b # c && d"',
        ]);
    });

    it('adds a rule where it asks first whether it is there, and perhaps where another command failed', () => {
        assert.deepEqual(rulesOf(`${from(1).replace('-A', '-C')} 2>/dev/null || ${from(1)}`), ['permits 10.1.1.1 "1"']);
        assert.deepEqual(rulesOf('iptables -N CELL || iptables -F CELL', 'iptables -A FORWARD -j CELL'), []);
        assert.deepEqual(rulesOf(`${from(1)} || ${from(2)}`), [
            'permits 10.1.1.1 "1"',
            'permits 10.1.1.2 "2" when a condition of the script',
        ]);
        assert.match(rulesOf(`[ -n "$OPEN" ] && ${from(1)}`)[0]!, /when "\[ -n "\$OPEN" \] && iptables/);
    });

    it('may not come to what is in a function, in a case, behind its end, or in a text for another command', () => {
        const perhaps = 'permits 10.1.1.1 "1" when a condition of the script';
        for (const script of [
            ['open_cell() {', from(1), '}'],
            ['open_cell()', '{', from(1), '}'],
            ['function open_cell {', from(1), '}'],
            ['case "$1" in', 'start)', from(1), ';;', 'esac'],
            ['cat <<END', from(1), 'END'],
        ])
            assert.deepEqual(rulesOf(...script, from(2)), [perhaps, 'permits 10.1.1.2 "2"'], script.join('\n'));
        assert.deepEqual(rulesOf(from(1), 'exit 0', from(2)), ['permits 10.1.1.1 "1"']);
        assert.deepEqual(rulesOf('which iptables || exit 1', from(2)), ['permits 10.1.1.2 "1"']);
    });

    it('may not come to a policy, or to a value of a variable', () => {
        const policy = ['if [ -n "$1" ]; then', 'iptables -P FORWARD ACCEPT', 'fi', from(1)];
        assert.deepEqual(rulesOf(...policy), [
            'permits 10.1.1.1 "1"',
            'permits 0.0.0.0/0 "policy of FORWARD" when a condition of the script',
        ]);
        const value = ['PLC=10.1.1.1', 'if [ -n "$1" ]; then', 'PLC=10.1.1.9', 'fi'];
        assert.deepEqual(rulesOf(...value, 'iptables -A FORWARD -s $PLC -j ACCEPT'), [
            'permits 0.0.0.0/0 "1" when -s $PLC',
        ]);
    });

    it('that gives its rules to another command is not read', () => {
        const { rules, notices } = read(
            'iptables',
            'ipt() {\niptables "$@"\n}\niptables -P FORWARD DROP\nipt -A FORWARD -j ACCEPT\n',
        );
        assert.match(notices[0]!.message, /"ipt -A FORWARD -j ACCEPT" is not read: no rule is certain/);
        assert.equal(rules[0]!.when, '"ipt -A FORWARD -j ACCEPT"');
    });
});
