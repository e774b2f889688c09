import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { benchmarkFolder } from './benchmark-folder'

it('the benchmark’s folder is the one that is named, if it has the data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'envtune-bfcl-'))
  try {
    expect(() => benchmarkFolder(folder)).toThrow('--bfcl')
    mkdirSync(join(folder, 'data'))
    expect(benchmarkFolder(folder)).toBe(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
