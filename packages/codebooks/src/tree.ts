import type { Category } from './variable-schema.ts'

/** A category with its place in the tree. */
export type CategoryNode = {
  category: Category
  /** Ids from the category itself up to its group. */
  lineage: string[]
  /** Steps from `categories` to it, for fault paths. */
  steps: (string | number)[]
  organised: boolean
  needsSecondary: boolean
}

/** All categories, each before its children: the order in which a codebook shows them. */
export function flattenCategories(categories: readonly Category[], parent?: CategoryNode): CategoryNode[] {
  return categories.flatMap((category, index) => {
    const node: CategoryNode = {
      category,
      lineage: [category.id, ...(parent?.lineage ?? [])],
      steps: [...(parent ? [...parent.steps, 'children'] : ['categories']), index],
      organised: category.organised ?? parent?.organised ?? false,
      needsSecondary: category.needsSecondary ?? parent?.needsSecondary ?? false,
    }
    return [node, ...flattenCategories(category.children ?? [], node)]
  })
}

/** What a map says about a category: at the category itself, else at its nearest mapped ancestor; undefined if nowhere. */
export function lookUp<Value>(map: Record<string, Value>, node: CategoryNode): Value | undefined {
  const mapped = node.lineage.find((id) => Object.hasOwn(map, id))
  return mapped === undefined ? undefined : map[mapped]
}
