import { run } from './process.mjs';

/** The command of LikeC4, another language for models of systems: only measured where somebody has installed it. */
export const likeC4 = process.env.BENCH_LIKEC4 ?? 'likec4';

/** True where it can be started. */
export const likeC4IsThere = async () => (await run([likeC4, '--version'], { quiet: true })).code === 0;

/** A model of as many elements in its language: zones that hold assets, and relations between zones. */
export function likeC4Text(assets) {
    const count = Math.round(assets / 20);
    const zone = index => {
        const inside = Array.from({ length: 20 }, (_, number) => `    a${number} = asset 'Asset ${number}'`);
        return `  z${index} = zone 'Zone ${index}' {\n${inside.join('\n')}\n  }`;
    };
    const zones = Array.from({ length: count }, (_, index) => zone(index));
    const relations = Array.from({ length: count - 1 }, (_, index) => `  z${index} -> z${index + 1} 'OPC UA'`);
    return (
        'specification {\n  element zone\n  element asset\n}\n' +
        `model {\n${zones.join('\n')}\n${relations.join('\n')}\n}\nviews {\n  view index {\n    include *\n  }\n}\n`
    );
}
