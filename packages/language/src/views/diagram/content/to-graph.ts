import { arrangedIn } from './arranged.ts';
import { asFound } from './as-found.ts';
import { badgesOf } from './badges.ts';
import type { DiagramContext, DiagramOptions } from './options.ts';
import type { DiagramGraph } from './graph.ts';
import { reachingNote, reachingOf } from './reaching.ts';
import { select } from './select.ts';
import { withOtherDays } from './phase.ts';
import { stepsOf, traceOf, whatIfNotes } from './trace.ts';
import { whatIf } from './what-if.ts';
import { conduitNodes } from './to-conduits.ts';
import { placesNotUnderstood } from '../../../rules/engine/problem-rules.ts';
import { mostAssets, mostCards, mostZonesWithAssets } from './limits.ts';
import { cutNotes, incompleteNote, loopNotes, sharedNote, shortNotes } from './notes.ts';
import { zoneNode, type Making } from './to-zones.ts';

/**
 * Says what a picture of a model shows: which zones, assets and conduits, with their levels, findings and emphasis.
 * Pure, never throws, linear in the size of the model.
 */
export function toGraph(today: DiagramContext, options: DiagramOptions = {}): DiagramGraph {
    const { context, phases } = withOtherDays(today);
    const { model, lookup } = context;
    const asked = options.view ?? null;
    // What a view says of a thing that is not there on the day is in the whole model.
    const view = asked && (model.views.find(each => each.id === asked.id) ?? asked);
    const folded = options.folded ?? [];
    const traces = traceOf(asked, context.assessment, options.path);
    const reaching = options.reach ? reachingOf(context.assessment, options.reach) : null;
    const supposed = whatIf(context.assessment, {
        cut: [...new Set([...(asked?.cut ?? []).map(each => each.id), ...(options.cut ?? [])])],
        assumed: [...new Set([...(asked?.assume ?? []).map(each => each.id), ...(options.assumed ?? [])])],
    });
    const trace = [
        ...traces.flatMap(each => each.ids),
        ...(supposed?.ids ?? []),
        ...(reaching?.ids ?? []),
        ...(options.trace ?? []),
    ];
    const selection = select(lookup, view, folded, trace, options.only ?? null, options.inside ?? null);
    const shown = model.zones.filter(zone => selection.zone(zone.id));
    const assetCount = shown.reduce(
        (sum, zone) => sum + (selection.bare(zone.id) ? 0 : lookup.assetsIn(zone.id).length),
        0,
    );
    const wanted = options.detail ?? view?.detail ?? null;
    const detail = wanted ?? (shown.length > mostZonesWithAssets ? 'zones' : 'assets');
    const together = assetCount > (options.assetLimit ?? mostAssets);
    const colour = options.colour ?? view?.colour ?? 'target';
    const requirement = options.requirement ?? null;
    const found = options.asFound ? asFound(today.lookup) : null;
    const making: Making = {
        asFound: found,
        context,
        phases,
        whatIf: supposed,
        reaching,
        selection,
        together,
        badges: badgesOf(context.findings),
        choice: { colour, requirement },
        folded: new Set(folded),
        withAssets: detail === 'assets',
        carriers: new Set(model.conduits.flatMap(conduit => conduit.over.map(zone => zone.id))),
        steps: stepsOf(traces),
        sign: options.conduits ?? 'cards',
        sheetOf: options.sheetOf ?? (() => null),
    };
    const zones = lookup
        .zonesIn()
        .filter(zone => selection.zone(zone.id))
        .map(zone => zoneNode(zone, making));
    const conduits = conduitNodes(making);

    const order = arrangedIn(view, zones);
    const notUnderstood = placesNotUnderstood(context.findings);
    const notes = [
        ...incompleteNote(notUnderstood),
        ...traces.map(trace => trace.note).filter(note => note !== null),
        ...order.notes,
        ...(supposed ? whatIfNotes(supposed) : []),
        ...(reaching ? [reachingNote(reaching)] : []),
        ...(found?.notes ?? []),
        ...(options.only ? [] : [...cutNotes(view, conduits, making), ...loopNotes(making)]),
        ...(making.sign === 'cards' && conduits.length <= mostCards ? sharedNote(conduits) : []),
        ...shortNotes({
            zones,
            conduits,
            shown: shown.length,
            assetCount,
            together,
            leftOut: wanted === null && detail === 'zones',
        }),
    ];

    return {
        system: model.system
            ? { id: model.system.id, title: model.system.title ?? model.system.name, owner: model.system.owner }
            : null,
        view: view ? { id: view.id, title: view.title ?? view.name, description: view.description } : null,
        notUnderstood,
        date: options.date ?? null,
        revision: options.revision ?? null,
        colour: requirement === null ? colour : 'requirement',
        conduitSign: making.sign,
        requirement,
        detail,
        direction: options.direction ?? view?.direction ?? 'down',
        asFound: found !== null,
        arranged: order.arranged,
        whatIf: supposed,
        reaching,
        path: options.path ? (traces[0]?.path ?? null) : null,
        zones,
        conduits,
        notes,
    };
}
