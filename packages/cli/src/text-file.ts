import { decodeText } from '@attune/exchange'
import { place, Refusal } from './refusal.ts'
import type { World } from './world.ts'

/** A whole text file, in UTF-8 or UTF-16. @throws Refusal naming the place of what is no text. */
export async function readText(path: string, world: World): Promise<string> {
  const decoded = decodeText(await world.read(path))
  if (decoded.ok) return decoded.text
  const [fault] = decoded.faults
  throw new Refusal(`${place(path, fault?.line ?? 0)}: ${fault?.message}`, fault?.remedy ?? '')
}

/** @throws Refusal if it is no JSON. */
export async function readJson(path: string, world: World): Promise<unknown> {
  const text = await readText(path, world)
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = `${path}: this is not JSON. ${error instanceof Error ? error.message : ''}`
    throw new Refusal(message, 'Correct it at that place.')
  }
}
