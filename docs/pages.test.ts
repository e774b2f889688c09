import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Proof {
  readonly file: string
  readonly title: string
}

/** Rows of the tables, without their heads. */
const rows = readFileSync('docs/pages.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what '))

/** `some/file.test.ts: “title”; “title”; other/file.spec.ts: “title”` */
function proofsOf(row: string): Proof[] {
  let file = ''
  return [...row.matchAll(/([\w./-]+\.(?:test|spec|check)\.tsx?): |“([^”]*)”/g)].flatMap(([, named, title]) => {
    if (named) file = named
    return title && file ? [{ file, title }] : []
  })
}

const text = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
/** As the title of a test, in whichever quotes. */
const stands = ({ file, title }: Proof): boolean =>
  ["'", '"', '`'].some((q) => text(file).includes(`(${q}${title}${q},`))

describe('the page that says what proves what', () => {
  it('has a proof in every row', () => {
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.filter((row) => proofsOf(row).length === 0)).toEqual([])
  })
  it('names only tests that exist, each in its file', () => {
    expect(rows.flatMap(proofsOf).filter((proof) => !stands(proof))).toEqual([])
  })
})
