import { shareTooHigh } from './share-too-high'

export const truncation = shareTooHigh({
  id: 'truncation',
  name: 'Truncation',
  means: 'Many episodes or responses are cut off before their end: by length, context, time or the number of steps.',
  advice:
    'Look at some of them: if the agent goes round in circles, shorten its leash; if it is busy, raise the response length or the context.',
  severity: 'warning',
  input: 'truncation',
  label: 'Truncated',
  window: 5,
  usual: 0.25,
  words: 'the share of truncated episodes or responses',
})
