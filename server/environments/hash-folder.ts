import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hintsFile, suiteFolder } from './file-names'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** More files are no environment, but a folder that was named by mistake. */
const mostFiles = 5_000

/**
 * sha256 over the paths and texts of an environment's files, whatever the line ends. Left out: the suite, which has a
 * hash of its own; the hints, which runs keep as rules; notes (`.md`), hidden files and `node_modules`.
 */
export function hashFolder(folder: string): string {
  const lines = filesBelow(folder, '').map((path) => {
    const text = readFileSync(join(/*turbopackIgnore: true*/ folder, path), 'utf8').replaceAll('\r\n', '\n')
    return `${path} ${sha256(text)}`
  })
  return sha256(lines.sort().join('\n'))
}

function filesBelow(folder: string, below: string): string[] {
  const entries = readdirSync(join(/*turbopackIgnore: true*/ folder, below), { withFileTypes: true })
  const found = entries.flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (isLeftOut(path, entry.name)) return []
    return entry.isDirectory() ? filesBelow(folder, path) : entry.isFile() ? [path] : []
  })
  if (found.length > mostFiles) throw new Error(`${folder} holds more than ${mostFiles} files: it is no environment`)
  return found
}

const isLeftOut = (path: string, name: string): boolean =>
  path === suiteFolder || path === hintsFile || name === 'node_modules' || name.startsWith('.') || name.endsWith('.md')
