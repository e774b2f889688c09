interface Answer {
  /** The server’s clock when it answered. */
  readonly asOf: Date
  /** This browser’s clock when the answer came; what the server rendered counts as come at its own time. */
  readonly receivedAt: number
}

/** This browser’s time in the server’s: a clock that is minutes ahead must not make a run look silent that lives. */
export const serverClock = (now: Date, { asOf, receivedAt }: Answer): Date =>
  new Date(now.getTime() - (receivedAt - asOf.getTime()))
