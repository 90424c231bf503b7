// Looks for words in the sections of all pages. The index is a script beside this one, so that it works from a disk.
'use strict';
(() => {
    const box = document.getElementById('search');
    const list = document.getElementById('found');
    const base = document.documentElement.dataset.base;
    const most = 20;

    const plain = text => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
    let sections;

    function score(section, words) {
        let sum = 0;
        for (const word of words) {
            const inHead = section.head.includes(word);
            const inText = section.text.includes(word);
            if (!inHead && !inText) return 0;
            sum += (section.head === word ? 20 : 0) + (inHead ? 10 : 0) + (inText ? 1 : 0);
        }
        return sum;
    }

    function excerpt(text, word) {
        const at = Math.max(0, plain(text).indexOf(word));
        const from = Math.max(0, at - 40);
        const part = document.createElement('small');
        const mark = document.createElement('mark');
        mark.textContent = text.slice(at, at + word.length);
        part.append(`${from > 0 ? '…' : ''}${text.slice(from, at)}`, mark, `${text.slice(at + word.length, at + 80)}…`);
        return part;
    }

    box.addEventListener('input', () => {
        sections ??= window.iacsIndex.map(([url, title, head, text]) => ({
            url,
            title,
            shown: head,
            body: text,
            head: plain(head),
            text: plain(text),
        }));
        const words = plain(box.value)
            .split(/\s+/)
            .filter(word => word !== '');
        const found =
            words.length === 0
                ? []
                : sections
                      .map(section => [score(section, words), section])
                      .filter(([points]) => points > 0)
                      .sort(([a], [b]) => b - a)
                      .slice(0, most);
        list.replaceChildren(
            ...found.map(([, { url, title, shown, body }]) => {
                const item = document.createElement('li');
                const link = document.createElement('a');
                link.href = base + url;
                link.textContent = title === shown ? title : `${title}: ${shown}`;
                item.append(link, excerpt(body, words[0]));
                return item;
            }),
        );
        if (words.length > 0 && found.length === 0) {
            const none = document.createElement('li');
            none.textContent = 'No section has all of these words.';
            list.replaceChildren(none);
        }
        list.setAttribute('aria-label', `${found.length} found`);
    });
})();
