const frame = /^\s*at .*?\(?((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?$/m

/** What was thrown, with the place that it comes from where the error knows it. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const place = frame
    .exec(error.stack ?? '')?.[1]
    ?.replace(/^file:\/\//, '')
    .replace(/\?[^:]*/, '')
  const message = error.message.split('\n', 1)[0] ?? ''
  return place === undefined ? message : `${message} (${place})`
}
