/** What makes a value, once. */
type Making<V> = () => V;

/**
 * A property of many objects that is worked out when somebody first asks for it.
 *
 * There is one getter for all of them. V8 keeps a class of its own for an object whose literal has a getter: it takes a
 * kilobyte, looks up every property in a table, and holds what the getter sees, here a whole model, until all of the
 * memory is collected. The same goes for a generator function that is made in a function.
 */
export class WhenAsked<K extends string, V extends object | null, M extends Making<V> = Making<V>> {
    readonly #name: K;
    /** Where an object keeps the value, and until then what makes it; in no copy and no output. */
    readonly #kept: symbol;
    readonly #getter: PropertyDescriptor;

    constructor(name: K) {
        const kept = Symbol(name);
        this.#name = name;
        this.#kept = kept;
        this.#getter = {
            enumerable: true,
            configurable: true,
            get(this: { [kept]: V | M }) {
                const made = this[kept];
                return typeof made === 'function' ? (this[kept] = made()) : made;
            },
        };
    }

    /**
     * Gives an object the property.
     * @param making asked once at most; a copy of the object asks at once
     * @returns the same object
     */
    give<T extends object>(object: T, making: M): T & Readonly<Record<K, V>> {
        Object.defineProperty(object, this.#kept, { value: making, writable: true });
        return Object.defineProperty(object, this.#name, this.#getter) as T & Readonly<Record<K, V>>;
    }

    /** What would make the value of an object; `undefined` where somebody has asked already, or nothing makes one. */
    making(object: object): M | undefined {
        const made = (object as Readonly<Record<symbol, unknown>>)[this.#kept];
        return typeof made === 'function' ? (made as M) : undefined;
    }
}
