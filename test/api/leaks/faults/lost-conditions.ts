import {
  BinaryOperationNode,
  ColumnNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  ReferenceNode,
  ValueNode,
} from 'kysely'
import { type Fault, trap } from './fault.ts'

/** Leaves the conditions on a column out of every query that has one. */
class WithoutCondition extends OperationNodeTransformer {
  readonly #column: string
  constructor(column: string) {
    super()
    this.#column = column
  }
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand: left } = node
    const isMeant = ReferenceNode.is(left) && ColumnNode.is(left.column) && left.column.column.name === this.#column
    if (!isMeant) return super.transformBinaryOperation(node)
    return BinaryOperationNode.create(ValueNode.create(1), OperatorNode.create('='), ValueNode.create(1))
  }
}

const forgetting = (says: string, column: string): Fault => {
  const transformer = new WithoutCondition(column)
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => (trap.isArmed ? transformer.transformNode(node) : node),
    transformResult: async ({ result }) => result,
  }
  return {
    says,
    caughtBy: 'matrix',
    options: { database: (database) => ({ ...database, db: database.db.withPlugin(plugin) }) },
  }
}

/** Queries that lost one of their conditions. */
export const lostConditions: readonly Fault[] = [
  forgetting('a list of codings without "mine"', 'coder'),
  forgetting('a thing looked up without its study', 'study'),
  forgetting('a session that outlives its twelve hours', 'expires_at'),
  forgetting('a session of a disabled account', 'disabled_at'),
  forgetting('a history of a coding without its list of deeds', 'action'),
]
