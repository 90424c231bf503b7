import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LoadedModel } from '../models.ts';
import type { DiskFile } from './revision.ts';

/** The files of a model with their bytes as they are on disk; what cannot be read is as it was understood. */
export function filesOf({ analysis, project }: LoadedModel): DiskFile[] {
    return analysis.model.files.map(uri => {
        const file = fileURLToPath(uri);
        try {
            return { file, bytes: readFileSync(file) };
        } catch {
            return { file, bytes: Buffer.from(project.texts.state(uri)?.text ?? '') };
        }
    });
}
