import type { RiskMatrix, ThreatRisk } from '../../assessment/index.ts';
import {
    assessThreat,
    Day,
    daysOfRisk,
    goodUntil,
    idleOf,
    isTolerable,
    pathText,
    riskLabel,
    risksOn,
    risksToCome,
    usualTime,
} from '../../assessment/index.ts';
import type { Lookup, Model } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { lastDayOfNotice } from '../ask/notice.ts';
import type { Answer, Context, Rule } from '../engine/rule.ts';
import { flowName, listed } from '../say/wording.ts';

/** What comes or goes on a day: `Control.Fw is retired`. */
function changesOn({ zones, conduits, assets, flows }: Model, date: string): readonly string[] {
    const named = [
        ...[...zones, ...conduits, ...assets].map(each => [each, each.id] as const),
        ...flows.map(flow => [flow, flowName(flow)] as const),
    ];
    return named.flatMap(([{ planned, retired }, name]) => [
        ...(planned?.date === date ? [`${name} is there`] : []),
        ...(retired?.date === date ? [`${name} is retired`] : []),
    ]);
}

/** The last day before another one on which something showed that a countermeasure works. */
function lastGood(lookup: Lookup, id: string, date: string): string {
    const usual = usualTime(lookup);
    return (lookup.countermeasure(id)?.evidence ?? [])
        .flatMap(({ time }) => goodUntil(time, usual) ?? [])
        .filter(until => until < date)
        .sort()
        .at(-1)!;
}

/** True where a risk is not tolerable over the paths of one day, with the countermeasures that count on another one. */
function isAbove({ lookup, assessment }: Context, paths: ThreatRisk, date: string): boolean {
    const judging = { lookup, day: new Day(lookup, date) };
    const then = assessThreat(judging, assessment.risk.matrix, paths.threat, paths);
    return isTolerable(then, then.today) !== true;
}

/** Why a risk is higher on a day than today, and what to do, as sentences. What makes no difference is left out. */
function causes(context: Context, was: ThreatRisk, then: ThreatRisk, date: string): readonly string[] {
    const { whole, lookup, today } = context;
    const [byEvidence, byPaths] = [isAbove(context, was, date), isAbove(context, then, today)];
    const before = idleOf(was).lapsed;
    const expired = byEvidence || !byPaths ? idleOf(then).lapsed.filter(id => !before.includes(id)) : [];
    const changes = byPaths || !byEvidence ? changesOn(whole, date) : [];
    const { round } = then.today;
    const way = round?.way.path
        ? `, and a path passes no place of ${listed(round.measures)}: ${pathText(round.way.path)}`
        : '';
    return [
        ...(expired.length > 0
            ? [
                  `Evidence of ${listed(expired.map(id => `${id} (good until ${lastGood(lookup, id, date)})`))} ` +
                      'expires: renew it before.',
              ]
            : []),
        ...(changes.length > 0
            ? [`On that day ${listed(changes)}${way}. Have a countermeasure on every path by then.`]
            : []),
    ];
}

/** The threats that something mitigates and whose risk is tolerable today. The others have a finding, or never rise. */
function fitting(threats: readonly ThreatRisk[]): readonly ThreatRisk[] {
    return threats.filter(each => each.threat.mitigations.length > 0 && isTolerable(each, each.today) === true);
}

/** What to do about a risk that comes with what the threat is against, as a sentence. */
function untilThen(risk: ThreatRisk): string {
    const waiting = [...new Set(risk.mitigations.flatMap(each => (each.counts === 'planned' ? each.waitingFor : [])))];
    return waiting.length > 0 && isTolerable(risk, risk.later) === true
        ? `Put ${listed(waiting)}, still planned, into service by then.`
        : 'Have a countermeasure that lowers it in service by then, or have the risk accepted.';
}

/** The threats against what is planned, whose risk is not tolerable as soon as it is there. */
function* comingAbove({ assessment, whole, today }: Context, matrix: RiskMatrix): Generator<void, readonly Answer[]> {
    const answers: Answer[] = [];
    for (const { date, risk } of risksToCome(assessment, whole, lastDayOfNotice(today))) {
        yield;
        const { threat, residual, tolerable } = risk;
        if (!residual || tolerable === null || residual.risk <= tolerable) continue;
        const targets = threat.against.map(({ id }) => id);
        const isAbove = isTolerable(risk, risk.today) === false;
        answers.push({
            at: nameOf(threat.origin),
            subject: threat.id,
            message:
                `On ${date} ${listed(targets)} ${targets.length === 1 ? 'is' : 'are'} there, and the residual risk ` +
                `of "${threat.title ?? threat.name}" is ${isAbove ? '' : 'at most '}${residual.label} then: ` +
                `${isAbove ? 'it is' : 'it cannot be told whether it is'} above the tolerable ` +
                `${riskLabel(matrix, tolerable)}. ${untilThen(risk)}`,
        });
    }
    return answers;
}

