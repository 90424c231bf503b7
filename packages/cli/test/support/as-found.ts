import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { repository } from './iacs.ts';

/** Two zones with a firewall between them, its rules, and what was seen. */
export const plant = `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 is essential }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
  flow Dmz.Jump -> Control.Plc : ssh
}
ruleset R {
  device K.Fw
  exported 2026-05-01
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
  permits 10.20.5.0/24 -> 10.10.2.11 : tcp 22 "2"
  permits 10.20.5.20 -> 10.10.2.11 : tcp 3389 "3"
}
observation O {
  sees Control, Dmz
  since 2026-05-01
  until 2026-05-20
  saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 used on 19 days, 2026-05-01 to 2026-05-20
  saw 10.20.5.20 -> 10.10.2.11 : tcp 3389 used on 2 days, 2026-05-01 to 2026-05-02
}
`;

/** Rules as `iptables-save` prints them. */
export const saved = (...rules: string[]): string =>
    `*filter\n:FORWARD DROP [0:0]\n${rules.map(rule => `-A FORWARD ${rule} -j ACCEPT\n`).join('')}COMMIT\n`;

/** The day on which they are judged. */
export const today = ['--today', '2026-06-01'];

/** Reads JSON that fits a published schema. */
export function validator(name: string): (json: string) => unknown {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
        JSON.parse(
            readFileSync(path.join(repository, `packages/language/schema/${name}.schema.json`), 'utf8'),
        ) as object,
    );
    return json => {
        const value: unknown = JSON.parse(json);
        assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 3)));
        return value;
    };
}
