import type { Block, Document, Section } from './document.ts';
import type { ReportData } from './data.ts';
import { statesNote, summarySection } from './section-summary.ts';
import { assetsSection, drawingsSection, flowsSection, subjectsSection, systemSection } from './section-system.ts';
import { riskSection, targetsSection, traceSection } from './section-risk.ts';
import { applicabilitySection, countermeasuresSection, planSection } from './section-requirements.ts';
import {
    assumptionsSection,
    findingsSection,
    foundSection,
    furtherSection,
    invariantsSection,
    notAssessedSection,
    signOffSection,
    sourcesSection,
} from './section-closing.ts';
import { regulationsSection } from './section-regulations.ts';
import { advisoriesSection } from './section-advisories.ts';
import { organisationsSection, partiesSection } from './section-parties.ts';
import { functionsSection, timeSection } from './section-time.ts';

/**
 * Sets a report as a document, in the order in which it is read: what it comes to, the system, its parts, the risk,
 * what is asked for and what is left to do, and what the reader has to know before signing.
 */
export function toDocument(data: ReportData): Document {
    const { document: facts } = data;
    const sections: readonly (Section | null)[] = [
        summarySection(data),
        notAssessedSection(data),
        systemSection(data),
        drawingsSection(data),
        subjectsSection(data, 'zones'),
        subjectsSection(data, 'conduits'),
        assetsSection(data),
        flowsSection(data),
        riskSection(data),
        targetsSection(data),
        applicabilitySection(data, statesNote),
        planSection(data),
        timeSection(data),
        countermeasuresSection(data),
        traceSection(data),
        assumptionsSection(data),
        invariantsSection(data),
        functionsSection(data),
        partiesSection(data),
        organisationsSection(data),
        regulationsSection(data),
        foundSection(data),
        advisoriesSection(data),
        findingsSection(data),
        furtherSection(data),
        sourcesSection(data),
        signOffSection(data),
    ];
    return {
        title: facts.title,
        subtitle: 'Cyber security requirements specification',
        facts: {
            kind: 'facts',
            rows: [
                { name: 'System', values: [facts.system ?? 'not stated'] },
                { name: 'Owner', values: [facts.owner ?? 'not stated'] },
                { name: 'Date', values: [facts.date] },
                { name: 'Revision', values: [facts.revision ?? 'not stated'] },
                { name: 'SHA-256 of the model', values: [facts.sha256] },
                { name: 'Basis', values: ['IEC 62443-3-2:2020, ZCR 6; IEC 62443-3-3:2013'] },
            ],
        },
        sections: numbered(sections.filter(section => section !== null)),
        running: {
            head: `${facts.title}: cyber security requirements specification`,
            foot:
                `${facts.date}${facts.revision ? `, revision ${facts.revision}` : ''}, model ` +
                `${facts.sha256.slice(0, 12)}`,
        },
    };
}

/** Numbers the headings of the first two levels, as people quote them: 5, 5.2. */
function numbered(sections: readonly Section[]): readonly Section[] {
    return sections.map((section, index) => {
        let second = 0;
        const blocks = section.blocks.map((block): Block => {
            if (block.kind !== 'heading' || block.level !== 2) return block;
            second += 1;
            return { ...block, text: `${index + 1}.${second} ${block.text}` };
        });
        return { heading: { ...section.heading, text: `${index + 1} ${section.heading.text}` }, blocks };
    });
}