const rule: Rule = {
    id: 'risk-will-rise',
    severity: 'warning',
    basis: ['ZCR 5.11', 'ZCR 5.12'],
    summary: 'A residual risk rises above the tolerable one within 90 days.',
    why:
        'A countermeasure counts as long as something shows that it works, and on the paths on which it is. When its ' +
        'evidence expires, or a path comes or a device goes, the risk is that without it. What is planned has its ' +
        'risk from its first day. Renewing evidence or ' +
        'putting something else into service takes weeks, so it has to begin before that day.',
    falsePositives: 'The renewal, or the replacement, is under way and falls into that time.',
    *check(context, report) {
        const { assessment, whole, today } = context;
        const { matrix, threats } = assessment.risk;
        if (!matrix) return;
        for (const answer of yield* comingAbove(context, matrix)) report(answer);
        const days = daysOfRisk(assessment, whole, lastDayOfNotice(today));
        if (days.length === 0) return;
        const tolerable = new Map(fitting(threats).map(each => [each.threat.id, each]));
        if (tolerable.size === 0) return;
        for (const { date, risks } of risksOn(assessment, whole, days)) {
            for (const [id, was] of tolerable) {
                yield;
                const then = risks.get(id);
                if (!then?.residual || then.tolerable === null || then.residual.risk <= then.tolerable) continue;
                tolerable.delete(id);
                const name = `"${was.threat.title ?? was.threat.name}"`;
                const limit = riskLabel(matrix, then.tolerable);
                report({
                    at: nameOf(was.threat.origin),
                    subject: id,
                    message: [
                        isTolerable(then, then.today) === false
                            ? `The residual risk of ${name} rises from ${was.residual!.label} to ` +
                              `${then.residual.label} on ${date}, above the tolerable ${limit}.`
                            : `From ${date} on it cannot be told whether the residual risk of ${name} is above the ` +
                              `tolerable ${limit}: it is ${then.residual.label}, and ${was.residual!.label} today.`,
                        ...causes(context, was, then, date),
                    ].join(' '),
                });
            }
            if (tolerable.size === 0) return;
        }
    },
    examples: [
        {
            title: 'Evidence expires',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  asset Plc1 : plc { applies Keylock }
}
countermeasure Keylock "Key switch in RUN" {
  status verified
  evidence "docs/round.md" dated 2025-07-01 valid 12 months
}
threat Reprogram "Someone on site changes the program" {
       ^^^^^^^^^
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
}
`,
        },
        {
            title: 'A path that passes no countermeasure is planned',
            before: `system Plant { tolerable-risk 6 }
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz asset Jump : jump-host { applies SecondFactor } }
zone Control { kind control asset Plc1 : plc }
conduit OfficeDmz between Office and Dmz { flow Office.Pc -> Dmz.Jump : rdp }
conduit DmzControl between Dmz and Control { flow Dmz.Jump -> Control.Plc1 : s7comm }
conduit Direct between Office and Control {
  flow Office.Pc -> Control.Plc1 : https { planned for 2026-08-01 }
}
countermeasure SecondFactor { status verified }
threat Remote "Someone in the office changes the program" {
       ^^^^^^
  from Office
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by SecondFactor to likelihood 1
}
`,
        },
        {
            title: 'What the threat is against is planned',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  asset Plc1 : plc { planned for 2026-08-01 }
}
countermeasure Keylock "Key switch in RUN" { status planned }
threat Reprogram "Someone on site changes the program" {
       ^^^^^^^^^
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
}
`,
        },
        {
            title: 'There is time',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  asset Plc1 : plc { applies Keylock }
}
countermeasure Keylock "Key switch in RUN" {
  status verified
  evidence "docs/round.md" dated 2026-05-01 valid 12 months
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
}
`,
        },
    ],
};

export default rule;
