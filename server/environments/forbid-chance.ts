const because = 'a tool has to give the same result for the same calls; take the day from its third argument'

/**
 * Does work during which Math.random and the clock throw, so that a domain which uses them is found at once and not
 * by luck. Only for the checks of a command: it holds for the whole process.
 */
export function forbidChance<T>(work: () => T): T {
  const { random } = Math
  const clock = Date
  Math.random = () => refuse('Math.random', Math.random)
  const traps: ProxyHandler<DateConstructor> = {
    construct: (target, given, made) =>
      given.length === 0 ? refuse('new Date', traps.construct) : Reflect.construct(target, given, made),
    apply: () => refuse('Date', traps.apply),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  }
  const now = () => refuse('Date.now', now)
  globalThis.Date = new Proxy(clock, traps)
  try {
    return work()
  } finally {
    Math.random = random
    globalThis.Date = clock
  }
}

/** The stack begins where `called` was called: that is the place to look at. */
function refuse(name: string, called: ((...given: never[]) => unknown) | undefined): never {
  const error = new Error(`${name}() was called: ${because}`)
  if (called) Error.captureStackTrace(error, called)
  throw error
}
