import type { Element, Mention } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import type { RemoteSession } from './queries/remote-sessions.ts';
import { remoteSessions } from './queries/remote-sessions.ts';
import { related } from './queries/related.ts';
import { listed } from './queries/wording.ts';
import type { Context, Rule } from './rule.ts';

const multifactor: readonly string[] = ['SR 1.1 RE 2', 'SR 1.1 RE 3'];

/** Countermeasures that give a second factor. */
function secondFactors({ model }: Context): ReadonlyMap<string, boolean> {
    const giving = model.measures.filter(measure => measure.meets.some(each => each.kind === 'requirement' && multifactor.includes(each.id)));
    return new Map(giving.map(measure => [measure.id, measure.status !== 'planned']));
}

/** `true`: in use; `false`: only planned; `null`: nobody said. */
type Answer = boolean | null;

function best(answers: readonly Answer[]): Answer {
    if (answers.includes(true)) return true;
    return answers.includes(false) ? false : null;
}

function ofAsset(element: Element | null, factors: ReadonlyMap<string, boolean>): Answer {
    if (element?.kind !== 'asset') return null;
    const applied = element.applies.map(({ id }) => factors.get(id) ?? null);
    const stated = element.statements
        .filter(({ verb, requirements }) => verb !== 'misses' && requirements.some(each => each.kind === 'requirement' && multifactor.includes(each.id)))
        .map(({ by }): Answer => by.length === 0 || by.some(({ id }) => factors.get(id) !== false));
    return best([...applied, ...stated]);
}

function ofSubject({ assessment }: Context, id: string | undefined): Answer {
    const states = assessment.of(id ?? '')?.requirements.filter(each => multifactor.includes(each.id)).map(each => each.state) ?? [];
    if (states.some(state => state === 'met' || state === 'compensated' || state === 'excluded')) return true;
    return states.includes('planned') ? false : null;
}

function ofMeasures(measures: readonly Mention[], factors: ReadonlyMap<string, boolean>): Answer {
    return best(measures.map(({ id }) => factors.get(id) ?? null));
}

function answerOf(context: Context, { boundary, opening }: RemoteSession, factors: ReadonlyMap<string, boolean>): Answer {
    const { answerer } = opening;
    return best([
        ofMeasures(boundary.flow.secured?.by ?? [], factors),
        ofAsset(answerer.asset, factors),
        ofSubject(context, answerer.zone?.id),
        ofSubject(context, boundary.conduit?.id),
    ]);
}

export default {
    id: 'remote-access-without-multifactor',
    severity: 'warning',
    basis: ['SR 1.1 RE 2', 'SR 1.13'],
    summary: 'People come in from the office or from outside, and nothing says that they need more than a password.',
    why: 'Passwords for remote access are bought, guessed and phished. A second factor is what most intrusions by remote access would have failed at. '
        + 'From outside it is an error where the target level asks for it (SL-T 3).',
    falsePositives: 'The second factor is asked for elsewhere on the way, by a gateway or a portal: apply that countermeasure to the conduit.',
    check(context, report) {
        const factors = secondFactors(context);
        const lacking = remoteSessions(context).flatMap(session => {
            const answer = answerOf(context, session, factors);
            return answer === true ? [] : [{ session, planned: answer === false }];
        });
        for (const [id, sessions] of Map.groupBy(lacking, ({ session }) => session.opening.answerer.id)) {
            const element = context.lookup.element(id);
            if (!element) continue;
            const zones = listed([...new Set(sessions.map(({ session }) => session.opening.opener.zone?.id ?? session.opening.opener.id))]);
            const grave = sessions.some(({ session: { boundary, fromOutside } }) => fromOutside && (boundary.target[0] ?? 0) >= 3);
            report({
                at: nameOf(element.origin),
                subject: element.id,
                severity: grave ? 'error' : 'warning',
                message: `${element.id} lets people in from ${zones}, and a second factor is ${sessions.some(({ planned }) => planned) ? 'only planned' : 'stated nowhere'}: `
                    + 'a stolen password is enough. Apply a countermeasure that meets SR 1.1 RE 2 to it.',
                related: related('People come in here.', sessions.map(({ session }) => session.boundary.flow)),
            });
        }
    },
    examples: [{
        before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
        ^^^^
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : https "Service" { until 2099-12-31 }
}
`,
    }, {
        title: 'A second factor is in use at the jump host',
        before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host { applies MultiFactor }
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : https "Service" { until 2099-12-31 }
}
countermeasure MultiFactor {
  meets SR 1.1 RE 2
  status implemented
}
`,
    }],
} satisfies Rule;
