/** Rules that may block: whether they do cannot be told. */
import type { FirewallRule, Flow, Lookup, Ruleset } from '../model/index.ts';
import type { JudgedRule } from './device-rules.ts';
import { judgedRules } from './device-rules.ts';
import { Places } from './places.ts';
import type { FlowReading } from './types.ts';

/** A rule that blocks under a condition, and the declared flows of which it leaves open whether they pass. */
export interface BlockingDoubt {
    readonly ruleset: Ruleset;
    readonly rule: FirewallRule;
    readonly why: string;
    readonly flows: readonly Flow[];
}

/** The rules that may block declared flows, in the order of these. Those that may permit are readings of their own. */
export function blockingDoubts(
    lookup: Lookup,
    readings: readonly FlowReading[],
    rulesets: readonly Ruleset[] = lookup.model.rulesets,
): readonly BlockingDoubt[] {
    if (readings.every(each => each.configured !== 'not-assessable')) return [];
    const found = new Map<FirewallRule, BlockingDoubt & { readonly flows: Flow[] }>();
    const places = new Places(lookup);
    const judged = new Map<string, readonly JudgedRule[]>();
    for (const { flow, devices, configured } of readings) {
        if (configured !== 'not-assessable') continue;
        for (const { device, configured: answer, rules } of devices) {
            if (answer !== 'not-assessable') continue;
            for (const rule of rules.filter(each => !each.permits)) {
                const known = found.get(rule);
                if (known) {
                    if (known.flows.at(-1) !== flow) known.flows.push(flow);
                    continue;
                }
                const ruleset = rulesets.find(each => each.rules.includes(rule));
                if (!ruleset) continue;
                const key = `${device.id} ${ruleset.id}`;
                const asked = judged.get(key) ?? judgedRules(ruleset, device, places);
                judged.set(key, asked);
                const why = asked.find(each => each.rule === rule && each.when !== null)?.when;
                if (why) found.set(rule, { ruleset, rule, why, flows: [flow] });
            }
        }
    }
    return [...found.values()];
}
