import { open, rename, rm, writeFile } from 'node:fs/promises'

/** Writes beside the file and puts it into its place at the end, so that nobody meets one half of it. */
export async function writeWhole(path: string, text: string, replace: boolean): Promise<void> {
  // An empty file holds the place: of two programs that want the same name, one is refused.
  if (!replace) await (await open(path, 'wx')).close()
  const draft = `${path}.${process.pid}.part`
  try {
    await writeFile(draft, text, { flag: 'wx' })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    if (!replace) await rm(path, { force: true })
    throw error
  }
}
