import { run } from './process.mjs';

/** The command of LikeC4, another language for models of systems: only measured where somebody has installed it. */
export const likeC4 = process.env.BENCH_LIKEC4 ?? 'likec4';

/** True where it can be started. */
export const likeC4IsThere = async () => (await run([likeC4, '--version'], { quiet: true })).code === 0;

/**
 * A model of as many elements in its language: zones that hold assets, each with a technology, an address
 * and a criticality, and relations between zones. 10,000 assets are 1.6 MB, where ours are 1.9 MB.
 */
export function likeC4Text(assets) {
    const count = Math.round(assets / 20);
    const zones = Array.from({ length: count }, (_, index) => zoneText(index));
    const relations = Array.from({ length: count - 1 }, (_, index) => `  z${index} -> z${index + 1} 'OPC UA'`);
    return (
        'specification {\n  element zone\n  element asset\n}\n' +
        `model {\n${zones.join('\n')}\n${relations.join('\n')}\n}\nviews {\n  view index {\n    include *\n  }\n}\n`
    );
}

function zoneText(zone) {
    const inside = Array.from({ length: 20 }, (_, asset) => assetText(zone, asset));
    return `  z${zone} = zone 'Zone ${zone}' {\n${inside.join('\n')}\n  }`;
}

function assetText(zone, asset) {
    return [
        `    a${asset} = asset 'Asset ${asset} of zone ${zone}' {`,
        "      technology 'Line controller'",
        `      metadata {\n        address '10.${zone >> 8}.${zone & 255}.${asset + 10}'`,
        "        criticality 'medium'\n      }\n    }",
    ].join('\n');
}
