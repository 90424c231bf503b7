/**
 * A question, and the name under which its answer is kept where one bundle of the command line has it twice: what one
 * copy has worked out is then not worked out again by the other one.
 */
type Named<Question> = Question & { readonly shared?: string };

/** A question that is answered once for what it is asked of. The function is the same one every time. */
export type Once<Of> = <T>(question: (of: Of) => T) => T;

/** The answers to questions of one thing: each is worked out when it is first asked, and kept as long as the thing. */
export function onceOf<Of>(of: Of): Once<Of> {
    const answers = new Map<unknown, unknown>();
    return <T>(question: Named<(of: Of) => T>): T => {
        const key = question.shared ?? question;
        if (!answers.has(key)) answers.set(key, question(of));
        return answers.get(key) as T;
    };
}
