import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

/**
 * Reads a workflow command as the runner does: properties to the first `::`, split at commas, each decoded on its own.
 */
function read(line: string) {
    const [, command, properties, data] =
        /^::(\w+) (.*?)::(.*)$/.exec(line) ?? assert.fail(`no workflow command: ${line}`);
    const decode = (text: string): string =>
        text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
    return {
        command,
        data: decode(data!),
        properties: new Map(properties!.split(',').map(pair => pair.split('=', 2).map(decode) as [string, string])),
    };
}

describe('GitHub annotations', () => {
    it('lead to the file, whatever is in its name and in the names of the model', () => {
        const file = 'a: b, 50%0A::c.iacs';
        const title = 'Line one, 100%25: two\\n::error file=x::no';
        withFiles({ [file]: `system S { owner "O" }\nzone A "${title}" { asset P "${title}" : plc }\n` }, cwd => {
            const { stdout } = iacs(['check', '--format', 'github', '--fail-on', 'never', file], { cwd });
            const lines = stdout.trimEnd().split('\n');
            assert.ok(lines.length > 1);
            for (const line of lines) {
                const { command, properties } = read(line);
                assert.match(command!, /^(error|warning|notice)$/);
                assert.equal(properties.get('file'), file);
                assert.match(properties.get('line')!, /^[12]$/);
                assert.deepEqual(
                    [...properties.keys()].filter(
                        key => !['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key),
                    ),
                    [],
                );
            }
        });
    });
});
