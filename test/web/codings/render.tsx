import type { Workspace } from '@attune/contract'
import { render } from '@solidjs/testing-library'
import axe from 'axe-core'
import type { JSX } from 'solid-js'
import { expect } from 'vitest'
import { createDesk, type Desk } from '../../../web/src/codings/desk.ts'
import { createSight, DeskProvider, type Sight } from '../../../web/src/codings/desk-context.ts'
import type { Ports } from '../../../web/src/codings/ports.ts'
import { acceptingPorts } from './sample.ts'

/** Renders part of the coding screen with a desk of its own. */
export function renderOnDesk(
  part: (desk: Desk, sight: Sight) => JSX.Element,
  workspace: Workspace,
  ports: Ports = acceptingPorts(workspace),
) {
  let desk: Desk | undefined
  let sight: Sight | undefined
  const rendered = render(() => {
    const myDesk = createDesk(workspace, ports)
    const mySight = createSight(myDesk)
    desk = myDesk
    sight = mySight
    return (
      <DeskProvider value={{ desk: myDesk, sight: mySight }}>
        <main>{part(myDesk, mySight)}</main>
      </DeskProvider>
    )
  })
  if (!desk || !sight) throw new Error('not rendered')
  return { ...rendered, desk, sight }
}

/** What can be checked without a browser; contrast and both themes are checked end to end. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
