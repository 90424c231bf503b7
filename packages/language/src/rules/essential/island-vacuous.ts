import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'island-vacuous',
    severity: 'warning',
    basis: ['SR 5.2 RE 2'],
    summary: 'An island proves nothing: it cuts nothing, or keeps nothing.',
    why: 'An island looks like a proof in a report. Without `cut` or `keeps`, nothing was checked.',
    falsePositives: 'None.',
    check({ model, whole, lookup }, report) {
        for (const { id, origin, cut, keeps } of model.islands) {
            const [cutsNone, keepsNone] = [
                cut.length === 0 && !lookup.isUnread(id, 'cut'),
                keeps.length === 0 && !lookup.isUnread(id, 'keeps'),
            ];
            if (!cutsNone && !keepsNone) continue;
            const isAbsent = cutsNone && whole !== model && whole.islands.some(each => each.id === id && each.cut[0]);
            const lack = isAbsent
                ? 'what it cuts is not there today. Add `cut …` with what is'
                : cutsNone
                  ? 'it cuts nothing. Add `cut …`'
                  : 'it keeps nothing. Add `keeps …`';
            report({ at: nameOf(origin), subject: id, message: `${id} proves nothing: ${lack}.` });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  asset Plc : plc
}
function Loading {
  needs Control.Plc
}
island Alone {
       ^^^^^
  keeps Loading
}
`,
        },
        {
            title: 'It cuts a boundary and keeps a function',
            before: `system Plant
zone Control {
  asset Plc : plc
}
function Loading {
  needs Control.Plc
}
island Alone {
  cut Control
  keeps Loading
}
`,
        },
    ],
} satisfies Rule;
