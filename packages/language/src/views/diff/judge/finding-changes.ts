import type { Finding } from '../../../rules/engine/finding.ts';
import { Hearing } from '../../../rules/engine/understood.ts';
import { severities } from '../../../settings/index.ts';
import { problemKinds } from '../doubts.ts';
import type { FindingChanges, ReplacedFinding } from '../model-diff.ts';
import { blamedOf, type Blamed } from './blamed.ts';
import { namesFrom } from '../pairing.ts';
import { isInBase } from '../places.ts';
import { judgedAs } from './called-otherwise.ts';
import { aboutFlow, type Compared } from './reason.ts';
import { aboutProof } from './findings.ts';
import { askedByFirstAssets } from './inhabited.ts';
import { notWorse } from './not-worse.ts';
import { leftUndeclared, thereIn } from './variants.ts';
import { lackingStill } from './lacks-still.ts';
import { narrowedFindings } from './narrowed.ts';
import { askedByNewThreats } from './new-threats.ts';
import { restingOn } from './rests.ts';
import { judgedByWithdrawn } from './sources.ts';
import { saidTwice, withoutTwins } from './twins.ts';

/** A finding that gave way to another one on the same element. */
interface ReplacedBlame {
    readonly before: Blamed;
    readonly after: Blamed;
    /** True where a word alone has changed, or something is claimed: then it is not better. */
    readonly isWord?: boolean;
}

/** What became of the findings, with what each of them blames. */
export interface JudgedFindings {
    readonly added: readonly Blamed[];
    readonly fixed: readonly Blamed[];
    readonly replaced: readonly ReplacedBlame[];
    readonly gone: readonly Blamed[];
    /**
     * Those that are gone while what they blame is still there, because what was seen, configured or published is not
     * in the model any more. Nothing else tells it: other losses are told as what they are.
     */
    readonly unread: readonly Blamed[];
    /** Those that are silent by what is claimed without evidence alone. */
    readonly claimed: readonly Blamed[];
    /** Those that are new, and why the plant is no worse by them. */
    readonly apart: readonly { readonly each: Blamed; readonly why: string }[];
    readonly asked: readonly Blamed[];
    readonly silenced: readonly Blamed[];
}

const judged = ({ finding }: Blamed): boolean => !problemKinds.has(finding.rule);

function without(list: readonly Blamed[], others: readonly Blamed[]): readonly Blamed[] {
    const known = new Set(others.map(each => each.key));
    return list.filter(each => judged(each) && !known.has(each.key));
}

/** Findings about words of the model that nothing uses. */
const aboutWords: ReadonlySet<string> = new Set(['protocol-never-used', 'type-never-used']);

/** A message in which an element has another name, and so has what is in it; words that only contain the name stay. */
function withName(message: string, old: string, now: string): string {
    return message.replace(/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/gu, word =>
        word === old || word.startsWith(`${old}.`) ? now + word.slice(old.length) : word,
    );
}

/** True for two findings of which the one can give way to the other: they rest on a common requirement. */
function kindred(first: Finding, second: Finding): boolean {
    return first.basis.some(requirement => second.basis.includes(requirement));
}

const grave = ({ finding }: Blamed): number => severities.indexOf(finding.severity);

/**
 * Flows that have newly got a finding, with the gravest: an earlier one that is no graver gave way to it, and nothing
 * about the flow was mended.
 */
function flowsWithMore(added: readonly Blamed[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const each of added) {
        if (each.finding.accepted !== null || !each.about?.startsWith('flow ')) continue;
        found.set(each.about, Math.min(grave(each), found.get(each.about) ?? Infinity));
    }
    return found;
}

type Settled = Pick<JudgedFindings, 'added' | 'fixed' | 'replaced'>;

/** Pairs findings on one element of which the one has given way to the other, the gravest ones first. */
function replacedIn(added: readonly Blamed[], fixed: readonly Blamed[]): Settled {
    const candidates = Map.groupBy(
        added.filter(each => each.about !== null),
        each => each.about,
    );
    const taken = new Set<Blamed>();
    const replaced: { before: Blamed; after: Blamed }[] = [];
    for (const before of [...fixed].sort((a, b) => grave(a) - grave(b))) {
        // What said nothing of the plant gives way to nothing.
        if (aboutProof.has(before.finding.rule)) continue;
        const like = (candidates.get(before.about) ?? [])
            .filter(each => kindred(each.finding, before.finding))
            .sort((a, b) => grave(a) - grave(b));
        const after = like.find(each => !taken.has(each)) ?? like[0];
        if (!after) continue;
        taken.add(after);
        replaced.push({ before, after });
    }
    const away = new Set(replaced.map(each => each.before));
    return { added: added.filter(each => !taken.has(each)), fixed: fixed.filter(each => !away.has(each)), replaced };
}

