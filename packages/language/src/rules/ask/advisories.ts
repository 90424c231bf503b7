import type { AdvisoryReading, Candidate, Unconfirmed, Urgency, Weight } from '../../advisories/index.ts';
import { readAdvisories } from '../../advisories/index.ts';
import type { Advisory, AssetType, Fix, Place, Vulnerability } from '../../model/index.ts';
import { nameOf, writeString } from '../../model/index.ts';
import type { Answer, Context, Severity } from '../engine/rule.ts';
import { alsoBlamed, related } from '../say/related.ts';
import { counted, listed } from '../say/wording.ts';

/** So many candidates are offered as fixes; the message counts the others. */
const mostOffered = 5;

export function advisoryName({ identifier, id }: Advisory): string {
    return identifier ?? id;
}

/** The place of the product in the advisory that is about an asset: where a review of new advisories sees it. */
function placeOf({ products, verdict }: AdvisoryReading): Place {
    const product =
        (verdict === 'affected' ? products.find(each => each.statement.state === 'affected') : undefined) ??
        products[0]!;
    return nameOf(product.statement.products[product.index]!.origin);
}

/** Readings that are one finding: one product of one advisory, as urgent, with the same window ahead. */
function grouped(readings: readonly AdvisoryReading[]): readonly (readonly AdvisoryReading[])[] {
    const key = (each: AdvisoryReading): string => {
        const { file, start } = placeOf(each);
        const { urgency, window } = each.weight!;
        return `${file} ${start} ${urgency} ${window?.from.date} ${each.why ?? ''}`;
    };
    return [...Map.groupBy(readings, key).values()];
}

function versionText({ versions }: AdvisoryReading): string {
    const [said] = versions;
    return said ? ` (${said.version})` : '';
}

function whoText(readings: readonly AdvisoryReading[]): string {
    const [first] = readings;
    return readings.length <= 3
        ? listed(readings.map(each => `${each.asset.id}${versionText(each)}`))
        : `${first!.asset.id}${versionText(first!)} and ${readings.length - 1} more assets`;
}

function cveText(vulnerabilities: readonly Vulnerability[], { score }: Weight): string {
    const names = listed(
        vulnerabilities.map(each => each.cve),
        3,
    );
    return `${names}${score === null ? '' : `, CVSS ${score.value}`}`;
}

const when: Readonly<Record<Urgency, string>> = {
    now: 'Act now',
    'next stop': 'Act at the next stop',
    'when renewed': 'Act when it is renewed',
};

function whenText({ urgency, reasons, window }: Weight): string {
    const stop =
        urgency === 'when renewed'
            ? ''
            : window
              ? `; the next window is ${window.title === '' ? '' : `"${window.title}" `}from ${window.from.date}`
              : '; no `window` ahead is said';
    return `${when[urgency]}: ${reasons.join(', and ')}${stop}.`;
}

/** What the publisher advises, in a sentence. */
export function remedyText({ remediations, fixedIn }: Pick<AdvisoryReading, 'remediations' | 'fixedIn'>): string {
    const has = (...categories: readonly string[]): boolean =>
        remediations.some(each => categories.includes(each.category));
    if (fixedIn !== null) return `Update to ${fixedIn}.`;
    if (has('vendor-fix', 'optional-patch')) return 'The advisory describes a fix.';
    if (has('no-fix-planned')) return 'No fix is planned: replace it, or keep away what reaches it.';
    if (has('workaround', 'mitigation')) return 'The advisory names no fix, but what protects in the meantime.';
    return 'The advisory names no fix.';
}

/** Statements that the asset has the fixed version by now. */
function patchedFixes(readings: readonly AdvisoryReading[], today: string): readonly Fix[] {
    return readings.flatMap(({ fixedIn, asset }): readonly Fix[] => {
        if (fixedIn === null || asset.patchedTo || asset.version !== null) return [];
        return [
            {
                kind: 'claim',
                title: `State that ${fixedIn} is installed on ${asset.id}…`,
                fill: [today],
                edits: [
                    {
                        kind: 'add',
                        into: asset.origin,
                        text: `patched to ${writeString(fixedIn)} on ${today}`,
                        where: 'last',
                    },
                ],
                at: nameOf(asset.origin),
            },
        ];
    });
}

function answerFor(
    readings: readonly AdvisoryReading[],
    severities: Readonly<Record<Urgency, Severity>>,
    message: string,
    fixes: readonly Fix[],
): Answer {
    const [first] = readings;
    const { advisory, weight } = first!;
    return {
        at: placeOf(first!),
        subject: advisory.id,
        severity: severities[weight!.urgency],
        message,
        fixes,
        gathers: true,
        related: readings.flatMap(each =>
            alsoBlamed(`${each.asset.id}${versionText(each)}: ${each.weight!.reasons.join(', and ')}`, [each.asset]),
        ),
    };
}

