const mostKept = 40;

/** A map that forgets what was put into it first. */
export class Few<T> {
    private readonly all = new Map<string, T>();

    get(key: string): T | undefined {
        return this.all.get(key);
    }

    set(key: string, value: T): void {
        this.all.delete(key);
        this.all.set(key, value);
        if (this.all.size > mostKept) this.all.delete(this.all.keys().next().value!);
    }

    delete(key: string): void {
        this.all.delete(key);
    }
}
