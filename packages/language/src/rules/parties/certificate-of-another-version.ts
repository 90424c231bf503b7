import type { Asset, AssetType, Lookup } from '../../model/index.ts';
import { isDoneBy, nameOf } from '../../model/index.ts';
import { isIdle } from '../ask/certificates.ts';
import type { Rule } from '../engine/rule.ts';
import { listed } from '../say/wording.ts';

/** A version without what is written differently: `V2.9` and `2.9` are one. */
function plain(version: string): string {
    return version
        .trim()
        .toLowerCase()
        .replace(/^v(?:ersion)?\.?\s*(?=\d)/, '');
}

/** True where a certificate for a version is one for another: `2.x` covers 2.9. */
function covers(certified: string, version: string): boolean {
    const [of, is] = [plain(certified), plain(version)];
    return of === is || (/\.[x*]$/.test(of) && is.startsWith(of.slice(0, -1)));
}

/** The version of an asset as far as it is said: what it was patched to by now, its own, or that of its type. */
function versionOf(lookup: Lookup, asset: Asset, today: string): string | null {
    const patched = asset.patchedTo && isDoneBy(asset.patchedTo, today) === true ? asset.patchedTo.version : null;
    return patched ?? asset.version ?? lookup.typesOf(asset).find(type => type.version)?.version ?? null;
}

/** The nearest type that has certificates. */
function certifiedType(lookup: Lookup, asset: Asset): AssetType | undefined {
    return lookup.typesOf(asset).find(type => type.certificates.length > 0);
}

export default {
    id: 'certificate-of-another-version',
    severity: 'warning',
    basis: ['ZCR 5.8', 'SR 7.8'],
    summary: 'An asset has another version than those for which its product is certified.',
    why:
        'A certificate holds for the version that was assessed. The SL-C of another version may be the same, but ' +
        'that was not shown. Of an asset without a version it is not known, which is information.',
    falsePositives: 'The certificate covers later versions: write that version too, or `2.x`.',
    check({ model, lookup, today }, report) {
        for (const asset of model.assets) {
            const type = certifiedType(lookup, asset);
            const version = type && versionOf(lookup, asset, today);
            if (!type) continue;
            // Where none is valid, that is the finding. Beside a valid one those that are not show nothing.
            const valid = type.certificates.filter(each => !isIdle(each, today));
            const certificates = valid.length > 0 ? valid : type.certificates;
            // One that names no version is for all of them.
            if (certificates.some(each => each.version === null)) continue;
            const versions = certificates.map(each => each.version!);
            const related = [{ message: 'These are the certificates.', at: nameOf(certificates[0]!.origin) }];
            if (!version) {
                report({
                    at: nameOf(asset.origin),
                    subject: asset.id,
                    severity: 'info',
                    message:
                        `${asset.id} has no version, and ${type.title ?? type.id} is certified for ` +
                        `${listed(versions)}: whether its SL-C is certified is not known. Write its version.`,
                    related,
                });
                continue;
            }
            if (versions.some(each => covers(each, version))) continue;
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message:
                    `${asset.id} has version ${version}, and ${type.title ?? type.id} is certified for ` +
                    `${listed(versions)}: its SL-C is not certified for this version. Ask the supplier, and ` +
                    'write the certificate for it.',
                related,
            });
        }
    },
    examples: [
        {
            before: `system Plant
type press-plc "Press controller" : plc {
  SL-C 2
  certificate "IEC 62443-4-2, no. 4711" for "V2.9"
}
zone Control {
  SL-T 1
  asset Plc1 : press-plc {
        ^^^^
    version "V3.1"
  }
  asset Plc2 : press-plc {
    version "2.9"
  }
}
`,
        },
    ],
} satisfies Rule;
