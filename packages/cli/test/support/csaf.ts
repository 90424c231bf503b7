/** Small CSAF documents of our own, for what an import of advisories has to read. */

export interface CsafProduct {
    readonly name: string;
    readonly vendor?: string;
    /** A range; with `exact`, a single version. */
    readonly versions?: string;
    readonly exact?: boolean;
    readonly helper?: object;
}

export interface CsafOptions {
    readonly id?: string;
    readonly version?: string;
    readonly date?: string;
    readonly status?: string;
    readonly category?: string;
    readonly publisher?: string;
    readonly title?: string;
    readonly products?: readonly CsafProduct[];
    /** In the place of one vulnerability that all products have. */
    readonly vulnerabilities?: readonly object[];
    readonly tree?: object;
    readonly tlp?: string;
}

const usual: readonly CsafProduct[] = [{ name: 'PLC 100', vendor: 'Examplar', versions: 'vers:all/<V3.1' }];

/** The ids of products are `P1`, `P2` … in their order. */
export function csaf({
    id = 'EX-26-001',
    version = '1',
    date = '2026-03-02T00:00:00.000Z',
    status = 'final',
    category = 'csaf_security_advisory',
    publisher = 'Example CERT',
    title = 'Examplar PLC 100',
    products = usual,
    vulnerabilities,
    tree,
    tlp = 'WHITE',
}: CsafOptions = {}): string {
    const branches = products.map(({ name, vendor = 'Examplar', versions, exact, helper }, index) => {
        const product = {
            name: `${vendor} ${name}`,
            product_id: `P${index + 1}`,
            ...(helper ? { product_identification_helper: helper } : {}),
        };
        const inner =
            versions === undefined
                ? { category: 'product_name', name, product }
                : {
                      category: 'product_name',
                      name,
                      branches: [
                          { category: exact ? 'product_version' : 'product_version_range', name: versions, product },
                      ],
                  };
        return { category: 'vendor', name: vendor, branches: [inner] };
    });
    const ids = products.map((_, index) => `P${index + 1}`);
    return JSON.stringify({
        document: {
            category,
            csaf_version: '2.0',
            title,
            distribution: { tlp: { label: tlp } },
            notes: [{ category: 'summary', text: 'A crafted packet\nstops the controller.' }],
            publisher: { category: 'coordinator', name: publisher, namespace: 'https://cert.example' },
            tracking: {
                id,
                version,
                status,
                current_release_date: date,
                initial_release_date: date,
                revision_history: [],
            },
        },
        product_tree: tree ?? { branches },
        vulnerabilities: vulnerabilities ?? [
            {
                cve: 'CVE-2026-0001',
                cwe: { id: 'CWE-306', name: 'Missing Authentication for Critical Function' },
                product_status: { known_affected: ids },
                scores: [
                    {
                        cvss_v3: { baseScore: 9.8, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
                        products: ids,
                    },
                ],
                remediations: [
                    { category: 'vendor_fix', details: 'Update to V3.1 or later version', product_ids: ids },
                    { category: 'mitigation', details: 'Close port 102.', product_ids: ids },
                ],
            },
        ],
    });
}
