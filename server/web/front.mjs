// What is built with the pages and what starts them are two programs in one process: this is where they meet.

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/**
 * Takes what is not for the pages, and answers it; false: it is for them.
 * @typedef {(request: IncomingMessage, response: ServerResponse) => boolean} Front
 */

const place = Symbol.for('envtune.front')

/** @returns {{ front: Promise<Front>, put: (front: Front) => void }} */
function meeting() {
  const known = Reflect.get(globalThis, place)
  if (known) return known
  /** @type {(front: Front) => void} */
  let put = () => {}
  /** @type {Promise<Front>} */
  const front = new Promise((resolve) => {
    put = resolve
  })
  const made = { front, put }
  Reflect.set(globalThis, place, made)
  return made
}

/** @param {Front} front */
export const putInFront = (front) => meeting().put(front)

/** What was put in front; Next.js gets to it a little after it says that it is prepared. */
export const inFront = () => meeting().front
