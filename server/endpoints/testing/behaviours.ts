import type { ServerResponse } from 'node:http'
import { refuse, sendCompletion, sendHalf, sendStream, spoken, type WireMessage } from './wire-answers'

export interface Asked {
  readonly response: ServerResponse
  readonly streams: boolean
  readonly hasTokenLimit: boolean
  /** How often the model was asked, this time included. */
  readonly times: number
  /** Whether somebody asked the server to get well. */
  readonly healed: boolean
  /** The right next message of the conversation. */
  readonly right: () => WireMessage
}

function answer({ response, streams, right }: Asked): void {
  if (streams) sendStream(response, right())
  else sendCompletion(response, right())
}

const broken: WireMessage = {
  role: 'assistant',
  content: null,
  tool_calls: [{ id: 'b', type: 'function', function: { name: 'find_book', arguments: '{"title": "Emma",' } }],
}

/** What the scripted server does, by the name of the model that it is asked for. */
export const behaviours: Readonly<Record<string, (asked: Asked) => void>> = {
  solver: answer,
  slow: (asked) => void setTimeout(() => answer(asked), 150),
  hanging: () => {},
  'hanging-once': (asked) => asked.times > 1 && answer(asked),
  'stream-only': (asked) =>
    asked.streams ? answer(asked) : refuse(asked.response, 400, 'This model supports stream=true only.'),
  'always-streams': ({ response, right }) => sendStream(response, right()),
  malformed: ({ response }) => sendCompletion(response, broken),
  silent: ({ response }) => sendCompletion(response, spoken('I would rather not.')),
  long: ({ response }) => sendCompletion(response, spoken('and so on and so'), 'length'),
  full: ({ response }) => refuse(response, 400, 'The prompt is too long.', 'context_length_exceeded'),
  'busy-once': (asked) =>
    asked.times > 1 ? answer(asked) : refuse(asked.response, 429, 'Slow down.', null, { 'retry-after': '1' }),
  'failing-once': (asked) => (asked.times > 1 ? answer(asked) : refuse(asked.response, 500, 'out of memory')),
  failing: ({ response }) => refuse(response, 500, 'out of memory'),
  cut: ({ response, streams, right }) => (streams ? sendStream(response, right(), true) : sendHalf(response)),
  page: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<html>the page of a proxy</html>')
  },
  picky: (asked) =>
    asked.hasTokenLimit
      ? refuse(asked.response, 400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
      : answer(asked),
  /** Breaks down in the middle, until it is healed. */
  ailing: (asked) => (asked.healed || asked.times <= 12 ? answer(asked) : refuse(asked.response, 500, 'ailing')),
}
