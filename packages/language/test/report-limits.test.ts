import assert from 'node:assert/strict';
import { toDocument, toMarkdown } from '../src/views/report/index.ts';
import { load } from './support/load.ts';
import { reportOf } from './support/report.ts';

describe('What holds the levels of a zone down, in a report', () => {
    it('is said once for all that it is true of, with every product that holds them there', () => {
        const text = toMarkdown(
            toDocument(
                reportOf(
                    load(`system S
zone Bus { kind control SL-T 2
  asset Hmi : hmi { SL-C 2 }
  asset Old : protection-relay { SL-C 1 }
  asset Older : protection-relay { SL-C {1 1 2 2 2 2 2} }
}
zone Cell { kind control SL-T 1
  asset P : plc
}
`),
                ),
            ),
        );
        assert.deepEqual(
            text.split('\n').filter(line => /^- [A-Z ]+: SL-C/u.test(line)),
            [
                '- IAC UC: SL-C is held at 1 by Bus.Old and 1 more',
                '- SI DC RDF TRE RA: SL-C is held at 1 by Bus.Old',
                '- IAC UC SI DC RDF TRE RA: SL-C is unknown, since Cell.P states none',
            ],
        );
    });
});
