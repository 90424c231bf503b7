import { blocks, exampleOf, statementWords } from '../../packages/language/src/statements/index.ts';

/** docs/statements.md: every statement, from the table that the parser, completion and hovers use. */
export function statementsPage() {
    const rows = statementWords.map(entry => {
        const where = entry.blocks.map(block => blocks[block].name).join(', ');
        const often = entry.word === 'system' ? 'once a model' : entry.once ? 'once' : 'any number';
        return `| \`${exampleOf(entry)}\` | ${where} | ${often} | ${entry.help.replace(/\|/g, '\\|')} |`;
    });
    return [
        '# Every statement',
        '',
        'What may be written, and where. [The guide](language.md) says what it means. Written by `npm run docs` ' +
            'from the table behind the parser.',
        'Of a statement that can stand once in a block the first one counts; the others add up.',
        '',
        '| written | in | how often | says |',
        '| --- | --- | --- | --- |',
        ...rows,
        '',
    ].join('\n');
}
