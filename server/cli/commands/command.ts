/** Does what a command says, prints its result on stdout, and answers the exit status. */
export type Command = (args: string[]) => Promise<number>

/** What a command's module exports. */
export interface CommandModule {
  /** How it is called: said when it is called otherwise, and by `--help`. */
  readonly usage: string
  readonly command: Command
}

export interface CommandEntry {
  readonly summary: string
  /** Loaded on use: a command does not pay for the others' modules. */
  readonly load: () => Promise<CommandModule>
}

export type CommandTable = Readonly<Record<string, CommandEntry>>
