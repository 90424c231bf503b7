/** The schema of the report as text, as it has to stand in the file. */
export function reportSchema(): string;
