import { isTolerable, riskLabel, type RiskMatrix, type ThreatRisk } from '../../../assessment/index.ts';
import type { Mitigation, Naming, Threat } from '../../../model/index.ts';
import { withAnd } from '../../../model/index.ts';
import { threatChanges } from '../consequences.ts';
import { namesFrom } from '../pairing.ts';
import { mitigationsByHand } from './by-hand.ts';
import { hasLeft } from './presence.ts';
import { claimedOnly, pairsOf, some, type Compared, type Reasons } from './reason.ts';

/** True where a matrix of the same size gives no cell a higher number and one a lower one. */
function lower(was: RiskMatrix, is: RiskMatrix): boolean {
    const steps = was.cells.flatMap((row, index) =>
        row.map((cell, column) => (is.cells[index]?.[column] ?? Number.NaN) - cell),
    );
    return was.cells.length === is.cells.length && steps.every(step => step <= 0) && steps.some(step => step < 0);
}

const above = (risk: ThreatRisk): boolean => isTolerable(risk, risk.today) === false;

/** True where a residual risk lies between two on a side, so that it may be higher or lower than on the other one. */
function overlap(was: ThreatRisk, now: ThreatRisk): boolean {
    if (!was.today.undecided && !now.today.undecided) return false;
    const least = ({ today, residual }: ThreatRisk): number => today.rating?.risk ?? residual!.risk;
    return least(was) <= now.residual!.risk && least(now) <= was.residual!.risk;
}

/** The threats that are above the tolerable risk by the yardstick of BASE, and not by that of HEAD. */
export function excused(asked: readonly ThreatRisk[], own: readonly ThreatRisk[]): readonly string[] {
    const kept = new Set(own.filter(above).map(({ threat }) => threat.id));
    return asked
        .filter(above)
        .map(({ threat }) => threat.id)
        .filter(id => !kept.has(id));
}

/** What the yardstick is, before and after. */
export interface Yardsticks {
    readonly was: RiskMatrix | null;
    readonly is: RiskMatrix | null;
    /** The residual risks of HEAD by each of the two. */
    readonly byOld: readonly ThreatRisk[];
    readonly byNew: readonly ThreatRisk[];
}

/** What it means that risks are measured otherwise: worse where less is asked by it, else to be known. */
export function judgeYardstick(
    { was, is, byOld, byNew }: Yardsticks,
    about: readonly string[],
    reasons: Reasons,
): void {
    const sameCells = JSON.stringify([was?.cells, was?.bands]) === JSON.stringify([is?.cells, is?.bands]);
    const fewer = excused(byOld, byNew);
    const effect = fewer.length > 0 ? `: by the one before, ${some(fewer)} would be too high` : '';
    if (!sameCells) {
        const less = fewer.length > 0 || is === null || (was !== null && lower(was, is));
        return reasons.say(
            less ? 'worse' : 'neutral',
            'matrix-changed',
            `risks are measured with another matrix${effect}`,
            about,
        );
    }
    const [old, now] = [was?.tolerable ?? null, is?.tolerable ?? null];
    if (old === now || !was || !is) return;
    if (old === null)
        return reasons.neutral(
            'tolerance-lowered',
            `a risk of ${riskLabel(is, now!)} is tolerable, where nothing was stated`,
            about,
        );
    if (now === null)
        return reasons.worse(
            'tolerance-raised',
            `no tolerable risk is stated any more, where it was ${riskLabel(was, old)}${effect}`,
            about,
        );
    const text = `a risk of ${riskLabel(is, now)} is tolerable, where it was ${riskLabel(was, old)}`;
    if (now > old) reasons.worse('tolerance-raised', `${text}${effect}`, about);
    else reasons.neutral('tolerance-lowered', `${text}: more is asked for`, about);
}

const rated = (value: number | null): string => (value === null ? 'not stated' : String(value));