/**
 * The findings that are graver now, also accepted ones: the same fault of the same element, by the same settings. What
 * is less grave may be so by a word alone.
 */
function graverIn(
    { before, after }: Compared,
    now: readonly Blamed[],
    old: readonly Blamed[],
): readonly ReplacedBlame[] {
    const known = new Map(old.map(each => [each.key, each]));
    return now.flatMap(each => {
        const was = known.get(each.key);
        const { rule } = each.finding;
        if (!was || !judged(each) || grave(each) >= grave(was)) return [];
        return before.settings.rules.get(rule) === after.settings.rules.get(rule) ? [{ before: was, after: each }] : [];
    });
}

/** The flows of HEAD that are only called otherwise, as a change names them. */
function calledOtherwise({ before, after, pairing }: Compared): ReadonlySet<string> {
    const names = namesFrom(pairing);
    return new Set(
        [...pairing.flows].flatMap(([old, now]) =>
            judgedAs(before.lookup, after.lookup, old, now, names) ? [aboutFlow(now)] : [],
        ),
    );
}

/**
 * What became of the findings. Renamed elements, moved files and other lines make no finding new; nor does an
 * acceptance, which is reported as one.
 * @param unchanged nothing changed in meaning: then only the order can have chosen another element to blame
 */
export function judgedFindings(compared: Compared, unchanged: boolean): JudgedFindings {
    const { before, asked, after: own, pairing, alike } = compared;
    // What is not heard on one side because a part of its text was not understood is neither new nor fixed.
    const hearing = new Hearing([...before.problems, ...own.problems]);
    const heard = (list: readonly Blamed[]): readonly Blamed[] =>
        list.filter(({ finding }) => hearing.hears(finding.rule));
    const all = heard(blamedOf(before, pairing));
    const isAlike = ({ finding }: Blamed): boolean => alike?.has(finding.rule) ?? false;
    // Of what answers alike on both sides, nothing is new and nothing fixed.
    const old = alike ? all.filter(each => !isAlike(each)) : all;
    // A word that HEAD uses is unused only where it is judged by the one before.
    const unused = new Set(own.findings.filter(({ rule }) => aboutWords.has(rule)).map(({ message }) => message));
    const isHeardOfWords = ({ rule, message }: Finding): boolean => !aboutWords.has(rule) || unused.has(message);
    // Of a flow that HEAD does not declare any more nothing is found newly.
    const now = heard(blamedOf(asked, null)).filter(
        ({ about, finding, key }) =>
            (about?.startsWith('flow ') !== true || !isInBase(finding.at.file) || old.some(each => each.key === key)) &&
            isHeardOfWords(finding),
    );
    const wordsOf = ({ finding: { rule, subject, message } }: Blamed, isOld: boolean): string => {
        const name = isOld ? pairing.elements.get(subject ?? '') : undefined;
        return `${rule} ${name === undefined ? message : withName(message, subject!, name)}`;
    };
    const sides = [before, own, pairing] as const;
    let [added, ended] = withoutTwins(without(now, old), without(old, now), wordsOf, sides);
    if (unchanged) [added, ended] = withoutTwins(added, ended, ({ finding }) => finding.rule, sides);
    /** What is held against HEAD with the questions of BASE: of what answers alike, what was held against BASE. */
    const theirsOf = (own: readonly Blamed[], base: readonly Blamed[]): readonly Blamed[] => {
        const [keys, known] = [own, base].map(list => new Set(list.map(each => each.key)));
        // What is silent now has a place in HEAD, and texts may be written otherwise there.
        const unclear = new Set([
            ...base.filter(each => !keys!.has(each.key)).map(each => each.finding.rule),
            ...own.filter(each => !known!.has(each.key) && !each.named).map(each => each.finding.rule),
        ]);
        const clear = base.filter(each => !unclear.has(each.finding.rule));
        return [...(unclear.size === 0 ? now : heard(blamedOf(alike!.ask(unclear), null))), ...clear];
    };
    added = [
        ...added,
        ...heard(askedByFirstAssets(compared)).filter(each => !added.some(({ key }) => key === each.key)),
    ];
    const rests = restingOn(compared);
    const more = flowsWithMore(added);
    const givesWay = (each: Blamed): boolean =>
        grave(each) >= (more.get(each.about ?? '') ?? Infinity) &&
        !added.some(other => other.about === each.about && kindred(other.finding, each.finding));
    // A model that is gone has nothing to hold against it, and nothing was mended.
    const standing = own.model.system ? ended.filter(each => each.stands && !givesWay(each)) : [];
    const isTwin = saidTwice(before, asked, old, now);
    const resting = standing.filter(each => !isTwin(each) && rests(each));
    const isPlaced = thereIn(compared.placed, resting, now);
    const mended = new Set(resting.filter(each => !isPlaced(each)));
    const left = standing.filter(each => !mended.has(each));
    const judges = left.length === 0 ? null : judgedByWithdrawn(compared);
    const unread = judges ? left.filter(({ finding }) => judges(finding.rule)) : [];
    const byThreats = askedByNewThreats(compared);
    const isClaimed = thereIn(compared.shown, [...mended], now);
    const whyNot = notWorse(compared, old, added);
    const apart = added.flatMap(each => {
        const why = byThreats(each) || each.finding.accepted !== null ? null : whyNot(each);
        return why === null ? [] : [{ each, why }];
    });
    const isApart = new Set(apart.map(({ each }) => each));
    const found = replacedIn(
        added.filter(each => !byThreats(each) && !isApart.has(each)),
        // Of an asset an advisory has one answer; a ruleset and a sensor have one of each rule and conversation.
        [...mended, ...unread.filter(({ about }) => about?.startsWith('asset '))],
    );
    const lacking = new Set(found.fixed.filter(lackingStill(compared)));
    const settled = {
        ...found,
        fixed: found.fixed.filter(each => mended.has(each) && !isClaimed(each) && !lacking.has(each)),
        replaced: found.replaced.map(each =>
            isClaimed(each.before) || !mended.has(each.before) ? { ...each, isWord: true } : each,
        ),
    };
    const claimed = found.fixed.filter(each => mended.has(each) && isClaimed(each) && !lacking.has(each));
    const away = new Set(found.replaced.map(each => each.before));
    const open = (list: readonly Blamed[]): readonly Blamed[] =>
        list.filter(({ finding }) => finding.accepted === null);
    // What is accepted now is reported as an acceptance.
    const mine = asked === own ? [] : heard(blamedOf(own, null));
    const theirs = asked === own ? [] : !alike ? now : theirsOf(mine.filter(isAlike), all.filter(isAlike));
    const silenced = without(open(theirs), mine);
    const news = without(open(mine), theirs);
    // A session that is only called otherwise is judged as it was; what is held against its new name is new.
    const words = calledOtherwise(compared);
    const isWord = ({ about }: Blamed): boolean => about !== null && words.has(about);
    // Who does not declare any more what rules and traffic show leaves it undocumented.
    const isLeft = leftUndeclared(compared, news);
    const word = replacedIn(news.filter(isWord), silenced.filter(isWord));
    const renamed = new Set(word.replaced.map(({ before: each }) => each));
    return {
        ...settled,
        added: [...settled.added, ...word.added, ...news.filter(each => !isWord(each) && isLeft(each))],
        replaced: [
            ...settled.replaced,
            ...graverIn(compared, now, old),
            ...word.replaced.map(each => ({ ...each, isWord: true })),
        ],
        gone: ended.filter(each => !mended.has(each) || lacking.has(each)),
        claimed,
        unread: open(unread).filter(each => !away.has(each)),
        apart,
        asked: [...added.filter(byThreats), ...news.filter(each => !isWord(each) && !isLeft(each))],
        silenced: silenced.filter(each => !renamed.has(each)),
    };
}

