import { AppError } from '@/server/app-error'
import type { CommandTable } from './commands/command'
import { benchCommands, envtuneCommands } from './commands/index'

const tables: Readonly<Record<string, CommandTable>> = { envtune: envtuneCommands, bench: benchCommands }

/** `run.mjs envtune|bench <command> …`. Exit status 2 means that the command line was wrong. */
export async function main([tableName = '', name, ...args]: string[]): Promise<number> {
  const table = tables[tableName]
  if (!table) return usageError(`There is no command table ${JSON.stringify(tableName)}.`)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(describe(tableName, table))
    return name === undefined ? 2 : 0
  }
  const entry = Object.hasOwn(table, name) ? table[name] : undefined
  if (!entry)
    return usageError(`There is no ${tableName} command ${JSON.stringify(name)}.\n\n${describe(tableName, table)}`)
  const { command, usage } = await entry.load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${entry.summary}\n\n${usage}\n`)
    return 0
  }
  return await run(command, args)
}

async function run(command: (args: string[]) => Promise<number>, args: string[]): Promise<number> {
  try {
    return await command(args)
  } catch (error) {
    if (error instanceof AppError && error.code === 'BAD_INPUT') return usageError(error.message)
    throw error
  }
}

function usageError(message: string): number {
  process.stderr.write(`${message.trimEnd()}\n`)
  return 2
}

function describe(tableName: string, table: CommandTable): string {
  const width = Math.max(...Object.keys(table).map((name) => name.length))
  const lines = Object.entries(table).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `npm run -s ${tableName} -- <command>\n\n${lines.join('\n')}\n`
}
