/**
 * Weights from a tree of categories: a slip between subgroups of one class costs less than a slip between classes.
 *
 * The weight of two categories is the share of their levels that they have in common: F/F1 and F/F2 share one of two levels, 0.5; F/F1 and
 * F itself one of two, 0.5; F/F1 and Ds/Ds1 none, 0.
 *
 * @param paths for each declared category, in order, its path from the top of the tree down to itself.
 * @returns a matrix of agreement weights for the option `weights`.
 * @throws RangeError if a path is empty, no list, or stands twice.
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 3 (custom weights).
 * @example treeWeights([['F', 'F1'], ['F', 'F2'], ['Ds', 'Ds1']])[0] // [1, 0.5, 0]
 */
export function treeWeights(paths: readonly (readonly string[])[]): number[][] {
  const seen = new Set<string>()
  for (const [index, path] of paths.entries()) {
    // Only a script without types can leave the brackets out.
    if (!Array.isArray(path)) {
      const message = `The path of category ${index + 1} is ${JSON.stringify(path)}, not a list of names from the top down.`
      throw new RangeError(message)
    }
    const name = JSON.stringify(path)
    if (path.length === 0) throw new RangeError('The path of a category is empty.')
    if (seen.has(name)) throw new RangeError(`The path ${path.join(' > ')} stands twice.`)
    seen.add(name)
  }
  return paths.map((first) =>
    paths.map((second) => sharedLevels(first, second) / Math.max(first.length, second.length)),
  )
}

function sharedLevels(first: readonly string[], second: readonly string[]): number {
  const parting = first.findIndex((name, level) => name !== second[level])
  return parting < 0 ? first.length : parting
}
