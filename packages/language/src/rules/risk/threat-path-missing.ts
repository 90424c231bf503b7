import type { Assessment } from '../../assessment/index.ts';
import { assess } from '../../assessment/index.ts';
import type { Fix, Model, Threat } from '../../model/index.ts';
import { daysOfChange, nameOf, onDay, placeIn } from '../../model/index.ts';
import { leftOpen } from '../ask/left-open.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/**
 * The conduits that an origin of a threat carries, to be named in its place: their flows begin elsewhere, and whoever
 * is in the carrier hears them.
 */
function carriedThere({ conduits }: Model, { from, origin }: Threat): ReadonlyMap<string, Fix> {
    const found = new Map<string, Fix>();
    for (const { id, over } of conduits) {
        const by = from.find(each => over.some(zone => zone.id === each.id));
        if (by)
            found.set(id, {
                kind: 'fix',
                title: `Write from ${id}`,
                edits: [{ kind: 'replace', at: placeIn(origin, by.at), text: id }],
            });
    }
    return found;
}

/** The threats that have a path once all that is planned is there. */
function openedLater({ lookup, today, yardstick }: Assessment, whole: Model): ReadonlySet<string> {
    const last = daysOfChange(whole).at(-1);
    if (last === undefined || last <= today) return new Set();
    const { risk } = assess(lookup.of(onDay(whole, last)), { ...yardstick, today: last });
    return new Set(risk.threats.flatMap(({ threat, path }) => (path.exists === true ? [threat.id] : [])));
}

const rule: Rule = {
    id: 'threat-path-missing',
    severity: 'warning',
    basis: ['ZCR 5.1'],
    summary: 'No declared flow leads from the origin of a threat to its target.',
    why:
        'Either the threat is not possible as described, and its row distorts the risk, or a connection is ' +
        'missing from the model, which is worse. Movement between the assets of one zone is included, because an ' +
        'attacker can move there. Nothing shows where a countermeasure would be on such a path, so one lowers the ' +
        'risk only if it works at all of the target.',
    falsePositives:
        'The path is not a network connection: a visitor, a laptop, a memory stick. Model it as a flow from ' +
        'a temporary or mobile device, or remove `from`.',
    restsOnAll: true,
    steps: ({ assessment }) => assessment.risk.paths(),
    check({ assessment, model, whole }, report) {
        let opened: ReadonlySet<string> | undefined;
        for (const { threat, path, today, later } of assessment.risk.threats) {
            if (path.exists !== false) continue;
            const carried = carriedThere(model, threat);
            const isToCome = (opened ??= openedLater(assessment, whole)).has(threat.id);
            const round = today.round ?? later.round;
            const [from, to] = [threat.from, threat.against].map(ends => ends.map(({ id }) => id));
            const [open] = leftOpen(assessment, [{ from: from!, to: to!, past: { lateral: true } }]);
            report({
                at: nameOf(threat.origin),
                subject: threat.id,
                message:
                    `No declared flow ${isToCome ? 'of today ' : ''}leads from ${from!.join(', ')} to ` +
                    `${to!.join(', ')}, so ` +
                    (open ? `no path of this threat is known. ${open.message} ` : 'this threat has no path. ') +
                    (round
                        ? `Nothing shows that it passes ${listed(round.measures)}, so its risk is not lowered. `
                        : '') +
                    (carried.size === 0
                        ? isToCome
                            ? 'What is planned opens one: correct its day if it is there, or accept this until then.'
                            : 'Add the missing flow, or correct the ends of the threat.'
                        : `Its origin carries ${listed([...carried.keys()])}: for an attacker on the line, name the ` +
                          'conduit after `from`.'),
                fixes: [...carried.values()],
            });
        }
    },
    examples: [
        {
            title: 'No flow leads there',
            before: `system Plant
zone Office { kind enterprise asset Erp : server }
zone Control { asset Plc1 : plc }
threat Remote "An attacker in the office network stops the pump" {
       ^^^^^^
  from Office
  against Control.Plc1
  likelihood 3
  consequence 3
}
`,
        },
        {
            title: 'A flow leads there',
            before: `system Plant
zone Office { kind enterprise asset Erp : server }
zone Control { asset Plc1 : plc }
conduit Orders between Office and Control {
  flow Office.Erp -> Control.Plc1 : modbus-tcp
}
threat Remote "An attacker in the office network stops the pump" {
  from Office
  against Control.Plc1
  likelihood 3
  consequence 3
}
`,
        },
        {
            title: 'The network that carries a conduit',
            before: `system Plant
zone Radio { kind external }
zone Control { asset Scada : scada-server }
zone Wells { asset Rtu1 : rtu }
conduit Telemetry between Control and Wells {
  over Radio
  flow Control.Scada -> Wells.Rtu1 : dnp3
}
threat Forged "Forged commands over radio" {
       ^^^^^^
  from Radio
  against Wells
  likelihood 3
  consequence 3
}
`,
            after: `system Plant
zone Radio { kind external }
zone Control { asset Scada : scada-server }
zone Wells { asset Rtu1 : rtu }
conduit Telemetry between Control and Wells {
  over Radio
  flow Control.Scada -> Wells.Rtu1 : dnp3
}
threat Forged "Forged commands over radio" {
  from Telemetry
  against Wells
  likelihood 3
  consequence 3
}
`,
        },
    ],
};

export default rule;
