import { answerForm } from '@/server/core/episodes/answer-form'
import type { MemoryBackend } from '@/server/core/tasks/memory-benchmark'
import { isPrerequisite, type MemoryEntry } from '@/server/core/tasks/memory-entry'

/** What the agent is in each scenario. */
const roles: Readonly<Record<string, string>> = {
  customer: 'You support the customers of a shop and get to know them over several conversations.',
  healthcare: 'You help a patient with questions of health over several conversations.',
  finance: 'You advise a client on business and money over several conversations.',
  student: 'You are the companion of a student over several conversations.',
  notetaker: 'You take notes for somebody and keep their plans and tasks over several conversations.',
}

const anyRole = 'You help somebody over several conversations.'

const memories: Readonly<Record<MemoryBackend, string>> = {
  kv:
    'Beyond this conversation you only keep what is in your memory. It has two parts, which you manage yourself with ' +
    'the tools: the core memory is small and always shown to you, so keep in it what matters most; the archival ' +
    'memory is large and not shown, so store details there and search it by its keys. Store what may be asked later ' +
    'while you hear it, replace what has changed, and make room when a part is full.',
  rec_sum:
    'Beyond this conversation you only keep what is in your memory. It is one text, which you manage yourself with the ' +
    'tools: add what may be asked later while you hear it, correct what has changed, and shorten the text before it ' +
    'grows too long.',
}

/**
 * The system prompt of an entry. The memory is shown as it is when the entry begins.
 * @param memory what `MemoryWorld.shown` gave.
 */
export function memoryPrompt(entry: MemoryEntry, memory: string): string {
  const parts = [`${roles[entry.scenario] ?? anyRole} ${memories[entry.backend]}`, memory]
  return (isPrerequisite(entry) ? parts : [...parts, `Answer the question from your memory. ${answerForm}`]).join(
    '\n\n',
  )
}
