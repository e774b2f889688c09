import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@/server/app-error'

/** Where the checks of a checkout look for the benchmark's data, too. */
const besideCheckout = '../shared/bfcl'

/** The folder that holds BFCL's `data`: the named one, else the one beside the checkout. Throws BAD_INPUT. */
export function benchmarkFolder(named: string | undefined): string {
  const folder = named ?? besideCheckout
  if (existsSync(join(folder, 'data'))) return folder
  throw new AppError('BAD_INPUT', `${folder} has no folder data: name the benchmark's folder with --bfcl.`)
}
