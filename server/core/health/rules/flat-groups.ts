import { shareTooHigh } from './share-too-high'

export const flatGroups = shareTooHigh({
  id: 'flat-groups',
  name: 'Flat groups',
  means: 'In many rollout groups all rewards are the same. Their advantages are zero, so these rollouts teach nothing.',
  advice:
    'All failed: easier tasks, hints, or the graded reward. All succeeded: the next stage, or harder tasks. Larger groups help in both cases.',
  severity: 'warning',
  input: 'flat-groups',
  label: 'Flat groups',
  window: 5,
  usual: 0.5,
  words: 'the share of groups without spread',
})
