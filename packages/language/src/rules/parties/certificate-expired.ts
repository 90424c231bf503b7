import type { AssetType, Party } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { isIdle, isToCome, lastDay } from '../ask/certificates.ts';
import type { Rule } from '../engine/rule.ts';

/** What a time that cannot be read leaves open, a day to come does not show yet, or a last day has ended. */
type Fault = 'unread' | 'to come' | 'old';

const ended: Readonly<Record<Exclude<Fault, 'unread'>, string>> = {
    'to come': 'is not certified until then',
    old: 'is not certified any more',
};

const toDo: Readonly<Record<Fault, string>> = {
    unread: 'Correct how its time is written',
    'to come': 'Correct its day, or write the certificate that is valid now',
    old: 'Write the renewed certificate with its day',
};

function restsOnIt(holder: AssetType | Party, fault: Fault): string {
    const name = holder.title ?? holder.id;
    if (!('roles' in holder) && holder.slC)
        return fault === 'unread'
            ? `whether a certificate shows the SL-C of ${name} is not known`
            : `the SL-C of ${name} is a claim without a certificate`;
    const what = 'roles' in holder ? `what ${name} states` : name;
    return fault === 'unread' ? `whether ${what} is certified is not known` : `${what} ${ended[fault]}`;
}

export default {
    id: 'certificate-expired',
    severity: 'warning',
    basis: ['ZCR 5.8', 'SR 7.8'],
    summary: 'The certificate of a product or a party has expired, and no other one is valid.',
    why:
        'A certificate says what was assessed, and until when. After its last day the capability level or the ' +
        'process that it shows is a claim.',
    falsePositives: 'It was renewed: write the new one, with its day.',
    check({ model, today }, report) {
        for (const holder of [...model.types.filter(type => !type.builtIn), ...model.parties]) {
            const { certificates } = holder;
            if (
                certificates.length === 0 ||
                !certificates.every(each => each.time.unread === true || isIdle(each, today))
            )
                continue;
            // One that cannot be read may be the one that is valid.
            const isOpen = certificates.some(({ time }) => time.unread);
            for (const certificate of certificates) {
                const { text, time } = certificate;
                const [fault, said]: readonly [Fault, string] = time.unread
                    ? ['unread', 'has a time that cannot be read']
                    : isToCome(certificate, today)
                      ? ['to come', `is dated ${time.dated!.date}, a day to come`]
                      : ['old', `was valid until ${lastDay(certificate)!}`];
                report({
                    at: nameOf(certificate.origin),
                    subject: null,
                    message:
                        `${text} ${said}: ${restsOnIt(holder, isOpen ? 'unread' : fault)}. ` +
                        `${toDo[fault]}, or remove what rests on it.`,
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
type press-plc "Press controller" : plc {
  SL-C 2
  certificate "IEC 62443-4-2, no. 4711" dated 2020-02-01 valid 36 months
              ^^^^^^^^^^^^^^^^^^^^^^^^^
}
zone Control {
  SL-T 1
  asset Plc1 : press-plc
}
`,
        },
        {
            title: 'One that is valid is enough',
            before: `system Plant
type press-plc "Press controller" : plc {
  SL-C 2
  certificate "IEC 62443-4-2, no. 4711" dated 2020-02-01 valid 36 months
  certificate "IEC 62443-4-2, no. 5200" dated 2025-02-01 until 2099-01-31
}
zone Control {
  SL-T 1
  asset Plc1 : press-plc
}
`,
        },
    ],
} satisfies Rule;
