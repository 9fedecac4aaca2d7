/** The usual way to write ranked classes: `U/E3/Ds1`, the classification first, then its alternatives. */
export const notation = (classes: readonly string[]): string => classes.join('/')
