import { notFound } from 'next/navigation'

/** The version that an address names; undefined: it names none. What can be no version is at no address. */
export function versionIn(text: string | string[] | undefined): number | undefined {
  if (text === undefined) return undefined
  const version = Number(text)
  return Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : notFound()
}
