/**
 * Writes zones as text in the `.iacs` language.
 * @param {object} zone a planned zone
 * @param {'none' | 'some' | 'asset'} comments none; about one a zone and some at assets; one at every asset too
 */
export function zoneText(zone, comments, indent = '') {
    const { role } = zone;
    const inner = `${indent}  `;
    const lines = [];
    if (comments !== 'none')
        lines.push(`${indent}/** ${role.title} ${zone.index + 1}, surveyed with the shift lead. */`);
    lines.push(`${indent}zone ${zone.name} "${role.title} ${zone.index + 1}" {`);
    lines.push(
        `${inner}description "${role.title} with its cabinets and cabling."`,
        `${inner}owner "Site ${Math.floor(zone.index / 20) + 1} operations"`,
    );
    lines.push(
        `${inner}kind ${role.kind}`,
        `${inner}purdue ${role.purdue}`,
        `${inner}network 10.${zone.index >> 8}.${zone.index & 255}.0/24`,
    );
    lines.push(
        `${inner}SL-T ${role.target}`,
        `${inner}logical-boundary "Firewall rules of its conduits"`,
        `${inner}physical-boundary "Locked room ${zone.index + 1}"`,
    );
    lines.push(`${inner}applies ${baseline(role.target)}, Allowlisting`);
    lines.push(
        `${inner}meets SR 7.3, SR 7.4 because "Nightly image backup, restore drill twice a year" evidence ` +
            '"docs/backup-drill.md"',
    );
    if (zone.index % 7 === 3)
        lines.push(`${inner}misses SR 2.8 because "The devices keep no audit trail" due 2027-03-31`);
    if (role.kind === 'field') lines.push(`${inner}excludes SR 2.2 because "No wireless in this zone"`);
    lines.push('');
    zone.assets.forEach((asset, number) => lines.push(...assetLines(asset, number, comments, inner)));
    for (const child of zone.children) lines.push('', zoneText(child, comments, inner));
    lines.push(`${indent}}`);
    return lines.join('\n');
}

function assetLines(asset, number, comments, indent) {
    const lines = [];
    if (comments === 'asset') lines.push(`${indent}// ${asset.title}: seen on site, tag plate photographed`);
    else if (comments === 'some' && number % 10 === 4) lines.push(`${indent}// label does not match the drawing`);
    const head = `${indent}asset ${asset.name} "${asset.title}" : ${asset.type}`;
    if (asset.plain) return [...lines, `${head} { address ${asset.address} }`];
    lines.push(`${head} {`, `${indent}  address ${asset.address}`, `${indent}  criticality ${asset.criticality}`);
    if (asset.essential) lines.push(`${indent}  is essential`);
    if (asset.needs) lines.push(`${indent}  needs ${asset.needs}`);
    if (asset.guarded) lines.push(`${indent}  applies MultiFactor`);
    return [...lines, `${indent}}`];
}

/** One planned conduit as text. */
export function conduitText(conduit, comments) {
    const { from, to, name, device } = conduit;
    const lines = [];
    if (comments !== 'none' && name.endsWith('5')) lines.push(`// ${name}: reviewed with the network team`);
    lines.push(
        `conduit ${name} "${from.role.title} to ${to.role.title.toLowerCase()}" between ${from.id} and ${to.id} {`,
    );
    lines.push(
        '  owner "Network team"',
        '  monitored by "Plant SOC"',
        `  SL-T ${conduit.target}`,
        `  applies ${baseline(conduit.target)}`,
    );
    if (conduit.oneWay) lines.push(`  one-way ${from.id} -> ${to.id}`);
    lines.push(
        `  via ${device}`,
        `  asset ${device} "Boundary device of ${name}" : ${conduit.deviceType} { serves ${from.id}, ${to.id} }`,
    );
    for (const flow of conduit.flows) lines.push(...flowLines(flow));
    return [...lines, '}'].join('\n');
}

function flowLines(flow) {
    const head = `  flow ${flow.from} -> ${flow.to} : ${flow.protocol} "${flow.purpose}"`;
    if (flow.short && !flow.measure) return [`${head} { access ${flow.access} }`];
    const lines = [`${head} {`, `    port tcp ${flow.port}`, `    access ${flow.access}`];
    if (flow.measure) lines.push(`    secured authentication, encryption, integrity by ${flow.measure}`);
    return [...lines, '    approved by "OT security lead"', '  }'];
}

const baseline = level => `Baseline${level}`;

/** Countermeasures and asset types that every zone of the model refers to. */
export const sharedText =
    [1, 2, 3]
        .map(level =>
            [
                `countermeasure Baseline${level} "Site baseline for level ${level}" {`,
                `  meets ${[1, 2, 3, 4, 5, 6, 7].map(fr => `FR ${fr} SL ${level}`).join(', ')}`,
                '  status verified',
                `  cost ${level * 40000}`,
                '  owner "OT security lead"',
                `  evidence "policies/baseline-${level}.md"`,
                '}',
                '',
            ].join('\n'),
        )
        .join('\n') +
    `
countermeasure MultiFactor "Multi-factor log-on" { meets SR 1.1 RE 2 status planned due 2027-01-15 }
countermeasure Allowlisting "Application allow-listing" {
  meets SR 3.2
  status implemented
  evidence "policies/allow-listing.md"
}
countermeasure OpcUaSigned "OPC UA SignAndEncrypt" { meets SR 3.1, SR 4.1 status implemented evidence "policies/opc-ua.md" }

type line-controller "Line controller, series 4" : plc {
  vendor "Example Automation"
  SL-C {2 2 2 1 2 2 2}
  certificate "IEC 62443-4-2"
}
type line-panel "Line panel, series 4" : hmi {
  vendor "Example Automation"
  SL-C {2 2 2 2 2 2 2}
}
`;

/** A threat and a view of one site: nothing refers to their names. */
export function siteText(zones) {
    const number = Math.floor(zones[0].index / 20) + 1;
    const [first, last] = [zones[0], zones.at(-1)];
    return `threat Intruder${number} "A remote intruder reaches ${last.role.title.toLowerCase()}" {
  from ${first.id}
  against ${last.id}
  likelihood 2
  consequence 3
  mitigated by Baseline1 to likelihood 1
}

view Overview${number} "Site ${number}" {
  include ${
      zones
          .filter(zone => !zone.parent)
          .map(zone => zone.id)
          .join(', ') || first.id
  }
}
`;
}

/** The head of the root file. */
export const systemText = `/** A generated plant: its sites have the same zones, their assets differ. */
system Generated "Generated plant" {
  owner "Plant operations"
  tolerable-risk 12
}
`;
