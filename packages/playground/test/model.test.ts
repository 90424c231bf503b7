import assert from 'node:assert/strict';
import { importPath } from '../src/model.ts';

describe('The import of a file that is added in the playground', () => {
    it('leads from the folder of the main file to it', () => {
        for (const [from, to, path] of [
            ['main.iacs', 'part.iacs', 'part.iacs'],
            ['main.iacs', 'parts/part.iacs', 'parts/part.iacs'],
            ['plant/main.iacs', 'part.iacs', '../part.iacs'],
            ['plant/main.iacs', 'plant/part.iacs', 'part.iacs'],
            ['plant/main.iacs', 'plant/parts/part.iacs', 'parts/part.iacs'],
            ['sites/a/main.iacs', 'sites/b/part.iacs', '../b/part.iacs'],
            ['plant/main.iacs', 'plant.iacs', '../plant.iacs'],
        ] as const)
            assert.equal(importPath(from, to), path);
    });
});
