import type { ExitWords } from './job-state'

const portTaken = /address already in use|errno 98|EADDRINUSE/i

/** What the end of a program that serves a model means: one that was begun again may serve, or it would end the same way. */
export const serverExit =
  (port: number): ExitWords =>
  (code, said) => {
    if (portTaken.test(said))
      return { status: 'lost', reason: `Port ${port} of its node is taken by another program: ${said}` }
    if (code === 137 || code === -9)
      return { status: 'lost', reason: `The server was killed, for example because memory ran out: ${said}` }
    return { status: 'failed', reason: `The server ended with status ${code ?? 'unknown'}: ${said}` }
  }
