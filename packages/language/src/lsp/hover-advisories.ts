import type { AdvisoryReading } from '../advisories/index.ts';
import { productsNamed, readAdvisories } from '../advisories/index.ts';
import type { AdvisoryName, Origin } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { ValueHover } from './hover-values.ts';
import { code, paragraphs, plain } from './markdown.ts';

/** More advisories or assets of one name are counted. */
const most = 8;

function covers({ file, name }: Origin, uri: string, offset: number): boolean {
    return file === uri && name.start <= offset && offset <= name.end;
}

function listed(lines: readonly string[], what: string): string {
    const more = lines.length - most;
    return [...lines.slice(0, most), ...(more > 0 ? [`and ${more} more ${what}`] : [])]
        .map(line => `- ${line}`)
        .join('\n');
}

const verdicts = { affected: 'affected', 'not-affected': 'not affected', 'cannot-tell': 'cannot tell' } as const;

function readingText({ asset, verdict, why, weight }: AdvisoryReading): string {
    return [
        `${code(asset.id)}: ${verdicts[verdict]}`,
        ...(why === null ? [] : [plain(why)]),
        ...(weight ? [plain(`${weight.urgency}: ${weight.reasons.join(', and ')}`)] : []),
    ].join(', ');
}

/** What advisories say by a name that a type or an asset confirms. */
function nameText({ name }: AdvisoryName, vendor: string | null, { lookup }: LiveAnalysis): string {
    const products = productsNamed(lookup).of(name, vendor);
    if (products.length === 0) return 'No advisory of the model has this name for a product of this vendor.';
    const lines = products.map(
        ({ advisory, statement: { state, versions } }) =>
            `${plain(advisory.identifier ?? advisory.id)}: ${state.replace('-', ' ')}` +
            (versions.length === 0 ? '' : ` ${versions.map(each => code(each)).join(', ')}`),
    );
    return listed([...new Set(lines)], 'advisories');
}

/**
 * What there is to say about the name of a product that a type, an asset or an advisory has at an offset; `null` where
 * there is none.
 */
export function advisoryAt(analysis: LiveAnalysis, uri: string, offset: number): ValueHover | null {
    const { model, assessment } = analysis;
    if (model.advisories.length === 0) return null;
    for (const holder of [...model.types, ...model.assets]) {
        const name = holder.advisoryNames.find(each => covers(each.origin, uri, offset));
        if (!name) continue;
        const { start, end } = name.origin.name;
        return { start, end, text: nameText(name, holder.vendor, analysis) };
    }
    for (const advisory of model.advisories) {
        if (advisory.origin.file !== uri) continue;
        for (const { products } of advisory.statements) {
            const product = products.find(each => covers(each.origin, uri, offset));
            if (!product) continue;
            const readings = readAdvisories(assessment).readings.filter(
                each => each.advisory === advisory && each.products.some(one => one.name === product.text),
            );
            const { start, end } = product.origin.name;
            const text =
                readings.length === 0
                    ? 'No `advisory-name` of the model confirms that it has this product.'
                    : paragraphs(listed(readings.map(readingText), 'assets'));
            return { start, end, text };
        }
    }
    return null;
}