/** @param byHand mitigations that are only written newly */
function ratingsOf(
    old: Threat,
    now: Threat,
    { element, countermeasure }: Naming,
    byHand: readonly Mitigation[],
): readonly string[] {
    const found: string[] = [];
    if (old.likelihood !== now.likelihood) found.push(`likelihood ${rated(old.likelihood)} → ${rated(now.likelihood)}`);
    if (old.consequence !== now.consequence)
        found.push(`consequence ${rated(old.consequence)} → ${rated(now.consequence)}`);
    if (old.category !== now.category)
        found.push(`category ${old.category ?? 'not stated'} → ${now.category ?? 'not stated'}`);
    const ends = (mentions: Threat['from'], name: (id: string) => string): string =>
        mentions.map(({ id }) => name(id)).join(', ') || 'not stated';
    const [was, is] = [ends(old.from, element), ends(now.from, id => id)];
    if (was !== is) found.push(`from ${was} → ${is}`);
    const key = (by: Threat['mitigations'][number]['by'], name: (id: string) => string): string =>
        by
            .map(each => name(each.id))
            .sort()
            .join(', ');
    const effects = new Map(old.mitigations.map(each => [key(each.by, countermeasure), each]));
    for (const each of now.mitigations) {
        const was = effects.get(key(each.by, id => id));
        if (!was) continue;
        if (was.toLikelihood !== each.toLikelihood)
            found.push(
                `with ${key(each.by, id => id)} to likelihood ${rated(was.toLikelihood)} → ${rated(each.toLikelihood)}`,
            );
        if (was.toConsequence !== each.toConsequence)
            found.push(
                `with ${key(each.by, id => id)} to consequence ${rated(was.toConsequence)} → ` +
                    `${rated(each.toConsequence)}`,
            );
    }
    for (const { by } of byHand) found.push(`mitigated by ${withAnd(by.map(({ id }) => id))} as well`);
    return found;
}

/** Assets against which a threat was assessed, and none is any more: what it is against was written otherwise. */
function judgeTargets(compared: Compared, reasons: Reasons): void {
    const { before, after, pairing } = compared;
    const aimed = ({ model, assessment: { reach } }: Compared['after'], { against }: Threat): readonly string[] =>
        model.threats.length === 0 ? [] : against.flatMap(({ id }) => reach.membersOf(id));
    const left = (id: string, { against }: Threat): boolean =>
        against.every(end => end.id !== id) && against.some(end => hasLeft(compared, end.id, id));
    const still = new Set(after.model.threats.flatMap(threat => aimed(after, threat)));
    for (const [old, now] of pairsOf(before.model.threats, after.model.threats, pairing.threats)) {
        const lost = aimed(before, old).flatMap(id => {
            const is = pairing.elements.get(id);
            return is === undefined || still.has(is) || !after.lookup.element(is) || left(id, old) ? [] : [is];
        });
        if (lost.length > 0)
            reasons.worse('threat-removed', `no threat is assessed against ${some(lost)} any more: ${now.id} was`, [
                `threat ${now.id}`,
            ]);
    }
}

