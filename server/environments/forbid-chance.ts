const because = 'a tool has to give the same result for the same calls; take the day from its third argument'

/**
 * Does work during which Math.random and the clock throw, so that a domain which uses them is found at once and not
 * by luck. Only for the checks of a command: it holds for the whole process.
 */
export function forbidChance<T>(work: () => T): T {
  const { random } = Math
  const clock = Date
  Math.random = () => refuse('Math.random')
  globalThis.Date = new Proxy(clock, {
    construct: (target, given, made) =>
      given.length === 0 ? refuse('new Date') : Reflect.construct(target, given, made),
    apply: () => refuse('Date'),
    get: (target, name) => (name === 'now' ? () => refuse('Date.now') : Reflect.get(target, name)),
  })
  try {
    return work()
  } finally {
    Math.random = random
    globalThis.Date = clock
  }
}

function refuse(name: string): never {
  throw new Error(`${name}() was called: ${because}`)
}
