import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The worked example of docs/own-environment.md. */
export const exampleFolder = resolve('docs/examples/own-environment/bike-workshop')

/** A copy of the example that a test may spoil. */
export class EnvironmentCopy {
  private readonly parent = mkdtempSync(join(tmpdir(), 'envtune-own-'))
  readonly folder = join(this.parent, 'bike-workshop')

  constructor() {
    cpSync(exampleFolder, this.folder, { recursive: true })
  }

  write(file: string, text: string): this {
    writeFileSync(join(this.folder, file), text)
    return this
  }

  /** Replaces the first occurrence of a text. Throws when there is none: the test would test nothing. */
  edit(file: string, before: string, after: string): this {
    const text = readFileSync(join(this.folder, file), 'utf8')
    if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`)
    return this.write(
      file,
      text.replace(before, () => after),
    )
  }

  drop(file: string): this {
    rmSync(join(this.folder, file), { recursive: true })
    return this
  }

  remove(): void {
    rmSync(this.parent, { recursive: true })
  }
}
