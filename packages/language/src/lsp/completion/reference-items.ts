import { CompletionItemKind } from 'vscode-languageserver';
import { stateText } from '../../assessment/index.ts';
import { foundationalRequirements, requirementById, requirements } from '../../catalogue/index.ts';
import type { PartId } from '../../catalogue/parts/index.ts';
import { partById } from '../../catalogue/parts/index.ts';
import { plainOf } from '../../catalogue/plain.ts';
import { rules } from '../../rules/index.ts';
import type { Cursor } from '../cursor.ts';
import { paragraphs, plain } from '../markdown.ts';
import type { Asking, Item } from './item.ts';

/** The id of the zone or conduit around the cursor; `null` outside of one. */
export function subjectAt(cursor: Cursor): string | null {
    const zones = cursor.heads.filter(
        head => head.kind === 'zone' || head.kind === 'within' || head.kind === 'conduit',
    );
    return zones.length > 0 ? zones.map(head => head.name).join('.') : null;
}

/** The rules, those first that found something at the cursor. */
export function ruleItems({ cursor, analysis }: Asking): Item[] {
    const around = subjectAt(cursor);
    const asset = cursor.block === 'asset' ? `${around}.${cursor.heads.at(-1)!.name}` : null;
    const here = new Map<string, string>();
    for (const finding of analysis.said) {
        const fits = finding.parts.some(({ subject }) =>
            asset !== null
                ? subject === asset
                : around === null || subject === around || subject?.startsWith(`${around}.`),
        );
        if (fits && finding.accepted === null && !here.has(finding.rule)) here.set(finding.rule, finding.message);
    }
    return rules.map(rule => ({
        label: rule.id,
        kind: CompletionItemKind.EnumMember,
        detail: here.has(rule.id) ? `found here · ${rule.severity}` : rule.severity,
        rank: here.has(rule.id) ? 0 : 1,
        filter: `${rule.id} ${rule.summary}`,
        doc: paragraphs(
            plain(rule.summary),
            here.has(rule.id) && plain(here.get(rule.id)!),
            `**When to accept it:** ${plain(rule.falsePositives)}`,
        ),
    }));
}

/** The requirements of parts on organisations, with what a model shows of each. */
export function partItems(wanted: readonly PartId[], start: number | null): Item[] {
    return wanted.flatMap(id =>
        partById(id).rows.map((row): Item => ({
            label: row.id,
            kind: CompletionItemKind.Reference,
            detail: `${row.title} · ${id}${row.doubt ? ' · in doubt' : ''}`,
            start,
            filter: `${row.id} ${row.title}`,
            doc: plain(row.why),
        })),
    );
}

/** The requirements of IEC 62443-3-3, those first that the zone or conduit around has open. */
export function requirementItems({ cursor, analysis }: Asking, start: number | null): Item[] {
    const around = subjectAt(cursor);
    const states = around === null ? undefined : analysis.loose.assessment.of(around)?.requirements;
    const own = requirements.map((requirement): Item => {
        const state = states?.[requirement.index];
        const open = state?.required && !['met', 'compensated', 'excluded'].includes(state.state);
        const marks = [
            `SL ${requirement.level}`,
            ...(state ? [state.required ? 'required' : 'not required', stateText(state.state)] : []),
        ];
        return {
            label: requirement.id,
            kind: CompletionItemKind.Reference,
            detail: `${requirement.title} · ${marks.join(' · ')}`,
            rank: open ? 0 : 1,
            start,
            filter: `${requirement.id} ${requirement.title}`,
            doc: paragraphs(plainOf(requirementById(requirement.id)!.id)),
        };
    });
    const whole = foundationalRequirements.map((fr): Item => ({
        label: `${fr.id} SL 1`,
        kind: CompletionItemKind.Reference,
        detail: `all of ${fr.name} up to SL 1`,
        rank: 2,
        start,
        filter: `${fr.id} SL 1 ${fr.name} ${fr.abbr}`,
    }));
    return [...own, ...whole];
}
