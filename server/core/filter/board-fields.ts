import type { FilterCatalogue } from './filter-field'
import { gapField, measuredOnTests, trainedWith } from './trained-fields'

/** What a row of the leaderboard is. */
export const boardKinds = ['run', 'baseline', 'endpoint', 'checkpoint', 'published'] as const
export type BoardKind = (typeof boardKinds)[number]

/** What the leaderboard can be filtered by; a published row has a name, a suite and a method alone. */
export const boardFields: FilterCatalogue = {
  words: 'name, model, suites and tags; #12 is run 12',
  fields: [
    { name: 'name', label: 'Name', help: 'the run’s name, or the published model’s', type: 'text', suggests: true },
    {
      name: 'kind',
      label: 'Kind',
      help: 'trained here, supervised baseline, endpoint, stored checkpoint, or published',
      type: 'choice',
      choices: boardKinds,
    },
    { name: 'suite', label: 'Suite', help: 'was measured on it', type: 'list', suggests: true },
    { name: 'model', label: 'Model', help: 'what was trained or asked', type: 'text', optional: true, suggests: true },
    { name: 'tag', label: 'Tag', help: 'the run has this tag', type: 'list', optional: true, suggests: true },
    {
      name: 'hash',
      label: 'Environment hash',
      help: 'of environment, checker and suite; : looks inside',
      type: 'text',
      optional: true,
      suggests: true,
    },
    {
      name: 'comparable',
      label: 'Comparable',
      help: 'measured on every suite as the newest row was',
      type: 'choice',
      choices: ['yes', 'no'],
      optional: true,
    },
    { name: 'tasks', label: 'Tasks', help: 'of the board’s suite', type: 'number', optional: true },
    { name: 'repeats', label: 'Repeats', help: 'how often each was played', type: 'number', optional: true },
    ...measuredOnTests,
    gapField,
    ...trainedWith,
    { name: 'method', label: 'Method', help: 'of a published row', type: 'text', optional: true, suggests: true },
    { name: 'evaluated', label: 'Evaluated', help: 'day of its evaluation, UTC', type: 'day', optional: true },
    { name: 'id', label: 'Number', help: 'the number behind #', type: 'number', optional: true },
  ],
}
