/** The value below which the share `p` (0 to 1) of the numbers lies; between two numbers it is interpolated. */
export function quantile(numbers, p) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const position = (sorted.length - 1) * p;
    const below = Math.floor(position);
    const above = Math.ceil(position);
    return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

/** The middle one of the numbers. */
export const median = numbers => quantile(numbers, 0.5);

/** How time grows with size: the slope of its logarithm over the logarithm of size; 1 is linear, 2 quadratic. */
export const exponent = (smallTime, largeTime, factor) => Math.log(largeTime / smallTime) / Math.log(factor);
