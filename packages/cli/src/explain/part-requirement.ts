import { maturityNames, partById, partRowById } from 'iacs-language/catalogue/parts';
import type { PartRow } from 'iacs-language/catalogue/parts';
import { regulationLines, regulationsOf } from 'iacs-language/catalogue/regulations';
import type { Paint } from 'iacs-language/findings';

const shown: Readonly<Record<PartRow['shown'], string>> = {
    yes: 'a rule can find it unmet; that it is met is the word of a person',
    partly: 'a part of it; the rest is the word of a person',
    no: 'nothing of it: it is the word of a person, with evidence',
};

/** An element, area or practice with its requirements: `NET 3`, `SP.07`, `SM`. */
export function explainPartGroup(id: string, paint: Paint): string | null {
    const part = (['2-1', '2-4', '4-1'] as const).map(partById).find(({ groups }) => groups.has(id));
    if (!part) return null;
    const inside = part.rows.filter(row => row.group === id || row.group.startsWith(`${id} `));
    return [
        `${paint('bold', id)} ${part.groups.get(id)!}`,
        '',
        `${part.standard}, on ${part.on}.`,
        '',
        ...inside.map(row => `  ${row.id.padEnd(14)} ${row.title}${row.doubt ? ' (in doubt)' : ''}`),
        '',
        paint('dim', part.source),
        '',
    ].join('\n');
}

/** A requirement on an organisation, with what of it a model shows and how sure its number is. */
export function explainPartRow(id: string, paint: Paint): string | null {
    const row = partRowById(id);
    if (!row) return null;
    const part = partById(row.part);
    const higher = part.groups.get(row.group.split(' ')[0]!);
    const group = [...new Set([higher, part.groups.get(row.group)])].filter(title => title !== undefined).join(', ');
    return [
        `${paint('bold', row.id)} ${row.title}`,
        '',
        `${part.standard}, on ${part.on}; ${row.group}: ${group}.`,
        '',
        `${paint('bold', 'What a model shows')}: ${shown[row.shown]}. ${sentence(row.why)}`,
        row.rules.length > 0
            ? `${paint('bold', 'Rules')}: ${row.rules.join(', ')}. A finding shows that it is not met; that there is ` +
              'none does not show that it is.'
            : `${paint('bold', 'Rules')}: none; its state is what a person says.`,
        `${paint('bold', 'How it is stated')}: ${statedBy(row)}`,
        `${paint('bold', 'Maturity')}: ${maturityNames.map((name, index) => `${index + 1} ${name}`).join(', ')}.`,
        '',
        ...seeAlso(row, paint),
        `${paint('bold', 'How sure its number and subject are')}: ${row.sureness}.${row.doubt ? ` ${row.doubt}` : ''}`,
        paint('dim', part.source),
        '',
    ].join('\n');
}

/** Where it is related to laws and frameworks. */
function seeAlso({ id }: PartRow, paint: Paint): readonly string[] {
    const lines = regulationLines(regulationsOf(id)).map(line => `${paint('bold', 'See also')} ${line}`);
    return lines.length === 0 ? [] : [...lines, ''];
}

function statedBy({ part, id }: PartRow): string {
    const where = part === '2-1' ? 'in the programme of the asset owner' : 'in the party that does the work';
    return `${where}: meets ${id} maturity 2 because "…" evidence "…"`;
}

function sentence(text: string): string {
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
