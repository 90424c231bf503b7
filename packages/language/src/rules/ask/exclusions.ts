import { requirementsOfFr } from '../../catalogue/index.ts';
import type { Asset, Conduit, Lookup, RequirementMention, Statement, Zone } from '../../model/index.ts';
import type { Fact } from './facts.ts';
import { answerable, objectOf } from './facts.ts';

type Subject = Zone | Conduit | Asset;
type FrMention = RequirementMention & { readonly kind: 'fr' };

/** Requirements that are excluded, and what the model shows that they apply to. */
export interface RefutedExclusion {
    readonly statement: Statement;
    readonly mention: RequirementMention;
    /** Each with its object. */
    readonly contradicted: readonly { readonly id: string; readonly fact: Fact }[];
}

/** Whole FRs that are excluded up to one level by a statement, where there is a device to which they apply. */
export interface WholeExclusion {
    readonly statement: Statement;
    readonly mentions: readonly FrMention[];
    /** The first device with a program in it. */
    readonly device: Asset;
}

/** The requirements that a mention excludes and of which a model can show something. */
function excluded(mention: RequirementMention): readonly string[] {
    if (mention.kind === 'requirement') return answerable.includes(mention.id) ? [mention.id] : [];
    return requirementsOfFr(mention.fr)
        .filter(each => each.level <= mention.level && answerable.includes(each.id))
        .map(each => each.id);
}

/** Sensors and actuators of a field zone may have no program. */
function deviceOf(lookup: Lookup, subject: Subject): Asset | undefined {
    const assets = subject.kind === 'asset' ? [subject] : lookup.assetsWithin(subject.id);
    return assets.find(asset => !lookup.isA(asset, 'field-device'));
}

/** What a zone, conduit or asset excludes although the model shows what it applies to, statement by statement. */
export function* refutedExclusions(lookup: Lookup, subject: Subject): Generator<RefutedExclusion | WholeExclusion> {
    for (const statement of subject.statements) {
        if (statement.verb !== 'excludes') continue;
        const whole: FrMention[] = [];
        for (const mention of statement.requirements) {
            const contradicted = excluded(mention).flatMap(id => {
                const fact = objectOf(lookup, subject, id);
                return fact ? [{ id, fact }] : [];
            });
            if (contradicted.length > 0) yield { statement, mention, contradicted };
            else if (mention.kind === 'fr') whole.push(mention);
        }
        const device = deviceOf(lookup, subject);
        if (!device) continue;
        for (const mentions of Map.groupBy(whole, ({ level }) => level).values()) yield { statement, mentions, device };
    }
}
