import { shareTooHigh } from './share-too-high'

export const withoutCalls = shareTooHigh({
  id: 'no-calls',
  name: 'Calls nothing',
  means:
    'In validation many episodes call no tool at all. Doing nothing earns turns that have to stay empty, and no others.',
  advice:
    'Compare the progress on miss_func and miss_param with the others. Train longer with hints, or leave tasks with empty turns out of early stages.',
  severity: 'warning',
  input: 'without-calls',
  label: 'Validation episodes without a call',
  window: 3,
  usual: 0.25,
  words: 'the share of validation episodes without a call',
})
