import type { Remediation } from '../../model/index.ts';
import type { AdvisoryRow } from './rows.ts';

/** `affected by CVE-1 and CVE-2`, `not affected`, `cannot tell: why`. */
export function verdictText({ verdict, vulnerabilities, perhaps, why }: AdvisoryRow, most = 3): string {
    const names = vulnerabilities.map(each => each.cve);
    const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
    switch (verdict) {
        case 'affected':
            return `affected by ${shown.join(', ')}${perhaps.length === 0 ? '' : `, perhaps ${perhaps.join(', ')}`}`;
        case 'cannot-tell':
            return `cannot tell: ${(why ?? '').replaceAll('`', '')}`;
        case 'not-affected':
            return 'not affected';
    }
}

/** The window in which the work can be done, with its first day. */
export function windowText({ weight }: AdvisoryRow): string {
    if (!weight?.window) return 'no window ahead';
    const { title, from } = weight.window;
    return `${title === '' ? 'window' : title} from ${from}`;
}

function has(remediations: readonly Remediation[], ...categories: readonly string[]): boolean {
    return remediations.some(each => categories.includes(each.category));
}

/** What the publisher advises, in a few words. */
export function remedyText({ fixedIn, remediations, patch }: AdvisoryRow): string {
    if (fixedIn !== null) return `update to ${fixedIn}${patch === null ? '' : `, which is ${patch}`}`;
    if (has(remediations, 'vendor-fix', 'optional-patch')) return 'a fix is described';
    if (has(remediations, 'no-fix-planned')) return 'no fix is planned';
    if (has(remediations, 'workaround', 'mitigation')) return 'no fix, but mitigations';
    return 'no fix is named';
}

/** The installed versions of a row, or that none is said. */
export function versionText({ versions }: AdvisoryRow): string {
    return versions.length === 0 ? 'version not said' : [...new Set(versions.map(each => each.version))].join(' or ');
}
