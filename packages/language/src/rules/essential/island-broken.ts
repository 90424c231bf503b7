import type { Rule } from '../engine/rule.ts';
import { notKept } from '../say/lost-functions.ts';

export default {
    id: 'island-broken',
    severity: 'error',
    basis: ['SR 5.2 RE 2', 'SR 7.4'],
    summary: 'A function that an island must keep is lost when its connections are cut.',
    why:
        'During an incident the boundaries are closed, and the plant has to run with what is inside. An island ' +
        'is proved with the needs of functions and assets, and with the sessions that stop. The finding lists ' +
        'each step from the function to what is cut.',
    falsePositives:
        'The function may stop for that time, and this is documented. Remove it from the island, or write ' +
        'how long it `endures` the loss.',
    check(context, report) {
        for (const { island, keepings } of context.assessment.islands) {
            for (const each of keepings) if (each.holds === false) report(notKept(context.lookup, island, each));
        }
    },
    examples: [
        {
            title: 'The function needs something outside the cut',
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Control {
  kind control
  asset Scada : scada-server {
    needs Office.Directory
  }
}
conduit Logon between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Control.Scada -> Office.Directory : kerberos
}
function Loading "Loading of tankers" {
  needs Control.Scada
}
island Alone {
  cut Logon
  keeps Loading
        ^^^^^^^
}
`,
        },
        {
            title: 'It endures the loss long enough',
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Control {
  kind control
  asset Scada : scada-server {
    needs Office.Directory
  }
}
conduit Logon between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Control.Scada -> Office.Directory : kerberos
}
function Loading "Loading of tankers" {
  needs Control.Scada
  endures 4 days without Office.Directory
}
island Alone {
  cut Logon
  keeps Loading for 72 hours
}
`,
        },
    ],
} satisfies Rule;