/** The findings themselves, each once, and each cut down to those elements of which it is said. */
export function findingsOf({
    added,
    fixed,
    replaced,
    gone,
    claimed,
    apart,
    asked,
    silenced,
}: JudgedFindings): FindingChanges {
    const once = (list: readonly Blamed[], what: string): readonly Finding[] => [
        ...narrowedFindings(list, what).values(),
    ];
    const befores = narrowedFindings(
        replaced.map(({ before }) => before),
        'Replaced',
    );
    const afters = narrowedFindings(
        replaced.map(({ after }) => after),
        'New',
    );
    const pairs = new Map<Finding, Set<Finding>>();
    const successions: ReplacedFinding[] = [];
    for (const { before, after } of replaced) {
        const known = pairs.get(before.finding) ?? new Set<Finding>();
        pairs.set(before.finding, known);
        if (known.has(after.finding)) continue;
        known.add(after.finding);
        successions.push({ before: befores.get(before.finding)!, after: afters.get(after.finding)! });
    }
    return {
        added: once(added, 'New'),
        fixed: once(fixed, 'Fixed'),
        replaced: successions,
        gone: once(gone, 'Gone'),
        claimed: once(claimed, 'Claimed'),
        asked: once([...apart.map(({ each }) => each), ...asked], 'Asked'),
        silenced: once(silenced, 'Silent'),
    };
}
