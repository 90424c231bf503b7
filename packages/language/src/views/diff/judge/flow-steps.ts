import type { Flow } from '../../../model/index.ts';
import type { Direction, ReasonKind } from '../model-diff.ts';
import { aboutFlow, counted, type Reasons } from './reason.ts';

/** Flows that took the same step, said once. */
export class FlowSteps {
    private readonly groups = new Map<
        string,
        {
            readonly direction: Direction;
            readonly kind: ReasonKind;
            readonly say: Saying;
            readonly flows: Flow[];
            readonly about: string[];
        }
    >();

    note(direction: Direction, kind: ReasonKind, flow: Flow, say: Saying, more: readonly string[] = []): void {
        const key = `${direction} ${kind} ${say('', false)}`;
        const group = this.groups.get(key) ?? { direction, kind, say, flows: [], about: [] };
        this.groups.set(key, group);
        group.flows.push(flow);
        group.about.push(aboutFlow(flow), ...more);
    }

    report(reasons: Reasons): void {
        for (const { direction, kind, say, flows, about } of this.groups.values()) {
            const who =
                flows.length === 1 ? flows[0]!.id : `${flows[0]!.id} and ${counted(flows.length - 1, 'more flow')}`;
            reasons.say(direction, kind, say(who, flows.length > 1), about);
        }
    }
}

/** A sentence about one flow, or about several. */
type Saying = (who: string, several: boolean) => string;
