import { feedbackNames } from '@/server/core/curriculum/feedback'
import { partitions, splits } from '@/server/core/tasks/splits'
import type { FilterCatalogue, FilterField } from './filter-field'

const episodeOutcomes = ['succeeded', 'failed', 'invalid'] as const
export const episodeOrigins = ['trainer', 'env-server', 'import', 'by-hand'] as const
const yesNo = ['yes', 'no'] as const
const cuts = ['length', 'context', 'timeout', 'steps']

const number = (name: string, label: string, help: string): FilterField => ({ name, label, help, type: 'number' })
const orNone = (field: FilterField): FilterField => ({ ...field, optional: true })
const choice = (name: string, label: string, help: string, choices: readonly string[]): FilterField => {
  return { name, label, help, type: 'choice', choices }
}
const name = (name: string, label: string, help: string, type: 'text' | 'list'): FilterField => {
  return { name, label, help, type, suggests: true }
}

/** What the episode list can be filtered by; server/db/episode-list-fields says where each field is stored. */
export const episodeFields: FilterCatalogue = {
  words: 'what was asked, called, refused and answered; #12 is episode 12',
  fields: [
    { ...number('run', 'Run', 'number of its run'), suggests: true },
    { ...orNone(number('stage', 'Stage', 'number of the stage, from 1; none: an evaluation')), suggests: true },
    number('step', 'Training step', 'step of the training'),
    choice('split', 'Split', 'kind of dialogue', splits),
    name('task', 'Task', 'key of the task', 'text'),
    orNone(name('domain', 'Domain', 'has this simulated service', 'list')),
    choice('outcome', 'Outcome', 'how it ended', episodeOutcomes),
    number('reward', 'Reward', 'the reward that trained, or would have'),
    orNone(number('failing-turn', 'Failing turn', 'first turn that earned nothing, from 1')),
    orNone(name('code', 'Error code', 'some call failed with it', 'list')),
    orNone(name('rule', 'Hint rule', 'was shown', 'list')),
    number('format-errors', 'Format errors', 'malformed steps'),
    { name: 'text', label: 'Text', help: 'words of requests, calls, errors and answers', type: 'text' },
    choice('partition', 'Tasks', 'training, validation or test tasks', partitions),
    choice('kind', 'Kind', 'whole episodes, or branches that start at a turn', ['episode', 'branch']),
    name('suite', 'Suite', 'suite of the task', 'text'),
    choice('recovered', 'Recovered', 'after some hint, in its turn', yesNo),
    number('hints', 'Hints', 'hints that were shown'),
    orNone(number('surprise', 'Surprise', 'deviations between its reward and its group’s mean')),
    choice('near-miss', 'Near miss', 'failed with at least half of it right', yesNo),
    { name: 'progress', label: 'Progress', help: 'share of its turns that were right', type: 'share' },
    orNone(number('advantage', 'Advantage', 'relative to its group')),
    number('turns', 'Turns', 'how many'),
    number('turn', 'Turn played', 'this turn was played, from 1'),
    number('length', 'Length', 'steps of the agent'),
    number('calls', 'Calls', 'how many'),
    number('tool-errors', 'Tool errors', 'failing calls'),
    { ...orNone({ name: 'cut', label: 'Cut', help: 'why it was cut off', type: 'choice' }), choices: cuts },
    choice('feedback', 'Feedback', 'with hints or without', feedbackNames),
    orNone({ name: 'group', label: 'Rollout group', help: 'key of the group', type: 'text' }),
    number('rollout', 'Rollout', 'its number in the group'),
    choice('valid', 'Valid', 'no: it counts for nothing', yesNo),
    choice('origin', 'Recorded by', 'who recorded it', episodeOrigins),
    number('id', 'Number', 'the number in its address'),
    { name: 'recorded', label: 'Recorded', help: 'day of the recording, UTC', type: 'day' },
  ],
}
