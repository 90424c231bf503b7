import { judgeFunctions, outerZones, sever, supportOf } from '../../assessment/index.ts';
import type { EssentialFunction, Lookup } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { notInside } from '../say/lost-functions.ts';

/** The assets of an essential function that has none in the plant: nothing of it stops, but the plant is without it. */
function wholeOutside(lookup: Lookup, each: EssentialFunction, outer: readonly string[]): readonly string[] {
    if (!each.traits.includes('essential') || each.endures.length + each.worksWithout.length > 0) return [];
    const all = [...supportOf(lookup, each)];
    return all.every(id => outer.some(zone => lookup.within(lookup.zoneOf(id)?.id ?? '', zone))) ? all : [];
}

export default {
    id: 'function-depends-outside',
    severity: 'warning',
    basis: ['SR 5.2 RE 2', 'SR 7.4'],
    summary: 'A plant function stops without something in IT or outside the site.',
    why:
        'In an incident, connections to IT and outside the site are lost first, and are often cut on purpose. A ' +
        'function that depends on a directory, a licence or a cloud service there stops at that moment, although ' +
        'the plant is not affected. A function of the office, with all that it needs there, goes on without the ' +
        'plant, and is reported only if it `is essential`.',
    falsePositives:
        'The function may stop for that time, and this is documented. Write how long it `endures` the loss.',
    check({ lookup, model, assessment }, report) {
        if (model.functions.length === 0) return;
        const outer = outerZones(lookup);
        if (outer.length === 0) return;
        for (const { function: each, verdict, chain, because } of judgeFunctions(assessment, sever(lookup, outer))) {
            const isLost = verdict === 'lost';
            const outside = isLost ? chain.slice(-1) : wholeOutside(lookup, each, outer);
            if (outside.length > 0) report(notInside(lookup, each, isLost ? chain : null, because, outside));
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Control {
  kind control
  asset Scada : scada-server {
    needs Office.Directory
  }
}
function Loading {
         ^^^^^^^
  needs Control.Scada
}
`,
        },
        {
            title: 'An essential function of which nothing is in the plant',
            before: `system Plant
zone Office {
  kind enterprise
  asset Recipes : server
}
zone Control {
  kind control
  asset Scada : scada-server
}
function Dosing {
         ^^^^^^
  needs Office.Recipes
  is essential
}
`,
        },
        {
            title: 'An alternative inside the plant',
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Control {
  kind control
  asset Replica : domain-controller
  asset Scada : scada-server {
    needs Office.Directory or Replica
  }
}
function Loading {
  needs Control.Scada
}
`,
        },
    ],
} satisfies Rule;
