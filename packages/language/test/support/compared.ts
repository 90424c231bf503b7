import { diff, sideOf } from '../../src/views/diff/index.ts';
import type { DiffSide, ModelDiff } from '../../src/views/diff/index.ts';
import { load } from './load.ts';

const today = '2026-11-24';

/** A text as a side of a comparison, whatever is wrong with it. */
export function side(text: string): DiffSide {
    const loaded = load(text, { today });
    return sideOf(loaded, {
        today,
        textOf: uri => loaded.files.get(uri),
        fileName: uri => uri.slice(uri.lastIndexOf('/') + 1),
    });
}

/** The difference of two texts. */
export const between = (before: string, after: string): ModelDiff => diff(side(before), side(after));

/** Two zones, and a conduit with a firewall between them. */
export const plant = `system Plant
zone Office { kind enterprise
  asset Erp "Order system" : server { address 10.0.0.1 }
}
zone Control { kind control
  SL-T 2
  asset Plc "Controller" : plc { address 10.0.1.1 }
  asset Hmi "Operator station" : hmi { address 10.0.1.2 }
  flow Hmi -> Plc : s7comm "Set-points"
}
conduit Line between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Control.Hmi -> Office.Erp : https "Reports"
}
`;
