import { TRPCClientError } from '@trpc/client'

/** Answers of the 400s that ask for patience: the same question may be answered later. */
const notYet: readonly unknown[] = [408, 429]

/**
 * Whether what failed may work later with nothing changed: the network or the server was at fault. What is not there,
 * not allowed or not understood stays so until somebody does something.
 */
export function mayPass(error: unknown): boolean {
  const status: unknown = error instanceof TRPCClientError ? error.data?.httpStatus : undefined
  return typeof status !== 'number' || status < 400 || status >= 500 || notYet.includes(status)
}
