/** A question that is answered once for what it is asked of. The function is the same one every time. */
export type Once<Of> = <T>(question: (of: Of) => T) => T;

/** The answers to questions of one thing: each is worked out when it is first asked, and kept as long as the thing. */
export function onceOf<Of>(of: Of): Once<Of> {
    const answers = new Map<unknown, unknown>();
    return <T>(question: (of: Of) => T): T => {
        if (!answers.has(question)) answers.set(question, question(of));
        return answers.get(question) as T;
    };
}
