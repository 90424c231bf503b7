import { withoutHidden } from './hidden.ts';

/**
 * Text as it may be in HTML, in an element or in a quoted attribute. Hidden characters, and those that no document
 * may hold, are replaced.
 */
export function escapeHtml(text: string): string {
    return withoutHidden(text)
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
