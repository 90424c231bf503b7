import type { Range } from 'vscode-languageserver';
import { gapKindOf, isTolerable, isUnsaid } from '../assessment/index.ts';
import { frAbbreviations, foundationalRequirements } from '../catalogue/index.ts';
import type { Asset, Conduit, Origin, Zone } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Finding } from '../rules/index.ts';
import { contradictedAt, restingOnContradicted } from '../rules/index.ts';
import { gapText, invariantState, targetText } from './describe.ts';
import { speaksOf } from './requirement-mentions.ts';

/** One row of the side bar. Its children are asked for by its key when somebody opens it. */
export interface TreeRow {
    /** What to ask for its children by; unique in the tree. */
    readonly key: string;
    readonly label: string;
    readonly description: string;
    /** What it is, for an icon: `zone`, `asset`, `finding` … */
    readonly is: string;
    readonly hasChildren: boolean;
    /** The id of the element that it shows, where it shows one. */
    readonly element?: string;
    readonly place?: { readonly uri: string; readonly range: Range };
}

/** Turns a place of the model into one of the editor; `undefined` for a file that is not there. */
export type PlaceOf = (
    origin: Pick<Origin, 'file'> & { readonly start: number; readonly end: number },
) => TreeRow['place'];

/**
 * The rows below a row of the side bar.
 * @param key of the row above; `null` for the first rows
 */
export function treeRows(analysis: LiveAnalysis, key: string | null, placeOf: PlaceOf): readonly TreeRow[] {
    const tree = new Tree(analysis, placeOf);
    if (key === null) return tree.sections();
    const colon = key.indexOf(':');
    const [kind, id] = colon < 0 ? [key, ''] : [key.slice(0, colon), key.slice(colon + 1)];
    return tree.below(kind, id);
}

class Tree {
    private readonly analysis: LiveAnalysis;
    private readonly placeOf: PlaceOf;

    constructor(analysis: LiveAnalysis, placeOf: PlaceOf) {
        this.analysis = analysis;
        this.placeOf = placeOf;
    }

    sections(): readonly TreeRow[] {
        const { model } = this.analysis;
        const section = (key: string, label: string, count: number): readonly TreeRow[] =>
            count === 0 ? [] : [{ key, label, description: String(count), is: 'section', hasChildren: true }];
        const open = this.open();
        return [
            ...section('zones', 'Zones', model.zones.length),
            ...section('conduits', 'Conduits', model.conduits.length),
            ...section('requirements', 'Requirements', this.subjects().length),
            ...section('owners', 'Findings by owner', open.length),
            ...section('rules', 'Findings by rule', open.length),
            ...section('threats', 'Threats', model.threats.length),
            ...section('invariants', 'Invariants', model.invariants.length),
            ...section('views', 'Views', model.views.length),
        ];
    }

    below(kind: string, id: string): readonly TreeRow[] {
        const { model, lookup } = this.analysis;
        switch (kind) {
            case 'zones':
                return lookup.zonesIn().map(zone => this.zone(zone));
            case 'zone':
                return [
                    ...lookup.zonesIn(id).map(zone => this.zone(zone)),
                    ...lookup.assetsIn(id).map(asset => this.asset(asset)),
                ];
            case 'conduits':
                return model.conduits.map(conduit => this.conduit(conduit));
            case 'conduit':
                return [...lookup.assetsIn(id).map(asset => this.asset(asset)), ...this.flows(id)];
            case 'requirements':
                return this.subjects().map(subject => this.subject(subject));
            case 'subject':
                return this.levels(id);
            case 'fr':
                return this.requirements(id);
            case 'owners':
                return this.owners();
            case 'owner':
                return this.found(kind, finding => this.ownerOf(finding) === id);
            case 'rules':
                return this.rules();
            case 'rule':
                return this.found(kind, ({ rule }) => rule === id);
            case 'threats':
                return this.threats();
            case 'invariants':
                return this.invariants();
            case 'views':
                return model.views.map(view => this.row('view', view, view.title ?? '', false));
            default:
                return [];
        }
    }

    private row(
        is: string,
        element: { readonly id: string; readonly origin: Origin },
        description: string,
        hasChildren: boolean,
    ): TreeRow {
        const at = nameOf(element.origin);
        const place = this.placeOf(at);
        return {
            key: `${is}:${element.id}`,
            label: element.id,
            description,
            is,
            hasChildren,
            element: element.id,
            ...(place ? { place } : {}),
        };
    }

