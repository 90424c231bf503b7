import type { RowReader } from '../entry.ts';

/** The arrow of a row: what a column says, else by the heads of its ends. */
export function arrowOf(reader: RowReader, undirected: boolean): { readonly sign: string; readonly swapped: boolean } {
    const text = reader.cell('direction').trim();
    const plain = undirected ? '--' : '->';
    if (text === '') return { sign: plain, swapped: false };
    if (
        /^(<->|<-->|↔|⇔|⟷|<=>|both|bi|bidirectional|two-way|both ways|beide|beidseitig|bidirektional|bidirectionnel\w*|bidireccional|ambos)$/iu.test(
            text,
        )
    )
        return { sign: '<->', swapped: false };
    if (
        /^(->|-->|→|⇒|⟶|=>|one-way|uni|unidirectional|a\s*(->|→)\s*b|unidirektional|unidirectionnel\w*|unidireccional)$/iu.test(
            text,
        )
    )
        return { sign: '->', swapped: false };
    if (/^(<-|<--|←|⇐|⟵|<=|b\s*(->|→)\s*a)$/iu.test(text)) return { sign: '->', swapped: true };
    reader.keep('direction', text, 'does not say which end opens the session');
    return { sign: plain === '->' ? '->' : '--', swapped: false };
}

/** What a cell says of the access of a flow; `null` for anything else. */
export function accessOf(text: string): string | null {
    if (/^(r|ro|read|read[- ]?only|lesen|lesend|nur lesen|lecture( seule)?|lectura|solo lectura)$/iu.test(text))
        return 'read';
    if (
        /^(w|rw|r\/w|write|read[-/ ]?(and )?write|schreiben|schreibend|lesen[/ ]*(und )?schreiben|écriture|lecture\/écriture|escritura|lectura\/escritura)$/iu.test(
            text,
        )
    )
        return 'write';
    return /^(program|programming|engineering|programmieren|programmierung|programmation|programación)$/iu.test(text)
        ? 'program'
        : null;
}
