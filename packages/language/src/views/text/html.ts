/**
 * Text as it may stand in HTML, in an element or in a quoted attribute. Characters that no document may hold are
 * replaced.
 */
export function escapeHtml(text: string): string {
    return text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, '\ufffd')
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
