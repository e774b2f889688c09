import { type ArtifactAddress, parseArtifactAddress } from '@/server/core/tracking/artifact-path'
import type { TrackingAccess } from '@/server/services/tracking/access'
import { deleteArtifacts } from '@/server/services/tracking/delete-artifacts'
import { listArtifacts } from '@/server/services/tracking/list-artifacts'
import { type OpenArtifact, openArtifact } from '@/server/services/tracking/open-artifact'
import { storeArtifact } from '@/server/services/tracking/store-artifact'
import { fileJson } from './file-json'
import { MlflowError } from './mlflow-error'
import { headerOf, jsonAnswer, type TrackingAnswer, type TrackingRequest } from './tracking-request'

/** Files of runs: `artifacts/<experiment>/<run>/artifacts/<path>` below the routes of MLflow's artifact proxy. */
export async function answerArtifactRequest(
  access: TrackingAccess,
  request: TrackingRequest,
  url: URL,
  rest: string,
): Promise<TrackingAnswer> {
  // clients look for these words, and then send or fetch the file in one piece
  if (rest.startsWith('mpu/')) throw new MlflowError('NOT_IMPLEMENTED', notInParts('upload'))
  if (rest.startsWith('presigned/')) throw new MlflowError('NOT_IMPLEMENTED', notInParts('download'))
  if (rest === 'artifacts' && request.method === 'GET') return list(access, url.searchParams.get('path') ?? '')
  if (!rest.startsWith('artifacts/')) throw new MlflowError('ENDPOINT_NOT_FOUND', `There is no ${rest} here.`)
  const address = addressOf(decoded(rest.slice('artifacts/'.length)))
  if (request.method === 'GET') return fileAnswer(await openArtifact(access, address))
  if (request.method === 'DELETE') {
    await deleteArtifacts(access, address)
    return jsonAnswer({})
  }
  if (request.method !== 'PUT') throw new MlflowError('ENDPOINT_NOT_FOUND', 'Files are read with GET, sent with PUT.')
  const length = headerOf(request, 'content-length')
  await storeArtifact(access, address, { bytes: length === null ? null : Number(length), content: request.body })
  return jsonAnswer({})
}

const notInParts = (way: string): string =>
  `Multipart ${way} is not supported for the current artifact repository: files come and go in one piece.`

async function list(access: TrackingAccess, path: string): Promise<TrackingAnswer> {
  const address = addressOf(path)
  const entries = await listArtifacts(access, address)
  const names = entries.map((entry) => fileJson(entry, entry.path.slice(entry.path.lastIndexOf('/') + 1)))
  return jsonAnswer({ files: names })
}

function addressOf(path: string): ArtifactAddress {
  const address = parseArtifactAddress(path.replace(/\/+$/, ''))
  if (!address) throw new MlflowError('INVALID_PARAMETER_VALUE', 'A path begins with <experiment>/<run>/artifacts.')
  return address
}

/** What is a slash only after decoding is part of no name that we take. */
function decoded(path: string): string {
  try {
    return path
      .split('/')
      .map((segment) => decodeURIComponent(segment))
      .map((segment) => (segment.includes('/') ? '..' : segment))
      .join('/')
  } catch {
    throw new MlflowError('INVALID_PARAMETER_VALUE', 'The path is not valid.')
  }
}

const fileAnswer = (file: OpenArtifact): TrackingAnswer => ({
  status: 200,
  headers: fileHeaders(file),
  content: file.content,
})

/** Whatever it is, a browser saves it and never shows it as a page of ours. */
export const fileHeaders = ({ name, bytes }: OpenArtifact): Record<string, string> => ({
  'content-type': 'application/octet-stream',
  'content-length': String(bytes),
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
})
