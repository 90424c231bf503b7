import type { Region } from 'iacs-language/filter';
import { all4, all6, anyInterface } from 'iacs-language/filter';
import type { ChainRule, Verdict } from './chains.ts';
import { matchesOf } from './iptables-match.ts';
import type { ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { anywhere, both, RulesError } from './reading.ts';
import type { IptablesLine } from './iptables-lines.ts';
import { iptablesText } from './iptables-lines.ts';
import { undo } from './iptables-undo.ts';
import type { Table } from './iptables-chains.ts';
import { addRest, assemble, isFilled } from './iptables-chains.ts';
import { translationIn } from './iptables-nat.ts';
import { leftOpen, translationsOf } from './translation.ts';
import { shellWords } from './iptables-words.ts';
import { inParts, meetsUntracked } from './untracked.ts';

/** Targets that decide nothing: the packet goes on. */
export const passing: ReadonlySet<string> = new Set([
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
        4: { chains: new Map(), policies: new Map(), nat: new Map(), translates: false },
        6: { chains: new Map(), policies: new Map(), nat: new Map(), translates: false },
    };
    const { lines, unread, legacy, open, notices: said } = iptablesText(text);
    const notices: RuleNotice[] = [...said];
    const passedBy: Record<string, number> = {};
    const notrack = lines
        .filter(({ content }) => /\s-j\s+(?:NOTRACK\b|CT\b.*--notrack)/.test(content))
        .map(({ content, six }): Region => matchesOf(shellWords(content).slice(2), six, true));
    /** Policies that a script may not come to. */
    const doubted: [Table, string, 'accept' | 'drop', number][] = [];
    /** The chain of the rule that was read last: the chains after it come later in a file. */
    let last: string | null = null;
    for (const each of lines) {
        const { content, table, six, number: line } = each;
        const filter = tables[six ? 6 : 4];
        if (content.startsWith('*')) last = null;
        if (!stages.has(table)) {
            if (/^(?:\[\d+:\d+\]\s+)?-[AI]\b/.test(content)) passedBy[table] = (passedBy[table] ?? 0) + 1;
            const nat = table === 'nat' ? /^(?:\[\d+:\d+\]\s+)?-[AI]\s+(\S+)\s+(?:\d+\s+)?(.*)$/.exec(content) : null;
            if (nat) {
                const list = filter.nat.get(nat[1]!) ?? [];
                filter.nat.set(nat[1]!, list);
                const added = translationIn(nat[2]!, six, `nat ${nat[1]!} ${list.length + 1}`, line);
                list.splice(content.includes('-I ') ? 0 : list.length, 0, ...added);
            }
            // Chains that people add translate too.
            if (/-[AI]\s+(?!OUTPUT\b).*-j\s*(?:DNAT|REDIRECT|NETMAP)\b/.test(content)) filter.translates = true;
            continue;
        }
        const named = (chain: string): string => (table === 'filter' ? chain : `${table} ${chain}`);
        const declared = /^:(\S+)\s+(\S+)/.exec(content) ?? /^-P\s+(\S+)\s+(\S+)/.exec(content);
        if (declared) {
            declared[1] = named(declared[1]!);
            if (!filter.chains.has(declared[1])) filter.chains.set(declared[1], []);
            const policy =
                declared[2] === 'DROP' ? ('drop' as const) : declared[2] === 'ACCEPT' ? ('accept' as const) : null;
            if (policy !== null && !each.perhaps) filter.policies.set(declared[1]!, { policy, line });
            else if (policy !== null) doubted.push([filter, declared[1]!, policy, line]);
        }
        const created = /^-N\s+(\S+)/.exec(content);
        if (created && !filter.chains.has(named(created[1]!))) filter.chains.set(named(created[1]!), []);
        if (/^-[DRFE]\b/.test(content)) {
            undo(each, filter.chains, named, rest => ruleOf(rest, each, named, notrack).rule, notices);
            continue;
        }
        const rule = /^(?:\[\d+:\d+\]\s+)?-([AI])\s+(\S+)\s+(?:(\d+)\s+)?(.*)$/.exec(content);
        if (!rule) continue;
        const chain = named(rule[2]!);
        last = chain;
        const list = filter.chains.get(chain) ?? [];
        filter.chains.set(chain, list);
        const base = ['INPUT', 'FORWARD', 'OUTPUT'].includes(chain);
        const read = ruleOf(rule[4]!, each, named, notrack);
        const label = [base ? null : chain, `${list.length + 1}`, read.comment].filter(part => part !== null).join(' ');
        const one: ChainRule = { ...read.rule, label };
        if (rule[1] === 'I') list.splice(Number(rule[3] ?? 1) - 1, 0, one);
        else list.push(one);
    }
    if (stages.has(open?.table ?? '')) addRest(tables[lines.at(-1)!.six ? 6 : 4], last);
    for (const [{ chains }, name, kind, line] of doubted)
        chains.get(name)!.push({
            ...ruleForAll({ kind }, 'a condition of the script', line),
            label: `policy of ${name}`,
        });
    for (const { text: command, number } of unread) {
        notices.push({ line: number, message: `"${command}" is not read: no rule is certain.` });
        addFirst(tables[command.includes('ip6tables') ? 6 : 4], { kind: 'unknown', by: `"${command}"` }, null, number);
    }
    for (const kind of legacy) {
        notices.push({ line: 0, message: `The rules of iptables-legacy for IPv${kind} are not in the export.` });
        addFirst(tables[kind], { kind: 'drop' }, 'rules of iptables-legacy, which are not in the export', 0);
    }
    for (const { chains } of [tables[4], tables[6]])
        for (const [name, list] of chains)
            chains.set(
                name,
                list.flatMap(rule => inParts(rule, notrack)),
            );
    const filled = ([4, 6] as const).filter(kind => isFilled(tables[kind]));
    if (filled.length === 0) {
        throw new RulesError('No rule of iptables is in this file: give what "iptables-save" prints.');
    }
    const natSays =
        ': the filter sees real addresses, and they are what is compared' +
        (filled.some(kind => tables[kind].translates) ? `. ${leftOpen}` : '');
    for (const [name, count] of Object.entries(passedBy)) {
        notices.push({
            line: 0,
            message:
                `${count} rule${count === 1 ? '' : 's'} of the table ${name} ${count === 1 ? 'is' : 'are'} not ` +
                `read${name === 'nat' ? natSays : ''}.`,
        });
    }
    const rules = filled.flatMap(kind => [
        ...translationsOf(tables[kind].nat, 'PREROUTING'),
        ...assemble(tables[kind], device, notices, kind === 6 ? all6 : all4),
    ]);
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

/** What a line after its chain says; a rule that decides nothing matches nothing. */
function ruleOf(
    rest: string,
    { six, number: line, table, perhaps }: IptablesLine,
    named: (chain: string) => string,
    notrack: readonly Region[],
): { readonly rule: ChainRule; readonly comment: string | null } {
    const words = shellWords(rest);
    const tracked = matchesOf(words, six, table === 'raw');
    const isOpen = meetsUntracked(notrack, tracked);
    const match = isOpen ? matchesOf(words, six, table === 'raw', true) : tracked;
    const { comment, from, to, services, enters, leaves, trait } = match;
    const verdict = verdictOf(match.target, match.goto, named);
    const script = perhaps ? 'a condition of the script' : null;
    const when = both(match.when, script);
    const others = isOpen ? { tracked: { when: both(tracked.when, script), trait: tracked.trait } } : {};
    const rule =
        verdict === null
            ? { region: { ...anywhere, from: [] }, enters: anyInterface, leaves: anyInterface, when: null, trait: null }
            : { region: { from, to, services }, enters, leaves, when, trait, ...others };
    return { rule: { ...rule, verdict: verdict ?? { kind: 'return' }, label: '', line }, comment };
}

/** Puts a rule for everything before all others of the chains that a packet comes to first. */
function addFirst({ chains }: Table, verdict: Verdict, when: string | null, line: number): void {
    for (const name of ['INPUT', 'FORWARD', 'OUTPUT']) {
        const list = chains.get(name) ?? [];
        if (list.length === 0 && name !== 'FORWARD') continue;
        list.unshift({ ...ruleForAll(verdict, when, line), label: `${name} not read` });
        chains.set(name, list);
    }
}

const ruleForAll = (verdict: Verdict, when: string | null, line: number): Omit<ChainRule, 'label'> => ({
    region: anywhere,
    enters: anyInterface,
    leaves: anyInterface,
    when,
    trait: null,
    verdict,
    line,
});
