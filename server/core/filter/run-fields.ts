import { healthRuleIds } from '@/server/core/health/health-rules'
import type { FilterCatalogue } from './filter-field'
import { gapField, measuredOnTests, trainedWith } from './trained-fields'

export const runStatuses = ['queued', 'running', 'evaluating', 'stopping', 'stopped', 'finished', 'failed'] as const

/** What the runs table can be filtered by; server/db/run-list-fields says where each field is stored. */
export const runFields: FilterCatalogue = {
  words: 'name, suite, curriculum, tags and notes; #12 is run 12',
  fields: [
    { name: 'status', label: 'Status', help: 'what it does now', type: 'choice', choices: runStatuses },
    { name: 'name', label: 'Name', help: 'the run’s name', type: 'text', suggests: true },
    {
      name: 'tag',
      label: 'Tag',
      help: 'has this tag; : looks inside tags',
      type: 'list',
      optional: true,
      suggests: true,
    },
    {
      name: 'health',
      label: 'Health',
      help: 'a rule that warns; none: no warning',
      type: 'list',
      choices: healthRuleIds,
      optional: true,
    },
    { name: 'suite', label: 'Suite', help: 'the suite trained on', type: 'text', optional: true, suggests: true },
    { name: 'curriculum', label: 'Curriculum', help: 'its title', type: 'text', optional: true, suggests: true },
    ...trainedWith,
    { name: 'model', label: 'Model', help: 'what is trained', type: 'text', optional: true, suggests: true },
    { name: 'backend', label: 'Backend', help: 'where it runs', type: 'text', suggests: true },
    { name: 'reward', label: 'Reward', help: 'latest training reward', type: 'share', optional: true },
    { name: 'accuracy', label: 'Validation tasks', help: 'task accuracy on validation', type: 'share', optional: true },
    ...measuredOnTests,
    { name: 'ood', label: 'OOD turns', help: 'turn accuracy out of distribution', type: 'share', optional: true },
    gapField,
    { name: 'stage', label: 'Stage', help: 'number of its stage, from 1', type: 'number', optional: true },
    { name: 'step', label: 'Training step', help: 'steps taken', type: 'number' },
    { name: 'seed', label: 'Seed', help: 'of its random numbers', type: 'number' },
    { name: 'id', label: 'Number', help: 'the number behind #', type: 'number' },
    { name: 'parent', label: 'Parent', help: 'number of the run it was cloned from', type: 'number', optional: true },
    { name: 'group', label: 'Launch group', help: 'key of a launch', type: 'text', suggests: true },
    { name: 'launched', label: 'Launched', help: 'day of its launch, UTC', type: 'day' },
    { name: 'ended', label: 'Ended', help: 'day of its end, UTC', type: 'day', optional: true },
    { name: 'age', label: 'Age', help: 'time since its launch', type: 'duration' },
    {
      name: 'took',
      label: 'Took',
      help: 'time from its start to its end, or so far',
      type: 'duration',
      optional: true,
    },
    {
      name: 'kind',
      label: 'Kind',
      help: 'trained here or elsewhere',
      type: 'choice',
      choices: ['training', 'external'],
    },
    { name: 'archived', label: 'Archived', help: 'left out unless named', type: 'choice', choices: ['yes', 'no'] },
    { name: 'notes', label: 'Notes', help: 'what people wrote', type: 'text', optional: true },
  ],
}
