import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, withFiles } from './support/iacs.ts';

const main = 'import "../secrets/other.iacs"\nsystem S\nzone A\n';
const files = {
    'plant/main.iacs': main,
    'plant/linked/main.iacs': 'import "link.iacs"\nsystem S\nzone A\n',
    'secrets/other.iacs': 'TOPSECRET hunter2\n',
};
const commands = [
    ['check', '--fail-on', 'never'],
    ['assess'],
    ['paths'],
    ['report', '--format', 'md', '--no-drawings'],
    ['diagram', '--format', 'json'],
    ['export', 'model'],
];

/** Runs in a folder `plant`, a repository or not, beside a folder that is not in it. */
function inPlant(isRepository: boolean, use: (plant: string, cwd: string) => void): void {
    withFiles(files, cwd => {
        const plant = path.join(cwd, 'plant');
        symlinkSync('../../secrets/other.iacs', path.join(plant, 'linked/link.iacs'));
        if (isRepository) mkdirSync(path.join(plant, '.git'));
        use(plant, cwd);
    });
}

describe('What is read for a model', () => {
    it('is in its repository, whatever its imports and links say', () => {
        inPlant(true, plant => {
            for (const command of commands)
                for (const file of ['main.iacs', 'linked/main.iacs']) {
                    const { stdout, stderr } = iacs([...command, file], { cwd: plant });
                    assert.doesNotMatch(stdout + stderr, /TOPSECRET|hunter2/, `${command.join(' ')} ${file}`);
                }
            const { stdout } = iacs(['check', 'main.iacs'], { cwd: plant });
            assert.match(
                stdout,
                /\.\.\/secrets\/other\.iacs cannot be read: it lies outside of the repository plant\./,
            );
            assert.match(stdout, /`--within`/);
        });
    });

    it('may be in a folder that is named', () => {
        inPlant(true, plant => {
            for (const command of [
                ['check', '--within', '..'],
                ['assess', '--within=..'],
            ]) {
                const { stdout, stderr } = iacs([...command, 'main.iacs'], { cwd: plant });
                assert.doesNotMatch(stdout + stderr, /outside of the repository/);
            }
            assert.match(iacs(['check', '--within', '..', 'main.iacs'], { cwd: plant }).stdout, /`TOPSECRET`/);
            const inside = iacs(['paths', '--within', '.', 'main.iacs'], { cwd: plant });
            assert.doesNotMatch(inside.stdout + inside.stderr, /TOPSECRET/);
            assert.match(iacs(['assess', '--within'], { cwd: plant }).stderr, /^iacs: --within expects a folder\.\n$/);
            assert.match(iacs(['paths', '--within', 'nowhere'], { cwd: plant }).stderr, /There is no folder nowhere\./);
        });
    });

    it('is wherever an import says where there is no repository', () => {
        inPlant(false, plant => {
            assert.match(iacs(['check', 'main.iacs'], { cwd: plant }).stdout, /`TOPSECRET`/);
        });
    });

    it('may be in the repository around, from a folder of it', () => {
        inPlant(false, (plant, cwd) => {
            mkdirSync(path.join(cwd, '.git'));
            writeFileSync(path.join(cwd, 'secrets/other.iacs'), 'zone B\n');
            const { stdout } = iacs(['check', 'main.iacs'], { cwd: plant });
            assert.doesNotMatch(stdout, /cannot be read/);
        });
    });
});
