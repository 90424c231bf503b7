import type { Origin, Span } from '../place.ts';
import type { Naming, FactsOf } from '../facts.ts';
import { many, nothingLeft, one, quoted } from '../facts.ts';
import type { DurationUnit } from '../words.ts';
import type { Mention } from './common.ts';

/** Something that an asset or a function rests on: an element, or a function, which has a namespace of its own. */
export interface Dependency extends Mention {
    readonly of: 'element' | 'function';
}

/** `needs C or D`: one of them is enough. */
export interface Alternatives {
    /** Those that are known; none where what is needed cannot be read. */
    readonly any: readonly Dependency[];
    /**
     * True where there is another one that cannot be read, or of which it is not known whether it is there; `retired`
     * where all of them are.
     */
    readonly unread?: true | 'retired';
    readonly origin: Origin;
}

/** `72 hours`; months and years follow the calendar. */
export interface Duration {
    readonly amount: number;
    readonly unit: DurationUnit;
    readonly at: Span;
}

/** `works without A because "…"`. */
export interface Without {
    readonly without: Dependency;
    readonly because: string | null;
    readonly origin: Origin;
}

/** `endures 72 hours without E`. */
export interface Endurance {
    readonly without: Dependency;
    readonly duration: Duration;
    readonly origin: Origin;
}

/** A duration as it is written: `12 months`. */
export function durationText({ amount, unit }: Pick<Duration, 'amount' | 'unit'>): string {
    return `${amount} ${unit}`;
}

/** The name of what something depends on. */
export function dependencyName({ id, of }: Dependency, names: Naming): string {
    return names[of](id);
}

/** Facts of what something depends on, under a label. */
export function dependencies(label: string): FactsOf<readonly Dependency[]> {
    return (all, names) =>
        many(
            label,
            all.map(each => {
                const { id: _id, of: _of, at: _at, ...rest } = each;
                nothingLeft(rest);
                return dependencyName(each, names);
            }),
        );
}

/** Facts of what a function needs, each with its alternatives as one fact. */
export const alternatives: FactsOf<readonly Alternatives[]> = (all, names) =>
    all.flatMap(({ any, unread, origin: _origin, ...rest }) => {
        nothingLeft(rest);
        const known = any.map(each => dependencyName(each, names)).sort();
        return one(
            'needs',
            [
                ...known,
                ...(unread
                    ? [unread === 'retired' ? 'something that is retired' : 'something that cannot be read']
                    : []),
            ].join(' or '),
        );
    });

/** Facts of what a function works without, and why. */
export const withouts: FactsOf<readonly Without[]> = (all, names) =>
    all.map(({ without, because, origin: _origin, ...rest }) => {
        nothingLeft(rest);
        const label = `works without ${dependencyName(without, names)}`;
        return { key: label, label, value: because === null ? null : `because ${quoted(because)}`, weight: 1 };
    });

/** Facts of how long a function goes on without something. */
export const endurances: FactsOf<readonly Endurance[]> = (all, names) =>
    all.map(({ without, duration, origin: _origin, ...rest }) => {
        nothingLeft(rest);
        const name = dependencyName(without, names);
        return {
            key: `endures without ${name}`,
            label: 'endures',
            value: `${durationText(duration)} without ${name}`,
            weight: 1,
        };
    });
