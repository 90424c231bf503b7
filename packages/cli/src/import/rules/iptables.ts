import type { Region } from 'iacs-language/filter';
import { all4, all6, anyInterface } from 'iacs-language/filter';
import type { ChainRule, Verdict } from './chains.ts';
import { matchesOf } from './iptables-match.ts';
import type { ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { anywhere, RulesError } from './reading.ts';
import type { Table } from './iptables-chains.ts';
import { addRest, assemble, isFilled } from './iptables-chains.ts';
import { shellWords } from './iptables-words.ts';

/** Targets that decide nothing: the packet goes on. */
const passing = new Set([
    'LOG',
    'NFLOG',
    'ULOG',
    'MARK',
    'CONNMARK',
    'CT',
    'TCPMSS',
    'CLASSIFY',
    'DSCP',
    'TOS',
    'SET',
    'AUDIT',
    'TRACE',
    'CONNSECMARK',
    'SECMARK',
    'NOTRACK',
    'CHECKSUM',
    'TTL',
    'HL',
    'RATEEST',
    'LED',
    'IDLETIMER',
]);
/** Tables that may stop a packet. */
const stages = new Set(['raw', 'mangle', 'filter', 'security']);

function verdictOf(
    target: string | undefined,
    goto: string | undefined,
    named: (chain: string) => string,
): Verdict | null {
    if (goto !== undefined) return { kind: 'goto', chain: named(goto) };
    if (target === undefined || passing.has(target)) return null;
    if (target === 'ACCEPT') return { kind: 'accept' };
    if (target === 'DROP' || target === 'REJECT') return { kind: 'drop' };
    if (target === 'RETURN') return { kind: 'return' };
    return { kind: 'jump', chain: named(target) };
}

/**
 * Reads what `iptables-save` prints, or a script of `iptables` commands; of the latter also plain variables of the
 * shell. The `filter` table is read; rules of `INPUT` and `OUTPUT` concern the device itself and need its addresses.
 * @throws {@link RulesError} where nothing can be read
 */
export function readIptables({ text, own: device }: RulesRequest): ReadRules {
    const tables: Readonly<Record<4 | 6, Table>> = {
        4: { chains: new Map(), policies: new Map(), translates: false },
        6: { chains: new Map(), policies: new Map(), translates: false },
    };
    const notices: RuleNotice[] = [];
    const variables = new Map<string, string>();
    const passedBy: Record<string, number> = {};
    let table = 'filter';
    let six = false;
    /** Where the table begins that no COMMIT has closed yet; a script of commands has none. */
    let open: { readonly table: string; readonly line: number } | null = null;
    /** The chain of the rule that was read last: the chains after it come later in a file. */
    let last: string | null = null;
    const endsIn = (): string | null => open?.table ?? null;
    const saysCut = (): void => {
        if (open)
            notices.push({
                line: open.line,
                message: `The table ${open.table} is not closed by COMMIT: the file seems to be cut.`,
            });
    };
    text.split(/\r\n|\r|\n/).forEach((written, index) => {
        const line = index + 1;
        const assigned = /^\s*([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/.exec(written);
        if (assigned) variables.set(assigned[1]!, assigned[2]!.replace(/^["']|["']$/g, ''));
        let content = written
            .replace(/\$\{?([A-Za-z_]\w*)\}?/g, (whole, name: string) => variables.get(name) ?? whole)
            .trim();
        const command = /^(?:sudo\s+)?(?:\S*\/)?(ip6?tables)\s+/.exec(content);
        if (command) {
            six = command[1] === 'ip6tables';
            content = content.slice(command[0].length).replace(/^-w\s+(\d+\s+)?/, '');
            const chosen = /^(?:-t|--table)\s+(\S+)\s+/.exec(content);
            table = chosen?.[1] ?? 'filter';
            content = content.slice(chosen?.[0].length ?? 0);
        } else if (/^#.*\bip6tables-save/.test(content)) six = true;
        else if (/^#.*\biptables-save/.test(content)) six = false;
        if (content.startsWith('*')) {
            saysCut();
            table = content.slice(1);
            last = null;
            open = { table, line };
        } else if (content === 'COMMIT') open = null;
        const filter = tables[six ? 6 : 4];
        if (!stages.has(table)) {
            if (/^-[AI]\b/.test(content)) passedBy[table] = (passedBy[table] ?? 0) + 1;
            if (/^-[AI]\s+PREROUTING\b.*-j\s+(?:DNAT|REDIRECT|NETMAP)\b/.test(content)) filter.translates = true;
            return;
        }
        const named = (chain: string): string => (table === 'filter' ? chain : `${table} ${chain}`);
        const declared = /^:(\S+)\s+(\S+)/.exec(content) ?? /^-P\s+(\S+)\s+(\S+)/.exec(content);
        if (declared) {
            declared[1] = named(declared[1]!);
            if (!filter.chains.has(declared[1])) filter.chains.set(declared[1], []);
            const policy =
                declared[2] === 'DROP' ? ('drop' as const) : declared[2] === 'ACCEPT' ? ('accept' as const) : null;
            if (policy !== null) filter.policies.set(declared[1]!, { policy, line });
        }
        const created = /^-N\s+(\S+)/.exec(content);
        if (created && !filter.chains.has(named(created[1]!))) filter.chains.set(named(created[1]!), []);
        const rule = /^(?:\[\d+:\d+\]\s+)?-([AI])\s+(\S+)\s+(?:(\d+)\s+)?(.*)$/.exec(content);
        if (!rule) {
            if (/^-[DRFXEZ]\b/.test(content))
                notices.push({
                    line,
                    message: `"${content.slice(0, 60)}" changes rules that were set before, and is not carried out.`,
                });
            return;
        }
        const chain = named(rule[2]!);
        last = chain;
        const list = filter.chains.get(chain) ?? [];
        filter.chains.set(chain, list);
        const base = ['INPUT', 'FORWARD', 'OUTPUT'].includes(chain);
        const read = readRule(shellWords(rule[4]!), six, line, named, table === 'raw');
        const label = [base ? null : chain, `${list.length + 1}`, read.comment].filter(each => each !== null).join(' ');
        if (read.rule === null) {
            list.push({
                region: { ...anywhere, from: [] },
                enters: anyInterface,
                leaves: anyInterface,
                when: null,
                trait: null,
                verdict: { kind: 'return' },
                label,
                line,
            });
            return;
        }
        const one: ChainRule = { ...read.rule, label, line };
        if (rule[1] === 'I') list.splice(Number(rule[3] ?? 1) - 1, 0, one);
        else list.push(one);
    });
    saysCut();
    if (stages.has(endsIn() ?? '')) addRest(tables[six ? 6 : 4], last);
    const filled = ([4, 6] as const).filter(kind => isFilled(tables[kind]));
    if (filled.length === 0) {
        throw new RulesError('No rule of iptables is in this file: give what "iptables-save" prints.');
    }
    for (const [name, count] of Object.entries(passedBy)) {
        notices.push({
            line: 0,
            message:
                `${count} rule${count === 1 ? '' : 's'} of the table ${name} ${count === 1 ? 'is' : 'are'} not ` +
                `read${name === 'nat' ? ': the filter sees real addresses, and they are what is compared' : ''}.`,
        });
    }
    const rules = filled.flatMap(kind => assemble(tables[kind], device, notices, kind === 6 ? all6 : all4));
    if (rules.length === 0) {
        throw new RulesError(
            'The file has no rule of FORWARD, and the addresses of the device are not known: name --device, and ' +
                'a --model in which it has addresses.',
        );
    }
    const [kind, ...more] = filled;
    const silentOn =
        more.length > 0
            ? undefined
            : kind === 6
              ? { kind: 4 as const, why: 'the rules for IPv4, which iptables-save prints, are not in the export' }
              : { kind: 6 as const, why: 'the rules for IPv6, which ip6tables-save prints, are not in the export' };
    return { rules, notices, interfaces: [], silentOn };
}

function readRule(
    all: readonly string[],
    six: boolean,
    line: number,
    named: (chain: string) => string,
    untracked: boolean,
): { readonly rule: Omit<ChainRule, 'label'> | null; readonly comment: string | null } {
    const match = matchesOf(all, six, untracked);
    const verdict = verdictOf(match.target, match.goto, named);
    const { comment } = match;
    if (verdict === null) return { rule: null, comment };
    const region: Region = { from: match.from, to: match.to, services: match.services };
    return {
        rule: {
            region,
            enters: match.enters,
            leaves: match.leaves,
            when: match.when,
            trait: match.trait,
            verdict,
            line,
        },
        comment,
    };
}
