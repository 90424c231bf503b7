import type { RiskAssessment } from '../../assessment/index.ts';
import { counted, plural } from '../../model/index.ts';
import { placesNotUnderstood as placesIn } from '../../rules/index.ts';
import type { NotAssessed, RequirementRow, SubjectPart } from './data.ts';
import type { ReportInput } from './input.ts';

/** How many places of the text were not understood. */
export function placesNotUnderstood({ findings }: Pick<ReportInput, 'findings'>): number {
    return placesIn(findings);
}

/** How much of the text is not there on the day, and so is neither counted nor assessed; `null` for nothing. */
function absentText({ model, whole, today }: ReportInput): string | null {
    const less = (['zones', 'conduits', 'assets', 'flows'] as const).flatMap(what => {
        const count = whole[what].length - model[what].length;
        return count > 0 ? [counted(count, what.slice(0, -1))] : [];
    });
    return less.length === 0
        ? null
        : `Planned or retired, so not there on ${today} and not counted: ${less.join(', ')}. ` +
              'The further facts list what is said of them.';
}

/** What nobody said, so that the report claims nothing about it. */
export function notAssessed(
    input: ReportInput,
    risk: RiskAssessment,
    subjects: readonly SubjectPart[],
    rows: readonly RequirementRow[],
): readonly NotAssessed[] {
    const { model } = input;
    const open = Map.groupBy(
        rows.filter(row => row.required && row.state === 'not-assessed'),
        row => row.subject,
    );
    const all: NotAssessed[] = [];
    const places = placesNotUnderstood(input);
    if (places > 0)
        all.push({
            subject: null,
            what:
                `${counted(places, 'place')} of the text ${plural(places, 'was', 'were')} not understood: ` +
                'what is written there is missing in this document, and nothing ' +
                'is proved without it. Run iacs check.',
        });
    const off = [...(input.settings?.rules ?? [])].filter(([, severity]) => severity === 'off').length;
    if (off > 0)
        all.push({ subject: null, what: `${counted(off, 'rule')} ${plural(off, 'is', 'are')} off in the settings.` });
    const away = absentText(input);
    if (away !== null) all.push({ subject: null, what: away });
    if (risk.matrix === null) all.push({ subject: null, what: 'Risk: the risk matrix cannot be used.' });
    if (model.threats.length === 0) all.push({ subject: null, what: 'Risk: no threat is described.' });
    else if (risk.matrix?.tolerable === null)
        all.push({ subject: null, what: 'Whether risks are tolerable: no tolerable risk is stated.' });
    if (model.invariants.length === 0) all.push({ subject: null, what: 'Reachability: no invariant is declared.' });
    for (const each of risk.threats)
        if (!each.unmitigated) all.push({ subject: each.threat.id, what: `Its risk. ${each.missing.join(' ')}` });
    for (const subject of subjects) {
        const untargeted = subject.levels.slT.every(level => level === null);
        if (untargeted && (subject.zoneKind === 'enterprise' || subject.zoneKind === 'external')) {
            all.push({
                subject: subject.id,
                what: `Outside the system (zone kind ${subject.zoneKind}, no SL-T): not assessed.`,
            });
            continue;
        }
        if (untargeted)
            all.push({ subject: subject.id, what: 'No SL-T, so no requirement is asked for and no gap is known.' });
        const missing = open.get(subject.id)?.length ?? 0;
        if (missing > 0) {
            all.push({
                subject: subject.id,
                what:
                    missing === 1
                        ? '1 requirement that SL-T asks for is not assessed.'
                        : `${missing} requirements that SL-T asks for are not assessed.`,
            });
        }
        const silent = subject.characteristics
            .filter(each => each.source === 'missing')
            .map(each => `${each.item} ${each.name}`);
        if (silent.length > 0)
            all.push({ subject: subject.id, what: `Not documented (ZCR 6.4): ${silent.join('; ')}.` });
    }
    return all;
}
