import { z } from 'zod'

/** A person reads no more of them than that at once. */
const mostIssues = 3

/** What is wrong with an input and where, in one line: `steps[0].role: one of user, assistant; reward: a number`. */
export function issueWords({ issues }: z.ZodError): string {
  const words = issues
    .slice(0, mostIssues)
    .map(({ path, message }) => [z.core.toDotPath(path), message].filter((part) => part !== '').join(': '))
  return `${words.join('; ')}${issues.length > mostIssues ? `; and ${issues.length - mostIssues} more` : ''}`
}
