const allowed = new Set(
    'A B BLOCKQUOTE BR CODE DIV EM H1 H2 H3 H4 H5 H6 HR I LI OL P PRE SPAN STRONG TABLE TBODY TD TH THEAD TR UL'.split(
        ' ',
    ),
);

/**
 * HTML made of Markdown with nothing in it but text and its form. What is explained may quote a model of somebody else,
 * who sent a link.
 */
export function safeHtml(html: string): string {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const element of [...body.querySelectorAll('*')]) {
        if (!allowed.has(element.tagName)) {
            element.replaceWith(element.textContent ?? '');
            continue;
        }
        for (const { name, value } of [...element.attributes])
            if (name !== 'class' && !(name === 'href' && /^(https?:|#)/u.test(value))) element.removeAttribute(name);
        if (element.tagName === 'A') element.setAttribute('rel', 'noopener noreferrer');
    }
    return body.innerHTML;
}
