import type { Paint } from '../text/paint.ts';
import type { ModelLevels } from './levels.ts';
import { levelsToCsv } from './to-csv.ts';
import { htmlOfModel, pageOfLevels } from './to-html.ts';
import { levelsToJson } from './to-json.ts';
import { levelsToMarkdown } from './to-markdown.ts';
import { levelsToTable } from './to-table.ts';

/** The formats of levels; the first one without a word. */
export const levelsFormats = ['table', 'json', 'csv', 'markdown', 'html'] as const;
/** One of {@link levelsFormats}. */
export type LevelsFormat = (typeof levelsFormats)[number];

/** Prints the levels of models as they come, so that a thousand models need the memory of one. */
export interface LevelsPrinter {
    /** @returns what can be printed now */
    add(levels: ModelLevels): string;
    /** @returns the rest; without it the output is not complete */
    end(): string;
}

/** What together is the same as all models given to the function of the format at once. */
export function levelsPrinter(format: LevelsFormat, paint: Paint): LevelsPrinter {
    switch (format) {
        case 'table':
            return joined(levels => levelsToTable([levels], paint));
        case 'markdown':
            return joined(levels => levelsToMarkdown([levels]));
        case 'json':
            return jsonPrinter();
        case 'csv':
            return csvPrinter();
        case 'html':
            return htmlPrinter();
    }
}

function joined(textOf: (levels: ModelLevels) => string): LevelsPrinter {
    let begun = false;
    return {
        add: levels => {
            const text = `${begun ? '\n' : ''}${textOf(levels)}`;
            begun = true;
            return text;
        },
        end: () => '',
    };
}

/** The list is written by hand around its models, which are indented as they are in the whole. */
function jsonPrinter(): LevelsPrinter {
    const empty = JSON.stringify(levelsToJson([]), null, 2);
    const open = empty.lastIndexOf('[]');
    let begun = false;
    return {
        add: levels => {
            const { models } = levelsToJson([levels]);
            const text = JSON.stringify(models[0], null, 2).replaceAll('\n', '\n    ');
            const before = begun ? ',' : empty.slice(0, open + 1);
            begun = true;
            return `${before}\n    ${text}`;
        },
        end: () => (begun ? `\n  ${empty.slice(open + 1)}\n` : `${empty}\n`),
    };
}

function csvPrinter(): LevelsPrinter {
    const head = levelsToCsv([]);
    let begun = false;
    return {
        add: levels => {
            const text = levelsToCsv([levels]);
            const rows = begun ? text.slice(head.length) : text;
            begun = true;
            return rows;
        },
        end: () => (begun ? '' : head),
    };
}

/** The title of the page, at its head, names all systems: it is printed at the end. */
function htmlPrinter(): LevelsPrinter {
    const systems: string[] = [];
    const bodies: string[] = [];
    return {
        add: levels => {
            systems.push(levels.system);
            bodies.push(htmlOfModel(levels));
            return '';
        },
        end: () => pageOfLevels(systems, bodies),
    };
}