    private zone(zone: Zone): TreeRow {
        const { lookup, assessment } = this.analysis;
        const target = targetText(assessment, zone.id);
        const inner = lookup.zonesIn(zone.id).length + lookup.assetsIn(zone.id).length;
        // A narrow side bar cuts the end: what is missing comes before what everybody knows.
        const row = this.row('zone', zone, [target, lookup.kindOf(zone.id)].filter(Boolean).join(' · '), inner > 0);
        return { ...row, label: zone.title ?? zone.name };
    }

    private asset(asset: Asset): TreeRow {
        return { ...this.row('asset', asset, asset.type?.id ?? '', false), label: asset.title ?? asset.name };
    }

    private conduit(conduit: Conduit): TreeRow {
        const { lookup, assessment } = this.analysis;
        const assessed = assessment.of(conduit.id);
        const ends = conduit.between.map(({ id }) => id).join(' – ');
        const gap = assessed ? gapText(assessed) : '';
        const inner = lookup.flowsIn(conduit.id).length + lookup.assetsIn(conduit.id).length;
        const row = this.row('conduit', conduit, [gap, ends].filter(Boolean).join(' · '), inner > 0);
        return { ...row, label: conduit.title ?? conduit.name };
    }

    private flows(container: string): readonly TreeRow[] {
        return this.analysis.lookup.flowsIn(container).map(flow => ({
            ...this.row('flow', flow, flow.protocols.map(({ id }) => id).join(', '), false),
            label: `${flow.from.id} ${flow.arrow} ${flow.to.id}`,
        }));
    }

    /** The zones and conduits with a target: those of the matrix of requirements. */
    private subjects(): readonly (Zone | Conduit)[] {
        const { model, assessment } = this.analysis;
        return [...model.zones, ...model.conduits].filter(({ id }) =>
            assessment.of(id)?.slT.some(level => level !== null),
        );
    }

    private subject(subject: Zone | Conduit): TreeRow {
        const row = this.row('subject', subject, targetText(this.analysis.assessment, subject.id), true);
        return { ...row, is: subject.kind, label: subject.title ?? subject.name };
    }

    private levels(id: string): readonly TreeRow[] {
        const { assessment } = this.analysis;
        const assessed = assessment.of(id);
        if (!assessed) return [];
        const contradicted = restingOnContradicted(assessed, contradictedAt(assessment, assessed));
        return frAbbreviations.map((abbreviation, fr): TreeRow => {
            const target = assessed.slT[fr] ?? null;
            const kind = gapKindOf(assessed, fr);
            const claimed = kind === null && contradicted[fr]!.length > 0;
            const state = claimed
                ? ' · contradicted'
                : kind === null
                  ? ''
                  : kind === 'short'
                    ? ` · gap ${assessed.gap[fr]}`
                    : ' · not assessed';
            return {
                key: `fr:${fr} ${id}`,
                label: `${abbreviation} ${foundationalRequirements[fr]!.name}`,
                description: target === null ? 'no SL-T' : `SL-A ${assessed.slA[fr]} of SL-T ${target}${state}`,
                is:
                    target === null
                        ? 'unsaid'
                        : claimed
                          ? 'open'
                          : kind === null
                            ? 'met'
                            : kind === 'short'
                              ? 'short'
                              : 'open',
                hasChildren: target !== null && target > 0,
            };
        });
    }

    /** @param id the number of an FR and a zone or conduit, with a space between */
    private requirements(id: string): readonly TreeRow[] {
        const [fr, subject] = [Number(id[0]), id.slice(2)];
        const { assessment } = this.analysis;
        const assessed = assessment.of(subject);
        if (!assessed) return [];
        const contradicted = contradictedAt(assessment, assessed);
        const required = assessed.requirements.filter(each => each.fr === fr && each.required);
        return required.map(({ id: requirement, index, state, by, level }): TreeRow => {
            const place = this.statementOn(requirement, subject, by);
            return {
                key: `requirement:${requirement} ${subject}`,
                label: requirement,
                description: [
                    `SL ${level}`,
                    state.replace('-', ' '),
                    by.length > 0 && `by ${by.join(', ')}`,
                    contradicted.has(index) && 'contradicted',
                ]
                    .filter(Boolean)
                    .join(' · '),
                is:
                    contradicted.has(index) || isUnsaid(state)
                        ? 'open'
                        : state === 'missed' || state === 'planned'
                          ? 'short'
                          : 'met',
                hasChildren: false,
                element: subject,
                ...(place ? { place } : {}),
            };
        });
    }

