import assert from 'node:assert/strict';
import type { StatusResult } from 'iacs-language/lsp';
import { statusText } from '../src/status.ts';

const fine: StatusResult = {
    system: 'S',
    root: 'file:///main.iacs',
    errors: 0,
    warnings: 0,
    worst: null,
    notAssessed: 0,
    contradicted: 0,
    assessed: true,
    targets: { all: 7, unstated: 0 },
};

describe('The line about the model in the playground', () => {
    it('says that there is no gap only where nothing speaks against it', () => {
        for (const [status, line] of [
            [fine, 'No gap where SL-T is stated'],
            [{ ...fine, contradicted: 1 }, '1 without a gap as stated, contradicted by the model'],
            [{ ...fine, notAssessed: 2 }, '2 not assessed'],
            [{ ...fine, worst: { id: 'A', gap: 2 } }, 'largest gap 2 in A'],
            [{ ...fine, assessed: false }, 'No zone has an SL-T'],
            [null, 'This file is in no model: it has no system, and no model imports it'],
        ] as const)
            assert.equal(statusText(status), line);
    });
});
