import type { FunctionVerdict } from '../../assessment/index.ts';
import { durationText, ownNames } from '../../model/index.ts';
import type { Dependency } from '../../model/index.ts';
import { dayAfter } from '../../model/index.ts';
import { forecastOf } from '../forecast/index.ts';
import type { ForecastRow, FunctionRow, IslandRow, LevelInTimeRow } from './data.ts';
import type { ReportInput } from './input.ts';
import { placesNotUnderstood } from './not-assessed.ts';
import { unlessMissing } from '../what-if/index.ts';

/** How far the forecast of a report goes. */
const horizon = { amount: 1, unit: 'years' } as const;

/** What the model says of days within a year, and the levels today, as planned, and if nothing is done. */
export function timePart({ model, whole, today, assessment }: ReportInput): {
    readonly forecast: readonly ForecastRow[];
    readonly levelsInTime: readonly LevelInTimeRow[];
} {
    const until = dayAfter(today, horizon);
    const found = forecastOf({ whole, from: today, until, matrix: assessment.yardstick.matrix });
    const [first, last] = [found.stretches[0]!, found.stretches.at(-1)!];
    const planned = model.countermeasures.some(({ status, due }) => status === 'planned' && due && due.date <= until);
    const forecast = found.events.map(({ date, last: end, kind, subject, what }) => ({
        date,
        last: end,
        kind,
        subject,
        what,
    }));
    if (forecast.length === 0 && !planned) return { forecast, levelsInTime: [] };
    const levelsInTime = found.subjects.flatMap(({ id }): readonly LevelInTimeRow[] => {
        const now = first.levels.of(id);
        const then = last.levels.of(id);
        const done = last.ifDone.of(id);
        const target = (now ?? then)?.slT ?? [];
        if (!target.some(level => (level ?? 0) > 0)) return [];
        return [
            {
                subject: id,
                slT: target,
                today: now ? [...now.slA] : null,
                planned: done ? [...done.slA] : null,
                forecast: then ? [...then.slA] : null,
            },
        ];
    });
    return { forecast, levelsInTime };
}

function name({ id, of }: Dependency): string {
    return ownNames[of](id);
}

/** What the plant must keep doing, and on what it rests. */
export function functionRows({ model }: ReportInput): readonly FunctionRow[] {
    return model.functions.map(each => ({
        id: each.id,
        title: each.title,
        essential: each.traits.includes('essential'),
        owner: each.owner,
        needs: [
            ...each.needs.map(name),
            ...each.needsOneOf.map(({ any, unread }) =>
                [...any.map(name), ...(unread ? ['something that cannot be read'] : [])].join(' or '),
            ),
        ],
        endures: each.endures.map(({ duration, without }) => `${durationText(duration)} without ${name(without)}`),
        worksWithout: each.worksWithout.map(({ without, because }) =>
            because === null ? name(without) : `${name(without)}: ${because}`,
        ),
        fallback: each.fallback,
    }));
}

function because({ chain, because: last, questions }: FunctionVerdict): readonly string[] {
    return [
        ...(chain.length > 0 ? [`${chain.join(' → ')} (${last})`] : last === '' ? [] : [last]),
        ...questions.map(({ asset, peer }) => `does ${asset} go on without ${peer}?`),
    ];
}

/** Whether the functions that islands keep go on; what nothing says is never "kept". */
export function islandRows(input: ReportInput): readonly IslandRow[] {
    const places = placesNotUnderstood(input);
    return input.assessment.islands.flatMap(({ island, keepings }) =>
        keepings.map(({ keeping, holds: found, verdict: judged }) => {
            const verdict = unlessMissing(judged, places);
            return {
                island: island.id,
                title: island.title,
                cut: island.cut.map(mention => mention.id),
                keeps: keeping.function.id,
                for: keeping.duration && durationText(keeping.duration),
                verdict: verdict.verdict,
                holds: verdict === judged ? found : null,
                until: verdict.until,
                because: because(verdict),
            };
        }),
    );
}
