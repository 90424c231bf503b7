import type { Conversation, FirewallRule, Flow, Lookup } from '../../model/index.ts';
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

/** Lifetimes that decide whether a flow is there, with the words for what they are of. */
function* lifetimesOf(said: Lookup, flow: Flow) {
    yield { of: 'which', ...flow };
    for (const id of [flow.from.id, flow.to.id, flow.container ?? '']) {
        const element = said.element(id);
        const container = element?.kind === 'asset' ? element.container : id;
        for (const each of [element, said.element(container), ...said.chain(container)])
            if (each && 'retired' in each) yield { ...each, of: `and ${each.id}` };
    }
}

function absence(said: Lookup, flow: Flow, today: string): Pick<AbsentFlow, 'said' | 'meanwhile'> {
    const name = flowName(flow);
    for (const { of, planned, retired } of lifetimesOf(said, flow)) {
        if (retired && retired.date <= today)
            return { said: `${name}, ${of} is retired on ${retired.date}`, meanwhile: '' };
        if (planned && planned.date > today)
            return { said: `${name}, ${of} is planned for ${planned.date}`, meanwhile: ' until then' };
    }
    return { said: `${name}, which is not there on ${today}`, meanwhile: '' };
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
    const answer = (flow: Flow | undefined): AbsentFlow | undefined => flow && { flow, ...absence(said, flow, today) };
    return {
        needing: rule => answer(rules.get(placeOf(rule))),
        seenAs: conversation => answer(conversations.get(placeOf(conversation))),
    };
}