function judgeThreats(compared: Compared, reasons: Reasons): void {
    const { before, after, asked, pairing } = compared;
    const names = namesFrom(pairing);
    const byHand = mitigationsByHand(before, after, pairing);
    const kept = new Set(pairing.threats.values());
    for (const { id } of before.model.threats)
        if (!pairing.threats.has(id))
            reasons.worse('threat-removed', `threat ${id} is no longer assessed`, [`threat ${id}`]);
    for (const each of after.assessment.risk.threats) {
        if (kept.has(each.threat.id)) continue;
        reasons.neutral(
            'threat-added',
            `threat ${each.threat.id} is assessed ` +
                `now${above(each) ? ': its residual risk is above the tolerable one' : ''}`,
            [`threat ${each.threat.id}`],
        );
    }
    for (const [old, now] of pairsOf(before.model.threats, after.model.threats, pairing.threats)) {
        const ratings = ratingsOf(old, now, names, byHand(now, old));
        if (ratings.length > 0)
            reasons.neutral('risk-rated', `${now.id} is rated otherwise by hand: ${ratings.join(', ')}`, [
                `threat ${now.id}`,
            ]);
    }
    judgeTargets(compared, reasons);
    const crossed = threatChanges(before, asked, pairing);
    const unshown = new Set<string>();
    const old = new Map(before.assessment.risk.threats.map(each => [pairing.threats.get(each.threat.id), each]));
    for (const now of asked.assessment.risk.threats) {
        const was = old.get(now.threat.id);
        if (!was?.residual || !now.residual || was.residual.label === now.residual.label) continue;
        if (overlap(was, now)) {
            unshown.add(now.threat.id);
            reasons.neutral(
                'risk-unshown',
                `it cannot be told whether the residual risk of ${now.threat.id} has changed, since not every path ` +
                    `was tried (${was.residual.label} → ${now.residual.label})`,
                aboutThreat(asked.model.threats, now.threat.id),
            );
            continue;
        }
        const [had, has] = [was.path.exists !== false, now.path.exists !== false];
        if (had === has) continue;
        unshown.add(now.threat.id);
        // Where no path is known, it is not known what is on it: neither number says anything of the other.
        reasons.neutral(
            'risk-unshown',
            `the path of ${now.threat.id} is ${has ? 'in the model now' : 'not in the model any more'}: what lowers ` +
                `its risk is ${has ? 'known' : 'not known'} (${was.residual.label} → ${now.residual.label})`,
            aboutThreat(asked.model.threats, now.threat.id),
        );
    }
    const shown = new Map(compared.shown?.side.assessment.risk.threats.map(each => [each.threat.id, each.residual]));
    /** True where a risk is as low without what is newly claimed and not shown. */
    const isShown = ({ threat, residual }: ThreatRisk): boolean =>
        compared.shown === null || (shown.get(threat.id)?.risk ?? Infinity) <= residual!.risk;
    const unproved = new Set(
        asked.assessment.risk.threats.filter(each => each.residual && !isShown(each)).map(({ threat }) => threat.id),
    );
    const lowered = (kind: 'risk-tolerable' | 'risk-lowered', id: string, text: string): void => {
        const about = aboutThreat(asked.model.threats, id);
        if (unproved.has(id)) reasons.neutral(kind, `${text} ${claimedOnly}`, about);
        else reasons.better(kind, text, about);
    };
    for (const { id, crossed: side } of crossed) {
        if (unshown.has(id)) continue;
        if (side === 'above')
            reasons.worse(
                'risk-crossed',
                `the residual risk of ${id} is above the tolerable one`,
                aboutThreat(asked.model.threats, id),
            );
        else lowered('risk-tolerable', id, `the residual risk of ${id} is tolerable now`);
    }
    const reported = new Set([...unshown, ...crossed.map(({ id }) => id)]);
    for (const now of asked.assessment.risk.threats) {
        const [was, is] = [old.get(now.threat.id)?.residual ?? null, now.residual];
        if (was === null || is === null || was.risk === is.risk || reported.has(now.threat.id)) continue;
        const text = `the residual risk of ${now.threat.id} is ${is.label}, where it was ${was.label}`;
        if (is.risk > was.risk) reasons.worse('risk-raised', text, aboutThreat(asked.model.threats, now.threat.id));
        else lowered('risk-lowered', now.threat.id, text);
    }
}

function aboutThreat(threats: readonly Threat[], id: string): readonly string[] {
    const threat = threats.find(each => each.id === id);
    return [
        `threat ${id}`,
        ...(threat?.mitigations.flatMap(({ by }) => by.map(each => `countermeasure ${each.id}`)) ?? []),
    ];
}

/**
 * The yardstick for risks, what people type into the risk assessment, and what comes of it with the numbers of BASE.
 */
export function judgeRisks(compared: Compared, reasons: Reasons): void {
    const { before, after, asked, same } = compared;
    if (same.risks) return;
    const about = [`system ${after.model.system?.id ?? ''}`];
    judgeYardstick(
        {
            was: before.assessment.risk.matrix,
            is: after.assessment.risk.matrix,
            byOld: asked.assessment.risk.threats,
            byNew: after.assessment.risk.threats,
        },
        about,
        reasons,
    );
    judgeThreats(compared, reasons);
}
