import { expectedSuites } from '@/server/services/hints/expected-turns'

/** A value that a task of the domain expects and that neither its messages nor the tools' documentation hold. */
export async function secretValue(domain: string): Promise<string> {
  const secret = (await expectedSuites())
    .flatMap(({ turns, docs }) => turns.map((turn) => ({ ...turn, docs })))
    .filter(({ domains }) => domains.includes(domain))
    .flatMap(({ values, messages, docs }) =>
      values.map(({ text }) => ({ text, known: `${messages.join(' ')} ${docs}` })),
    )
    .find(({ text, known }) => /^[\w ]{5,}$/.test(text) && !known.toLowerCase().includes(text.toLowerCase()))?.text
  if (!secret) throw new Error('every expected value is known')
  return secret
}
