import { fileURLToPath } from 'node:url';

/** The path that a URI of a file stands for; what names no file of this machine stays as it is, and is not found. */
export function pathOfUri(uri: string): string {
    try {
        return fileURLToPath(uri);
    } catch {
        return uri;
    }
}