    /** Where a requirement is stated of for a zone or conduit: in it, in a zone around it, or in a countermeasure. */
    private statementOn(requirement: string, subject: string, by: readonly string[]): TreeRow['place'] {
        const { lookup } = this.analysis;
        const conduit = lookup.conduit(subject);
        for (const { statements } of conduit ? [conduit] : lookup.chain(subject)) {
            const found = statements.find(each => each.requirements.some(mention => speaksOf(mention, requirement)));
            if (found) return this.placeOf(nameOf(found.origin));
        }
        const countermeasure = lookup.countermeasure(by[0] ?? '');
        return countermeasure && this.placeOf(nameOf(countermeasure.origin));
    }

    private open(): readonly Finding[] {
        return this.analysis.findings.filter(({ accepted }) => accepted === null);
    }

    /** Who is accountable for what a finding blames; empty where that is not said. */
    private ownerOf({ subject }: Finding): string {
        const { lookup, model } = this.analysis;
        if (subject === null) return model.system?.owner ?? '';
        const element = lookup.element(subject);
        const holder = element?.kind === 'asset' ? element.container : subject;
        return lookup.ownerOf(holder) ?? lookup.countermeasure(subject)?.owner ?? '';
    }

    private owners(): readonly TreeRow[] {
        const counts = new Map<string, number>();
        for (const finding of this.open()) {
            const owner = this.ownerOf(finding);
            counts.set(owner, (counts.get(owner) ?? 0) + 1);
        }
        return [...counts].map(([owner, count]) => ({
            key: `owner:${owner}`,
            label: owner === '' ? 'No owner stated' : owner,
            description: String(count),
            is: 'owner',
            hasChildren: true,
        }));
    }

    private rules(): readonly TreeRow[] {
        const groups = new Map<string, Finding[]>();
        for (const finding of this.open()) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
        return [...groups].map(([rule, findings]) => ({
            key: `rule:${rule}`,
            label: rule,
            description: `${findings[0]!.severity} · ${findings.length}`,
            is: findings[0]!.severity,
            hasChildren: true,
        }));
    }

    /** Rows of findings. A rule may find several things at one place: two broken clauses of an invariant. */
    private found(by: string, isOne: (finding: Finding) => boolean): readonly TreeRow[] {
        const times = new Map<string, number>();
        return this.open()
            .filter(isOne)
            .map(finding => {
                const key = `finding:${by} ${finding.rule} ${finding.at.file} ${finding.at.start}`;
                const before = times.get(key) ?? 0;
                times.set(key, before + 1);
                return this.finding(finding, by, before === 0 ? key : `${key} ${before}`);
            });
    }

    private finding(finding: Finding, by: string, key: string): TreeRow {
        const place = this.placeOf(finding.at);
        return {
            key,
            label: finding.message,
            description: by === 'owner' ? finding.rule : (finding.subject ?? ''),
            is: finding.severity,
            hasChildren: false,
            ...(place ? { place } : {}),
        };
    }

    private threats(): readonly TreeRow[] {
        return this.analysis.assessment.risk.threats.map(each => {
            const { threat, residual, planned, tolerable } = each;
            const fits = isTolerable(each, each.today);
            const risk = residual === null ? 'not assessed' : `residual risk ${residual.label}`;
            const later = planned && residual && planned.risk !== residual.risk ? `planned ${planned.label}` : '';
            const row = this.row(
                'threat',
                threat,
                [risk, fits === false && 'above tolerable', tolerable === null && 'no tolerable risk stated', later]
                    .filter(Boolean)
                    .join(' · '),
                false,
            );
            return {
                ...row,
                label: threat.title ?? threat.id,
                is: fits === null ? 'open' : fits ? 'met' : 'short',
            };
        });
    }

    private invariants(): readonly TreeRow[] {
        const understood = this.analysis.problems.length === 0;
        return this.analysis.assessment.invariants.map(({ invariant, clauses }) => {
            const { text, is } = invariantState(this.analysis.assessment, clauses, understood);
            const row = this.row('invariant', invariant, text, false);
            return { ...row, label: invariant.title ?? invariant.id, is };
        });
    }
}
