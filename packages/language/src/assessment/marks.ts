/** A set of nodes by number, for one search after another: to empty it costs nothing, however large the graph is. */
export class Marks {
    /** The number of the last search in which a node was added. */
    private readonly at: Int32Array;
    private searches = 1;

    /** @param nodes how many the graph has */
    constructor(nodes: number) {
        this.at = new Int32Array(nodes);
    }

    clear(): void {
        this.searches++;
    }

    add(node: number): void {
        this.at[node] = this.searches;
    }

    has(node: number): boolean {
        return this.at[node] === this.searches;
    }
}
