import { undescribedIn, unprovedBy, type Undescribed } from '../../../rules/index.ts';
import { some, type Compared, type Reasons } from './reason.ts';

/** A connection as a change names it: a cable by its flow. */
function aboutConnection({ kind, element, flow }: Undescribed): string {
    if (flow) return `flow ${flow.id}`;
    return `${kind === 'conduit' ? 'conduit' : 'asset'} ${element}`;
}

const nameOf = ({ element, flow }: Undescribed): string => flow?.id ?? element;

/**
 * Invariants that hold and are proved on one side alone, because of connections that are shown and not described: a
 * device that leads out and nothing says where to, a conduit that states no flow. One that is new may be a path, and so
 * may one to which something new leads. That one is not in the model any more does not show that it is gone; that a
 * conduit states its flows now, or not any more, says nothing of the plant.
 */
export function judgeProved({ before, asked, pairing }: Compared, reasons: Reasons): void {
    const partners = new Map(asked.assessment.invariants.map(verdict => [verdict.invariant.id, verdict]));
    const partnerOf = ({ element, flow }: Undescribed): unknown =>
        flow ? pairing.flows.get(flow) : pairing.elements.get(element);
    const described = new Set<unknown>(before.assessment.model.conduits.map(({ id }) => pairing.elements.get(id)));
    for (const each of undescribedIn(before.assessment)) if (each.kind === 'conduit') described.delete(partnerOf(each));
    const isOnlySilent = ({ kind, element }: Undescribed): boolean => kind === 'conduit' && described.has(element);
    for (const was of before.assessment.invariants) {
        const is = partners.get(pairing.invariants.get(was.invariant.id) ?? '');
        if (!is?.holds) continue;
        const { id } = is.invariant;
        const [open, openNow] = [unprovedBy(before.assessment, was.clauses), unprovedBy(asked.assessment, is.clauses)];
        if ((!was.holds || open.length === 0) && openNow.length > 0) {
            const say = !was.holds || openNow.every(isOnlySilent) ? 'neutral' : 'worse';
            const no = was.holds ? 'not proved any more' : 'not broken any more, and not proved';
            reasons[say]('invariant-unproved', `invariant ${id} is ${no}: ${openNow[0]!.message.replace(/\.$/u, '')}`, [
                `invariant ${id}`,
                ...openNow.map(aboutConnection),
            ]);
        }
        if (!was.holds) continue;
        const gone = openNow.length > 0 ? [] : open.filter(each => partnerOf(each) === undefined);
        if (gone.length === 0) continue;
        const names = [...new Set(gone.map(nameOf))];
        reasons.neutral(
            'finding-silenced',
            `invariant ${id} counts as proved, because ${some(names)} ` +
                `${names.length === 1 ? 'is' : 'are'} no longer in the model`,
            gone.map(aboutConnection),
        );
    }
}
