import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '@/server/app-error'
import { failureText } from '@/server/core/environment-contract/failure-text'
import { kit } from '@/server/core/own-environments/kit'
import {
  EnvironmentShapeError,
  type OwnEnvironment,
  readOwnEnvironment,
} from '@/server/core/own-environments/own-environment'
import { moduleNames } from './file-names'
import { hashFolder } from './hash-folder'
import { loadModule } from './load-module'

/** The folder of an environment whose module has been loaded. */
export interface EnvironmentFolder extends OwnEnvironment {
  readonly folder: string
  readonly name: string
  /** File name of the module. */
  readonly module: string
  /** Of its files as they were when the module was loaded. */
  readonly hash: string
}

/** Loads the domains of a folder. Throws BAD_INPUT with the file and what is wrong there. */
export function openEnvironmentFolder(folder: string): EnvironmentFolder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('BAD_INPUT', `${folder}: there is no such folder.`)
  const module = moduleNames.find((name) => existsSync(join(folder, name)))
  if (module === undefined)
    throw new AppError('BAD_INPUT', `${folder}: it holds none of ${moduleNames.join(', ')}, of which one is due.`)
  const { domains } = madeBy(join(folder, module))
  return { folder, name: basename(folder), module, hash: hashFolder(folder), domains }
}

function madeBy(file: string): OwnEnvironment {
  try {
    const make = defaultExport(loadModule(file))
    return readOwnEnvironment(make(kit))
  } catch (error) {
    const what = error instanceof EnvironmentShapeError ? error.message : loadingFailure(error)
    throw new AppError('BAD_INPUT', `${file}: ${what}`)
  }
}

function defaultExport(loaded: unknown): (given: typeof kit) => unknown {
  const make = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined
  if (typeof make === 'function') return (given) => make(given)
  throw new EnvironmentShapeError('its default export has to be a function that takes the kit and returns the domains')
}

/** The compiler names file and line in its message; everything else, in the stack. */
function loadingFailure(error: unknown): string {
  const lines = error instanceof Error ? error.message.split('\n') : []
  const compiled = lines.find((line) => /:\d+:\d+: ERROR: /.test(line))
  return compiled === undefined ? writtenPlace(error) : compiled
}

/** With the place in the file as it was written: the pages' server would name the one in what it was compiled to. */
function writtenPlace(error: unknown): string {
  const { prepareStackTrace } = Error
  Reflect.deleteProperty(Error, 'prepareStackTrace')
  try {
    return failureText(error)
  } finally {
    if (prepareStackTrace) Error.prepareStackTrace = prepareStackTrace
  }
}
