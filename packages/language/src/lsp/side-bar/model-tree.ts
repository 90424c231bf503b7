import { isTolerable } from '../../assessment/index.ts';
import type { Asset, Conduit, Zone } from '../../model/index.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import { gapText, invariantState, targetText } from '../describe.ts';
import { FindingRows } from './finding-rows.ts';
import { PlannedRows } from './planned-rows.ts';
import { RequirementRows } from './requirement-rows.ts';
import { rowOf, type PlaceOf, type TreeRow } from './row.ts';

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
    private readonly findings: FindingRows;
    private readonly matrix: RequirementRows;
    private readonly planned: PlannedRows;
    private readonly placeOf: PlaceOf;

    constructor(analysis: LiveAnalysis, placeOf: PlaceOf) {
        this.analysis = analysis;
        this.findings = new FindingRows(analysis, placeOf);
        this.matrix = new RequirementRows(analysis, placeOf);
        this.planned = new PlannedRows(analysis, placeOf);
        this.placeOf = placeOf;
    }

    sections(): readonly TreeRow[] {
        const { model } = this.analysis;
        const section = (key: string, label: string, count: number): readonly TreeRow[] =>
            count === 0 ? [] : [{ key, label, description: String(count), is: 'section', hasChildren: true }];
        const open = this.findings.open();
        return [
            ...section('zones', 'Zones', model.zones.length),
            ...section('conduits', 'Conduits', model.conduits.length),
            ...section('comes', 'Planned', this.planned.first().length),
            ...section('requirements', 'Requirements', this.matrix.subjects().length),
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
            case 'comes':
                return this.planned.first();
            case 'planned':
                return this.planned.within(id);
            case 'requirements':
                return this.matrix.subjects().map(subject => this.matrix.subject(subject));
            case 'subject':
                return this.matrix.levels(id);
            case 'fr':
                return this.matrix.requirements(id);
            case 'owners':
                return this.findings.owners();
            case 'owner':
                return this.findings.found(kind, finding => this.findings.ownerOf(finding) === id);
            case 'rules':
                return this.findings.rules();
            case 'rule':
                return this.findings.found(kind, ({ rule }) => rule === id);
            case 'threats':
                return this.threats();
            case 'invariants':
                return this.invariants();
            case 'views':
                return model.views.map(view => rowOf(this.placeOf, 'view', view, view.title ?? '', false));
            default:
                return [];
        }
    }

    private zone(zone: Zone): TreeRow {
        const { lookup, assessment } = this.analysis;
        const target = targetText(assessment, zone.id);
        const inner = lookup.zonesIn(zone.id).length + lookup.assetsIn(zone.id).length;
        // A narrow side bar cuts the end: what is missing comes before what everybody knows.
        const row = rowOf(
            this.placeOf,
            'zone',
            zone,
            [target, lookup.kindOf(zone.id)].filter(Boolean).join(' · '),
            inner > 0,
        );
        return { ...row, label: zone.title ?? zone.name };
    }

    private asset(asset: Asset): TreeRow {
        return {
            ...rowOf(this.placeOf, 'asset', asset, asset.type?.id ?? '', false),
            label: asset.title ?? asset.name,
        };
    }

    private conduit(conduit: Conduit): TreeRow {
        const { lookup, assessment } = this.analysis;
        const assessed = assessment.of(conduit.id);
        const ends = conduit.between.map(({ id }) => id).join(' – ');
        const gap = assessed ? gapText(assessed) : '';
        const inner = lookup.flowsIn(conduit.id).length + lookup.assetsIn(conduit.id).length;
        const row = rowOf(this.placeOf, 'conduit', conduit, [gap, ends].filter(Boolean).join(' · '), inner > 0);
        return { ...row, label: conduit.title ?? conduit.name };
    }

    private flows(container: string): readonly TreeRow[] {
        return this.analysis.lookup.flowsIn(container).map(flow => ({
            ...rowOf(this.placeOf, 'flow', flow, flow.protocols.map(({ id }) => id).join(', '), false),
            label: `${flow.from.id} ${flow.arrow} ${flow.to.id}`,
        }));
    }

    private threats(): readonly TreeRow[] {
        return this.analysis.assessment.risk.threats.map(each => {
            const { threat, residual, planned, tolerable } = each;
            const fits = isTolerable(each, each.today);
            const risk = residual === null ? 'not assessed' : `residual risk ${residual.label}`;
            const later = planned && residual && planned.risk !== residual.risk ? `planned ${planned.label}` : '';
            const row = rowOf(
                this.placeOf,
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
            const row = rowOf(this.placeOf, 'invariant', invariant, text, false);
            return { ...row, label: invariant.title ?? invariant.id, is };
        });
    }
}
