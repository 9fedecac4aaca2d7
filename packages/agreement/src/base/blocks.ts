/**
 * Steps of a long loop that are one call. Node compiles a function that is called often as a whole and for good; of one long loop it
 * compiles the inside alone, and leaves and enters it anew with every table, at up to three times the cost.
 */
export const BLOCK = 1024
