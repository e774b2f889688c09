import { SharedGroundTruth } from '@/server/core/episodes/ground-truth'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { runEvents, tinyConfig } from '@/server/core/policies/testing/tiny-run'
import type { ReplaySetting } from '@/server/core/replay/replay-episode'
import { prepareTask } from '@/server/core/tasks/prepare-task'
import type { Suite, Task, ToolDoc } from '@/server/core/tasks/task'

type Properties = ToolDoc['parameters']['properties']

const doc = (name: string, description: string, properties: Properties = {}): ToolDoc => ({
  name,
  description,
  parameters: { type: 'dict', properties, required: Object.keys(properties) },
})

/** The engine starts with locked doors and a pressed brake only: nearly every first try fails. */
const docs: readonly ToolDoc[] = [
  doc('startEngine', 'Start the engine of the car.', {
    ignitionMode: { type: 'string', description: 'Ignition mode.', enum: ['START', 'STOP'] },
  }),
  doc('pressBrakePedal', 'Press the brake pedal.', {
    pedalPosition: { type: 'float', description: 'How far, from 0 to 1.' },
  }),
  doc('lockDoors', 'Lock or unlock doors.', {
    unlock: { type: 'boolean', description: 'True unlocks.' },
    door: {
      type: 'array',
      description: 'Which.',
      items: { type: 'string', enum: ['driver', 'passenger', 'rear_left', 'rear_right'] },
    },
  }),
  doc('fillFuelTank', 'Fill fuel into the tank.', { fuelAmount: { type: 'float', description: 'How much.' } }),
]

const locked = "lockDoors(unlock=False, door=['driver', 'passenger', 'rear_left', 'rear_right'])"
const start = {
  message: 'Start the engine.',
  releases: [],
  expected: [locked, 'pressBrakePedal(pedalPosition=1.0)', "startEngine(ignitionMode='START')"],
}
const fill = (amount: number) => ({
  message: `Fill ${amount} gallons of fuel into the tank.`,
  releases: [],
  expected: [`fillFuelTank(fuelAmount=${amount})`],
})

const task = (number: number, partition: Task['partition'], turns: Task['turns']): Task => ({
  ...{ key: `engine-${number}`, dialogue: `engine-${number}`, split: 'base', partition, withheld: [], turns },
  domains: ['VehicleControlAPI'],
  scenario: '{"VehicleControlAPI": {"fuelLevel": 5.0}}',
})

const suite: Suite = {
  ...{ name: 'engines', title: 'Engines', kind: 'in-distribution', hash: 'engines', tables: {} },
  tasks: [
    task(1, 'train', [fill(12), start]),
    task(2, 'train', [start, fill(7)]),
    task(3, 'train', [fill(100), start]),
    task(4, 'validation', [start]),
    task(5, 'test', [start]),
  ],
  toolDocs: { VehicleControlAPI: docs },
}

const tiny = tinyConfig(3)
const augmentation = { ...builtinAugmentationSet, version: 1 }
const [first, ...rest] = tiny.snapshot.curriculum.stages
// of two rollouts both often fail: the state is then reset
const stages = [first, ...rest.map((stage) => ({ ...stage, feedback: 'augmented' as const }))].flatMap((stage) =>
  stage ? [{ ...stage, groupSize: 2 }] : [],
)
const config = {
  ...{ ...tiny, suite },
  snapshot: { ...tiny.snapshot, augmentation, curriculum: { ...tiny.snapshot.curriculum, stages } },
}

/** A short run that fails a lot, as it comes out of storage: branches, reset states, both feedbacks, evaluations. */
export const failingRecords: readonly EpisodeRecord[] = runEvents(config)
  .flatMap((event) => (event.type === 'episodes' ? event.episodes : []))
  .map((record): EpisodeRecord => JSON.parse(JSON.stringify(record)))

export const recordedSet = augmentation

/** Where the episodes of a task were played. */
export function worldOf(key: string): Omit<ReplaySetting, 'feedback'> {
  const found = suite.tasks.find((each) => each.key === key)
  if (!found) throw new Error(`there is no task ${key}`)
  const prepared = prepareTask(found, suite, config.registry)
  const groundTruth = new SharedGroundTruth(prepared, config.context)
  return { task: prepared, groundTruth, context: config.context, augmentation }
}
