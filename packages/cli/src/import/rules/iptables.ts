import type { Ranges, Region } from 'iacs-language/filter';
import { all4, all6, anyInterface, intersect, subtract } from 'iacs-language/filter';
import type { BaseChain, ChainRule, Verdict } from './chains.ts';
import { blockersOf, ChainFault, flatten, untranslated } from './chains.ts';
import { matchesOf } from './iptables-match.ts';
import type { ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { anywhere, cutOff, RulesError } from './reading.ts';
import { addAll } from '../add-all.ts';

/** Splits a line as a shell does: blanks, double and single quotes. */
export function words(line: string): string[] {
    return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(
        found => found[1]?.replace(/\\(.)/g, '$1') ?? found[2] ?? found[3]!,
    );
}

/** Rules of one kind of addresses: chains by their names, those of another table than `filter` with it before. */
interface Table {
    readonly chains: Map<string, ChainRule[]>;
    /** True where the table nat translates targets. */
    translates: boolean;
    readonly policies: Map<string, { readonly policy: 'accept' | 'drop'; readonly line: number }>;
}

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
const own = ['INPUT', 'OUTPUT'];
/** Tables that may stop a packet. */
const stages = new Set(['raw', 'mangle', 'filter', 'security']);
/** The chains of other tables that a packet passes besides; every one of them has to permit it. */
const besides: Readonly<Record<string, readonly string[]>> = {
    INPUT: ['raw PREROUTING', 'mangle PREROUTING', 'mangle INPUT', 'security INPUT'],
    FORWARD: ['raw PREROUTING', 'mangle PREROUTING', 'mangle FORWARD', 'security FORWARD', 'mangle POSTROUTING'],
    OUTPUT: ['raw OUTPUT', 'mangle OUTPUT', 'security OUTPUT', 'mangle POSTROUTING'],
};

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
 * shell.
 * The `filter` table is read; rules of `INPUT` and `OUTPUT` concern the device itself and need its addresses.
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
        const read = readRule(words(rule[4]!), six, line, named, table === 'raw');
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

/** True where the table `filter` of a kind of addresses is there: without it, what passes is not in the export. */
function isFilled({ chains, policies }: Table): boolean {
    const isOwn = (name: string): boolean => !name.includes(' ');
    return [...policies.keys()].some(isOwn) || [...chains].some(([name, list]) => isOwn(name) && list.length > 0);
}

/** Rules are missing at the end of a cut table: in the chain that was read last, and in all after it. */
function addRest({ chains }: Table, last: string | null): void {
    const names = [...chains.keys()];
    for (const name of names.slice(last === null ? 0 : names.indexOf(last))) {
        chains.get(name)!.push({
            region: anywhere,
            enters: anyInterface,
            leaves: anyInterface,
            when: null,
            trait: null,
            verdict: { kind: 'unknown', by: cutOff },
            label: ['INPUT', 'FORWARD', 'OUTPUT'].includes(name) ? 'rest' : `${name} rest`,
            line: 0,
        });
    }
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

function assemble(
    { chains, policies, translates }: Table,
    device: RulesRequest['own'],
    notices: RuleNotice[],
    family: Ranges,
): ReadRules['rules'] {
    const known = new Set([...chains.keys()]);
    for (const list of chains.values()) {
        list.forEach((rule, at) => {
            if (rule.verdict.kind !== 'jump' && rule.verdict.kind !== 'goto') return;
            if (known.has(rule.verdict.chain)) return;
            notices.push({
                line: rule.line,
                message: `The target ${rule.verdict.chain.split(' ').at(-1)!} is not known; what it decides cannot be evaluated.`,
            });
            list[at] = { ...rule, verdict: { kind: 'unknown', by: `target ${rule.verdict.chain.split(' ').at(-1)!}` } };
        });
    }
    for (const chain of own) {
        const list = chains.get(chain) ?? [];
        if (device === null && list.length > 0) {
            notices.push({
                line: list[0]!.line,
                message:
                    `${list.length} rule${list.length === 1 ? '' : 's'} of ${chain} ` +
                    `concern${list.length === 1 ? 's' : ''} the device itself and ` +
                    `${list.length === 1 ? 'is' : 'are'} left out: the addresses of the device are not known.`,
            });
        }
    }
    const bases: { readonly chain: string; readonly domain: Region }[] = [];
    if (device !== null) {
        bases.push({ chain: 'INPUT', domain: { ...anywhere, from: family, to: intersect(device, family) } });
        bases.push({
            chain: 'OUTPUT',
            domain: { ...anywhere, from: intersect(device, family), to: subtract(family, device) },
        });
    }
    bases.push({ chain: 'FORWARD', domain: { ...anywhere, from: family, to: family } });
    const blocks = blockersOf(chains);
    const seen = new Map(chains);
    for (const name of ['raw PREROUTING', 'mangle PREROUTING'])
        if (translates) seen.set(name, (chains.get(name) ?? []).map(untranslated));
    const rules: ReadRules['rules'][number][] = [];
    for (const { chain, domain } of bases) {
        const set = policies.get(chain);
        const empty = (chains.get(chain) ?? []).length === 0;
        if (domain.from.length === 0 || domain.to.length === 0 || (!set && empty)) continue;
        if (chain === 'OUTPUT' && empty && set?.policy === 'accept') {
            notices.push({
                line: set.line,
                message: 'What the device itself sends is not filtered (policy of OUTPUT); no rule is written for it.',
            });
            continue;
        }
        const base: BaseChain = {
            name: chain,
            domain,
            policy: set?.policy ?? 'accept',
            policyLabel: `policy of ${chain} (${set ? 'stated' : 'accept unless stated'})`,
            policyLine: set?.line ?? 0,
        };
        const others = besides[chain]!.filter(name => policies.get(name)?.policy === 'drop' || blocks(name));
        const stage = (name: string): BaseChain => ({
            name,
            domain,
            policy: policies.get(name)?.policy ?? 'accept',
            policyLabel: `policy of ${name} (stated)`,
            policyLine: policies.get(name)?.line ?? 0,
        });
        try {
            // What permits is named by the table filter, which comes last.
            addAll(rules, flatten(seen, [...others.map(stage), base]));
        } catch (error) {
            if (error instanceof ChainFault) throw new RulesError(`The rules cannot be read: ${error.message}.`);
            throw error;
        }
    }
    return rules;
}
