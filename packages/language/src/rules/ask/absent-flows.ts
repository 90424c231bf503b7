import type { Conversation, FirewallRule, Flow } from '../../model/index.ts';
import { absenceOf } from '../say/absence.ts';
import { flowName } from '../say/wording.ts';
import type { Context } from '../engine/rule.ts';
import { foundIn } from './found.ts';

/** A flow of the text that is not there today: it, an end of it, or what one of these is in, is planned or gone. */
export interface AbsentFlow {
    readonly flow: Flow;
    /** `Office.Erp -> Plant.Mes, which is planned for 2027-01-01`. */
    readonly said: string;
    /** ` until then` where it is planned: what is done about it is done for a time. */
    readonly meanwhile: string;
}

/** The absent flows that explain what no flow of the day declares. */
export interface AbsentFlows {
    needing(rule: FirewallRule): AbsentFlow | undefined;
    seenAs(conversation: Conversation): AbsentFlow | undefined;
}

/** Reads rules and traffic against all flows of the text: for what no flow of today declares. */
export function absentFlows({ lookup, model, whole, ages, today }: Context): AbsentFlows {
    const said = lookup.said();
    const there = new Set(model.flows.map(({ id }) => id));
    const isAway = ({ id }: Flow): boolean => !there.has(id);
    const rules = new Map<string, Flow>();
    const conversations = new Map<string, Flow>();
    const placeOf = ({ origin: { file, whole: at } }: Conversation | FirewallRule): string => `${file} ${at.start}`;
    if (whole.flows.some(isAway)) {
        const found = foundIn(said, ages);
        for (const { rule, flows } of found.rules) {
            const flow = flows.find(isAway);
            if (flow) rules.set(placeOf(rule), flow);
        }
        for (const { flow, observed } of found.flows)
            if (isAway(flow))
                for (const { conversation } of observed.conversations) conversations.set(placeOf(conversation), flow);
    }
    const answer = (flow: Flow | undefined): AbsentFlow | undefined => {
        if (!flow) return undefined;
        const { text, isToCome } = absenceOf(said, flow, [flow.from.id, flow.to.id, flow.container], today);
        return { flow, said: `${flowName(flow)}, ${text}`, meanwhile: isToCome ? ' until then' : '' };
    };
    return {
        needing: rule => answer(rules.get(placeOf(rule))),
        seenAs: conversation => answer(conversations.get(placeOf(conversation))),
    };
}
