import type { Finding } from '../../src/rules/index.ts';
import type { Place } from '../../src/model/index.ts';
import { apply, type Loaded } from './load.ts';

/** The lines that a fix takes away (`-`) and those that it brings (`+`). */
function changed(before: string, after: string): readonly string[] {
    const left = (one: string, other: string, sign: string): readonly string[] => {
        const rest = other.split('\n');
        return one.split('\n').flatMap(line => {
            const at = rest.indexOf(line);
            if (at >= 0) rest.splice(at, 1);
            return at >= 0 ? [] : [`${sign}${line}`];
        });
    };
    return [...left(before, after, '- '), ...left(after, before, '+ ')];
}

function shown({ files }: Loaded, { file, start, end }: Place): string {
    const text = files.get(file) ?? '';
    return `${text.slice(0, start).split('\n').length} ${text.slice(start, end).split('\n')[0]!}`;
}

/**
 * All that a finding holds besides its place, one line each: severity, subject and message; the requirements; what else
 * it blames; related places; fixes with the lines that they change, and what of these is still to be filled in.
 */
export function said(loaded: Loaded, { subject, severity, ...finding }: Finding): readonly string[] {
    const before = apply(loaded, { kind: 'fix', title: '', edits: [] });
    return [
        `${severity} ${subject ?? '(system)'}: ${finding.message}${finding.accepted ? ' (accepted)' : ''}`,
        ...(finding.basis.length > 0 ? [`  basis ${finding.basis.join(', ')}`] : []),
        ...(finding.parts.length > 1 ? [`  parts ${finding.parts.map(part => part.subject ?? '-').join(', ')}`] : []),
        ...finding.related.map(({ message, at }) => `  see ${shown(loaded, at)}: ${message}`),
        ...finding.fixes.flatMap(fix => [
            `  ${fix.kind}${fix.preferred ? ', preferred' : ''}${fix.at ? ' here' : ''}: ${fix.title}`,
            ...changed(before, apply(loaded, fix)).map(line => `    ${line}`),
            ...(fix.kind === 'claim' && fix.fill.length > 0 ? [`    fill ${fix.fill.join(' | ')}`] : []),
        ]),
    ];
}
