/** How a shape of a Visio page looks; sizes in pixels of the drawing. */
export interface Look {
    readonly fill: string | null;
    readonly line: string | null;
    readonly weight?: number;
    readonly dashed?: boolean;
    readonly rounding?: number;
}

/** The words of a shape. */
export interface Words {
    readonly lines: readonly string[];
    readonly size: number;
    readonly bold?: boolean;
    readonly middle?: boolean;
    readonly colour?: string;
    /** From the left edge, in pixels. */
    readonly left?: number;
    /** At the top of the shape, otherwise in its middle. */
    readonly top?: boolean;
}
