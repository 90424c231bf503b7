import { readAsa } from './asa.ts';
import { readFortios } from './fortios.ts';
import { readFwo } from './fwo.ts';
import { readIptables } from './iptables.ts';
import { readNft } from './nft.ts';
import { readPf } from './pf.ts';
import type { ReadRules, RulesRequest } from './reading.ts';
import { RulesError } from './reading.ts';

/** The kinds of exports, as `--as` names them. */
export const dialects = ['nft', 'iptables', 'fortios', 'asa', 'pf', 'csv', 'fwo'] as const;
export type Dialect = (typeof dialects)[number];

/** What a terminal shows between two pages of a configuration, and how it clears that line. */
const pager = /^(?:<--- More --->|--More-- ?)(?:\r? {0,14}\r?|\x08+ *\x08+)/gm;

/** A configuration that was copied from a terminal, without what its pager shows. */
const fromTerminal =
    (reader: (request: RulesRequest) => ReadRules) =>
    (request: RulesRequest): ReadRules =>
        reader({ ...request, text: request.text.replace(pager, '') });

/** The readers of texts; tables of rules are read apart, since a workbook is no text. */
export const readers: Readonly<Record<Exclude<Dialect, 'csv'>, (request: RulesRequest) => ReadRules>> = {
    nft: readNft,
    iptables: readIptables,
    fortios: fromTerminal(readFortios),
    asa: fromTerminal(readAsa),
    pf: readPf,
    fwo: readFwo,
};

/** Marks of other vendors' configurations, so that an answer names what it is. */
const others: readonly (readonly [RegExp, string])[] = [
    [/<config\b[^>]*\burldb=|<devices>\s*<entry name="localhost\.localdomain">/, 'PAN-OS'],
    [/^set (?:rulebase|deviceconfig|network interface ethernet)/m, 'PAN-OS'],
    [/^set (?:security (?:policies|zones)|system host-name|interfaces \S+ unit)/m, 'Junos'],
    [/^\s*(?:security|firewall|policy-options) \{$/m, 'Junos'],
    [
        /^(?:table|chain) \S+ .*\{|^#!\/usr\/s?bin\/nft/m,
        'the text form of nft (take the output of "nft -j list ruleset")',
    ],
    [/^version 1\d\.\d$[\s\S]*^hostname /m, 'Cisco IOS'],
    [/"(?:rulebase|access-rule|objects-dictionary)"\s*:/, 'Check Point'],
];

/** A command of iptables, by its name or a variable, or what follows it in an export. */
const script =
    /^\s*(?:(?:sudo\s+)?["']?(?:\S*ip6?tables(?:-nft|-legacy)?|\$\{?\w+\}?)["']?\s+(?:-[tw]\s+\w+\s+)*)?(?:-[APNI]|--append|--insert|--policy)\s+[\w-]+/m;

/**
 * What kind of export a text is.
 * @throws {@link RulesError} for a text of another kind, with its name where it is known
 */
export function dialectOf(text: string): Dialect {
    const head = text.slice(0, 200_000);
    const start = head.trimStart();
    if (start === '') throw new RulesError('The file is empty.');
    if (start.startsWith('{')) {
        if (head.includes('"nftables"')) return 'nft';
        if (/"(?:ManagerSet|rulebases|ConfigFormat)"/.test(head)) return 'fwo';
    }
    if (/^<\?xml|^</.test(start) && /<(?:pfsense|opnsense)>/.test(head)) return 'pf';
    if (/^\s*config (?:firewall|system|router|vdom|global|user|vpn|webfilter|wireless-controller)\b/m.test(head))
        return 'fortios';
    if (/^(?:\S+:\s)?\*(?:filter|nat|mangle|raw)\s*$/m.test(head) || script.test(head)) return 'iptables';
    if (
        /^(?:: Saved|ASA Version|PIX Version)/m.test(head) ||
        /^access-list \S+ (?:extended|remark|standard|line) /m.test(head) ||
        /^\s*nameif \S/m.test(head)
    )
        return 'asa';
    const other = others.find(([mark]) => mark.test(head));
    if (other)
        throw new RulesError(
            `This looks like ${other[1]}, which is not read. Give a table of its rules (CSV or XLSX), or the ` +
                'export of Firewall Orchestrator.',
        );
    return 'csv';
}
