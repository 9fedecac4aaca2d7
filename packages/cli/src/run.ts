import { nearest } from './arguments.ts'
import { type Command, commands } from './commands.ts'
import { commandHelp, programHelp } from './help.ts'
import { Refusal } from './refusal.ts'
import { VERSION } from './version.ts'
import { EXIT, type World } from './world.ts'

/** Commands of the server; they come with it. */
const SERVER_COMMANDS = ['serve', 'backup', 'restore', 'doctor', 'export', 'import']

/** The program. Never throws: everything ends as an exit code, with a message on standard error if it is not 0. */
export async function run(args: readonly string[], world: World): Promise<number> {
  try {
    return await dispatch(args, world)
  } catch (error) {
    if (error instanceof Refusal) {
      world.say(`attune: ${error.message}\n        ${error.remedy}\n`)
      return EXIT.refused
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    world.say(`attune: internal error; please report it with these lines and the command.\n${trace}\n`)
    return EXIT.broken
  }
}

async function dispatch([name, ...rest]: readonly string[], world: World): Promise<number> {
  if (name === '--version') return shown(world, `${VERSION}\n`)
  if (name === undefined) throw new Refusal('Which command?', '"attune help" lists them.')
  if (name === 'help' || name === '--help' || name === '-h') {
    const [topic] = rest
    return shown(world, topic === undefined ? programHelp(commands) : await helpOf(commandOf(topic)))
  }
  const command = commandOf(name)
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length)
  if (options.includes('--help') || options.includes('-h')) return shown(world, await helpOf(command))
  const { run } = await command.load()
  return run(rest, world)
}

async function helpOf(command: Command): Promise<string> {
  const { specs } = await command.load()
  return commandHelp({ ...command, specs })
}

function shown(world: World, text: string): number {
  world.print(text)
  return EXIT.done
}

function commandOf(name: string): Command {
  const command = commands.get(name)
  if (command !== undefined) return command
  if (SERVER_COMMANDS.includes(name)) {
    throw new Refusal(
      `"attune ${name}" belongs to the server, which is started another way.`,
      'Write "npm start" in the folder of Attune.',
    )
  }
  const near = nearest(name, [...commands.keys()])
  const remedy = near === undefined ? '"attune help" lists the commands.' : `Did you mean "attune ${near}"?`
  throw new Refusal(`There is no command "${name}".`, remedy)
}
