import { createHash } from 'node:crypto';
import type { Interfaces, Ranges } from 'iacs-language/filter';
import { addressTexts, all4, all6, isAnyInterface, servicesOf, serviceText, subtract } from 'iacs-language/filter';
import { formatText } from 'iacs-language';
import { quoted } from '../names.ts';
import type { ReadRule, ReadRules, RuleNotice } from './reading.ts';

/** Where a rule set comes from, and what it is called. */
export interface RulesetHead {
    readonly name: string;
    readonly title: string | null;
    /** Ids of the devices that have these rules. */
    readonly devices: readonly string[];
    /** The day of the export; `null` where it is not known. */
    readonly exported: string | null;
    /** The name of the file, without its folder. */
    readonly source: string;
    readonly sha256: string;
}

export function digestOf(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('hex');
}

const isAll = (set: Ranges, kind: Ranges): boolean =>
    subtract(kind, set).length === 0 && subtract(set, kind).length === 0;
const within = (set: Ranges, kind: Ranges): boolean => subtract(set, kind).length === 0;

/**
 * The ends of a rule as text. All of one kind of addresses beside an end of that kind is `any`, since no session joins
 * the two kinds. A rule that blocks all of IPv4 blocks `any` where no rule knows IPv6.
 */
function ends(rule: ReadRule, single: boolean): readonly [string, string] {
    const { from, to } = rule.region;
    const text = (own: Ranges, other: Ranges): string => {
        for (const kind of [all4, all6]) {
            if (
                isAll(own, kind) &&
                within(other, kind) &&
                (!isAll(other, kind) || (single && !rule.permits) || rule.trait !== null)
            )
                return 'any';
        }
        return addressTexts(own).join(', ');
    };
    return [text(from, to), text(to, from)];
}

function interfaceText(word: string, some: Interfaces): string | null {
    if (isAnyInterface(some)) return null;
    return `${word} ${some.not ? 'not ' : ''}${some.names.map(quoted).join(', ')}`;
}

function ruleText(rule: ReadRule, single: boolean): string {
    const [from, to] = ends(rule, single);
    const services = servicesOf(rule.region.services).map(serviceText).join(', ');
    const block = [
        interfaceText('enters', rule.enters),
        interfaceText('leaves', rule.leaves),
        rule.when === null ? null : `when ${quoted(rule.when)}`,
        rule.trait === null ? null : `is ${rule.trait}`,
    ].filter(each => each !== null);
    const head = `  ${rule.permits ? 'permits' : 'blocks'} ${from} -> ${to} : ${services} ${quoted(rule.label)}`;
    // One rule is one line, so that a change of it is one line of a comparison.
    return block.length === 0 ? head : `${head} { ${block.join(' ')} }`;
}

/** How many notices of a part are written out. */
const mostNotices = 40;

/** A comment says one line; nothing of an export can end it. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '* /');

function noticeLines(notices: readonly RuleNotice[]): readonly string[] {
    const lines = notices
        .slice(0, mostNotices)
        .map(({ line, message }) => (line > 0 ? `Line ${line}: ${message}` : message));
    return notices.length > mostNotices ? [...lines, `And ${notices.length - mostNotices} more.`] : lines;
}

/**
 * The part that an import of rules writes: the same export gives the same bytes. It holds addresses, services, labels
 * and days of the export, and nothing else of it.
 */
export function writeRuleset(head: RulesetHead, { rules, notices }: ReadRules): string {
    const conditional = rules.filter(rule => rule.when !== null).length;
    const single = rules.every(
        rule => within(rule.region.from, all4) || within(rule.region.to, all4) || rule.line === 0,
    );
    const intro = [
        `Written by iacs import rules from ${plain(head.source)}, sha256 ${head.sha256}; ${rules.length} ` +
            `rule${rules.length === 1 ? '' : 's'}, ${conditional} with a condition that cannot be evaluated.`,
        ...noticeLines(notices).map(plain),
    ];
    const body = [
        ...(head.devices.length > 0 ? [`  device ${head.devices.join(', ')}`] : []),
        ...(head.exported === null ? [] : [`  exported ${head.exported}`]),
        `  source ${quoted(head.source)}`,
        ...rules.map(rule => ruleText(rule, single)),
    ];
    const comment = intro.length === 1 ? `/** ${intro[0]} */` : `/**\n${intro.map(line => ` * ${line}\n`).join('')} */`;
    return formatText(
        `${comment}\nruleset ${head.name}${head.title === null ? '' : ` ${quoted(head.title)}`} ` +
            `{\n${body.join('\n')}\n}\n`,
    );
}