/** One answer for each product of an advisory that affects assets, by urgency. */
export function affectedAnswers({ assessment, today }: Context): readonly Answer[] {
    const affected = readAdvisories(assessment).readings.filter(each => each.verdict === 'affected');
    return grouped(affected).map(readings => {
        const [first] = readings;
        const { advisory, vulnerabilities, perhaps, weight } = first!;
        const more =
            perhaps.length === 0
                ? ''
                : `, and perhaps ${listed(
                      perhaps.map(each => each.cve),
                      3,
                  )}`;
        const interim = advisory.status === 'interim' ? ' The advisory is interim and may change.' : '';
        return answerFor(
            readings,
            { now: 'error', 'next stop': 'warning', 'when renewed': 'info' },
            `${advisoryName(advisory)} affects ${whoText(readings)}: ${cveText(vulnerabilities, weight!)}${more}. ` +
                `${whenText(weight!)} ${remedyText(first!)}${interim}`,
            patchedFixes(readings, today),
        );
    });
}

/** What would decide it. */
function decidingText({ versions, byVersion }: AdvisoryReading): string {
    if (!byVersion) return 'Compare it with what the advisory says, and accept it with what was found.';
    if (versions.length === 0) return 'Write the installed version with `patched to`.';
    if (versions.length > 1) return 'Write which of these is true, or accept it with what was found.';
    return 'Write the installed version as the advisory does, or accept it with what was found.';
}

/** One answer for each product of an advisory of which it is not known whether it affects assets. */
export function undecidedAnswers({ assessment }: Context): readonly Answer[] {
    const open = readAdvisories(assessment).readings.filter(each => each.verdict === 'cannot-tell');
    return grouped(open).map(readings => {
        const [first] = readings;
        const { advisory, vulnerabilities, weight, why } = first!;
        const { urgency, reasons } = weight!;
        return answerFor(
            readings,
            { now: 'warning', 'next stop': 'warning', 'when renewed': 'info' },
            `It is not known whether ${advisoryName(advisory)} affects ${whoText(readings)}: ${why}. It is about ` +
                `${cveText(vulnerabilities, weight!)}; if it does: ${urgency}, since ${reasons.join(', and ')}. ` +
                decidingText(first!),
            [],
        );
    });
}

function confirming({ product }: Unconfirmed, { name, vendor }: Candidate): Fix {
    return {
        kind: 'claim',
        title: `Confirm that it is ${name}${vendor === null || name.startsWith(vendor) ? '' : ` of ${vendor}`}`,
        fill: [],
        edits: product.holders.map(({ origin }) => ({
            kind: 'add',
            into: origin,
            text: `advisory-name ${writeString(name)}`,
            where: 'last',
        })),
    };
}

function rulingOut({ product, candidates }: Unconfirmed): Fix {
    const names = candidates.map(each => writeString(each.name)).join(', ');
    return {
        kind: 'claim',
        title: candidates.length === 1 ? 'State that it is not that product' : 'State that it is none of them',
        fill: [],
        edits: product.holders.map(({ origin }) => ({
            kind: 'add',
            into: origin,
            text: `advisory-name not ${names}`,
            where: 'last',
        })),
    };
}

/** One answer for each product of the plant that may be one of some advisories. */
export function unconfirmedAnswers({ assessment }: Context): readonly Answer[] {
    return readAdvisories(assessment).unconfirmed.map(each => {
        const { product, candidates } = each;
        const [holder, ...others] = product.holders;
        const [nearest] = candidates;
        const advisories = new Set(candidates.flatMap(candidate => candidate.advisories));
        const further = candidates.length - 1;
        const more = ['', ', or another name'][further] ?? `, or one of ${further} further names`;
        const isType = (of: typeof holder): of is AssetType => 'builtIn' in of!;
        const assets = isType(holder) ? related('It is of this type.', product.assets.slice(0, 5)) : [];
        return {
            at: nameOf(holder!.origin),
            subject: holder!.id,
            message:
                `${holder!.id} may be "${nearest!.name}"${more}: ${nearest!.why}. ` +
                `${listed(Array.from(advisories, advisoryName), 3)} ${advisories.size === 1 ? 'says' : 'say'} ` +
                `something of it, which does not count for ${counted(product.assets.length, 'asset')} until a ` +
                `person confirms the name with \`advisory-name\`, or rules it out with \`advisory-name not\`.`,
            fixes: [...candidates.slice(0, mostOffered).map(candidate => confirming(each, candidate)), rulingOut(each)],
            related: [...alsoBlamed(`Also ${holder!.id}'s like.`, others), ...assets],
        };
    });
}
