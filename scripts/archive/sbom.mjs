/** What the archive is made of, as CycloneDX 1.5 in JSON: the bundled packages of the lock file, and Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A licence as CycloneDX wants it; where a package names none, its text is in the notices. */
function licences(licence) {
    if (!licence) return [{ license: { name: 'see THIRD-PARTY-NOTICES.md' } }];
    return [/ (AND|OR) |^\(/.test(licence) ? { expression: licence } : { license: { id: licence } }];
}

function component(root, key) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, key, 'package.json'), 'utf8'));
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    return { type: 'library', 'bom-ref': purl, name, version, licenses: licences(license), purl };
}

/**
 * @param {string} root of the repository
 * @param {readonly string[]} bundled keys of the lock file
 * @param {{ version: string, node: string, time: number }} release time in seconds since 1970
 * @returns {object}
 */
export function sbom(root, bundled, { version, node, time }) {
    const components = bundled.map(key => component(root, key));
    components.push({
        type: 'application',
        'bom-ref': `pkg:generic/node@${node}`,
        name: 'node',
        version: node,
        licenses: licences('MIT'),
        purl: `pkg:generic/node@${node}`,
    });
    const self = `pkg:npm/iacs-cli@${version}`;
    return {
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        version: 1,
        metadata: {
            timestamp: new Date(time * 1000).toISOString(),
            component: {
                type: 'application',
                'bom-ref': self,
                name: 'iacs',
                version,
                licenses: licences('MIT'),
                purl: self,
            },
        },
        components,
        dependencies: [{ ref: self, dependsOn: components.map(each => each['bom-ref']) }],
    };
}
