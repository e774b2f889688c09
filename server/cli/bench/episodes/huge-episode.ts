import { pool } from '@/server/db/client'
import { importEpisodes } from '@/server/services/episodes/import-episodes'
import { timed } from '../latencies'
import { episodes } from './episodes-caller'

const name = 'Synthetic: one huge episode'
const turns = 300
const stepsPerTurn = 100
const visits = 5

/** Milliseconds that the procedures behind an episode's page take for 30,000 steps with 100 MB: the slowest visit. */
export async function measureHugeEpisode(): Promise<number> {
  const episode = (await findEpisode()) ?? (await storeEpisode())
  const times: number[] = []
  for (let visit = 0; visit < visits; visit++) times.push(await timed(() => visitPage(episode)))
  return Math.round(Math.max(...times))
}

/** What the page asks for before it shows anything. */
async function visitPage(episode: string): Promise<void> {
  const [{ run }] = await Promise.all([episodes.get({ episode }), episodes.history({ episode })])
  await episodes.neighbours({ episode, filter: `run = ${run.id}` })
}

async function findEpisode(): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(
    'select e.id::text from episodes e join runs r on r.id = e.run_id where r.name = $1',
    [name],
  )
  return rows[0]?.id ?? null
}

async function storeEpisode(): Promise<string> {
  const bytes = Buffer.from(`{"reward": 0.5, "messages": [${[...messages()].join(',')}]}\n`)
  await importEpisodes({ bytes, format: 'openai', file: 'huge.jsonl', name, onProblem: 'keep-nothing' })
  const stored = await findEpisode()
  if (stored === null) throw new Error('the huge episode was not stored')
  return stored
}

function* messages(): Generator<string> {
  for (let turn = 0; turn < turns; turn++) {
    yield JSON.stringify({ role: 'user', content: `Request ${turn + 1}: look at the records.` })
    for (let index = 1; index < stepsPerTurn; index++) yield* stepMessages(turn * stepsPerTurn + index)
    yield JSON.stringify({ role: 'assistant', content: `That was request ${turn + 1}.` })
  }
}

/** A call with an observation of about 3.4 kB. */
function stepMessages(step: number): string[] {
  const id = `call_${step}`
  const call = { id, type: 'function', function: { name: 'read_record', arguments: JSON.stringify({ number: step }) } }
  const values = Array.from({ length: 1150 }, (_, index) => (step * index) % 97)
  return [
    { role: 'assistant', content: '', tool_calls: [call] },
    { role: 'tool', tool_call_id: id, content: JSON.stringify({ record: step, values }) },
  ].map((message) => JSON.stringify(message))
}
