/**
 * Published risk matrices that ship as presets; docs/risk.md cites them. Named in the settings: `"riskMatrix":
 * "nist-sp-800-30"`.
 */
import type { Axis, Band, Cells, RiskMatrix } from './risk-matrix.ts';

function axis(first: Axis['first'], ...levels: readonly string[]): Axis {
    return { levels, first };
}

function ranks(...names: readonly string[]): readonly Band[] {
    return names.map((name, index) => ({ name, to: index + 1 }));
}

/** Cells from lines of initials, lowest consequence first, lowest likelihood first. */
function cells(order: string, ...lines: readonly string[]): Cells {
    return lines.map(line => [...line].map(initial => order.indexOf(initial) + 1));
}

/**
 * NIST SP 800-30 Revision 1 (September 2012), Appendix I, table I-2: level of risk from likelihood and impact. A work
 * of the United States government. The table is a look-up and no product.
 */
const nist: RiskMatrix = {
    name: 'NIST SP 800-30 Rev. 1, table I-2',
    source: 'NIST SP 800-30 Revision 1 (September 2012), Appendix I, table I-2',
    origin: 'settings',
    likelihood: axis('lowest', 'very low', 'low', 'moderate', 'high', 'very high'),
    consequence: axis('lowest', 'very low', 'low', 'moderate', 'high', 'very high'),
    cells: cells('vlmhV', 'vvvvv', 'vllll', 'vlmmm', 'llmhh', 'lmhVV'),
    bands: ranks('very low', 'low', 'moderate', 'high', 'very high'),
    ordinal: true,
    tolerable: null,
    classes: [],
    targetRule: { kind: 'steps' },
};

/**
 * MIL-STD-882E (11 May 2012), table III: risk from severity category and probability level. Public release,
 * distribution statement A. Severity 1 is catastrophic and 4 negligible; probability A to E is written 1 to 5 here,
 * frequent first. Level F, eliminated, is left out: it is no probability but the absence of the hazard.
 */
const milStd882: RiskMatrix = {
    name: 'MIL-STD-882E, table III',
    source: 'MIL-STD-882E, System Safety (11 May 2012), table III',
    origin: 'settings',
    likelihood: axis('highest', 'E improbable', 'D remote', 'C occasional', 'B probable', 'A frequent'),
    consequence: axis('highest', '4 negligible', '3 marginal', '2 critical', '1 catastrophic'),
    cells: cells('lmsh', 'lllmm', 'mmmss', 'mmshh', 'mshhh'),
    bands: ranks('low', 'medium', 'serious', 'high'),
    ordinal: true,
    tolerable: null,
    classes: [],
    targetRule: { kind: 'steps' },
};

/** The presets by the name that the settings use. */
export const riskPresets: ReadonlyMap<string, RiskMatrix> = new Map([
    ['nist-sp-800-30', nist],
    ['mil-std-882e', milStd882],
]);
