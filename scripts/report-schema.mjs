// Writes the JSON Schema of `iacs report -o FILE.json` from the types that the report is made of.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = new URL('../', import.meta.url);
const path = relative => fileURLToPath(new URL(relative, root));

/** The schema as text, as it has to stand in the file. */
export function reportSchema() {
    const schema = createGenerator({
        path: path('packages/language/src/views/report/data.ts'),
        tsconfig: path('packages/language/tsconfig.json'),
        type: 'ReportData',
        additionalProperties: false,
        skipTypeCheck: true,
    }).createSchema('ReportData');
    const title = 'Cyber security requirements specification of an .iacs model';
    return `${JSON.stringify({ $id: 'iacs-report.schema.json', title, ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
    writeFileSync(path('packages/language/schema/report.schema.json'), reportSchema());
}
