import { AppError, type AppErrorCode } from '@/server/app-error'
import { jsonAnswer, type TrackingAnswer } from './tracking-request'

/** Error codes that MLflow's clients know, with the status they come with. */
const statuses = {
  INVALID_PARAMETER_VALUE: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  RESOURCE_DOES_NOT_EXIST: 404,
  ENDPOINT_NOT_FOUND: 404,
  RESOURCE_CONFLICT: 409,
  INTERNAL_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  TEMPORARILY_UNAVAILABLE: 503,
} as const
type MlflowErrorCode = keyof typeof statuses

/** An error of the tracking routes themselves. */
export class MlflowError extends Error {
  constructor(
    readonly code: MlflowErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'MlflowError'
  }
}

const codes: Readonly<Record<AppErrorCode, MlflowErrorCode>> = {
  BAD_INPUT: 'INVALID_PARAMETER_VALUE',
  NOT_FOUND: 'RESOURCE_DOES_NOT_EXIST',
  CONFLICT: 'RESOURCE_CONFLICT',
  UNAVAILABLE: 'TEMPORARILY_UNAVAILABLE',
  FORBIDDEN: 'PERMISSION_DENIED',
}

/** The answer to a request that failed, in the form that MLflow's clients read. What is ours to mend stays here. */
export function errorAnswer(error: unknown): TrackingAnswer {
  const { code, message } = describe(error)
  const answer = jsonAnswer({ error_code: code, message }, statuses[code])
  return code === 'UNAUTHENTICATED'
    ? { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } }
    : answer
}

function describe(error: unknown): { code: MlflowErrorCode; message: string } {
  if (error instanceof MlflowError) return error
  if (error instanceof AppError) {
    const isTaken = error.code === 'CONFLICT' && error.field === 'name'
    return { code: isTaken ? 'RESOURCE_ALREADY_EXISTS' : codes[error.code], message: error.message }
  }
  console.error('A tracking request failed:', error)
  return { code: 'INTERNAL_ERROR', message: 'The request failed in the server; its log says why.' }
}
