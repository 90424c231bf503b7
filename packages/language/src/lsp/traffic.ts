/**
 * So many turns of the event loop a message takes from the system to its answer: it is read, decoded, handled and
 * written, each in a turn of its own.
 */
const way = 4;
/** After so many turns work goes on, whatever else arrives: findings are not starved by keys. */
const longest = 100;

const eventLoop = (): Promise<void> =>
    new Promise(resolve => {
        setImmediate(resolve);
    });

/** The messages of a client, for whoever works in the meantime and lets them pass. */
export class Traffic {
    private handled = 0;

    /** A message is handled now. */
    arrived(): void {
        this.handled++;
    }

    /**
     * Lets all that has arrived be answered: work in steps would otherwise come between a question and its answer, once
     * for each turn that the question takes.
     */
    async turn(): Promise<void> {
        let before = this.handled;
        for (let quiet = 0, turns = 0; quiet < way && turns < longest; turns++) {
            await eventLoop();
            quiet = this.handled === before ? quiet + 1 : 0;
            before = this.handled;
        }
    }
}
