import { type EngineName, type Lab, type LabOptions, openLab } from '../support/lab.ts'
import { addHidden, buildBase, type World } from './world.ts'

/**
 * Two labs that are the same to the last id and second for everybody who is blind. Only what must stay hidden differs: one has
 * case information, a rival's codes and master codings, the other has none of them.
 */
export async function openTwins(
  engine: EngineName,
  options: LabOptions = {},
  wrap: (lab: Lab) => Lab = (lab) => lab,
): Promise<{ one: World; other: World; close: () => Promise<void> }> {
  const labs: [Lab, Lab] = [wrap(await openLab(engine, options)), wrap(await openLab(engine, options))]
  const build = async (lab: Lab, hides: boolean) => {
    const base = await buildBase(lab)
    lab.ports.drawFrom('hidden')
    lab.ports.advance(1000)
    return addHidden(base, { informed: hides, rival: hides, masters: hides })
  }
  const one = await build(labs[0], true)
  const plain = await build(labs[1], false)
  // Both are asked about everything that exists in the fuller one.
  const other = { ...plain, here: one.here }
  const close = async () => {
    for (const lab of labs) await lab.close()
  }
  return { one, other, close }
}
