import { launchShortRun } from './support/short-run'
import { test } from './support/test'

test('a short run is launched and finishes, for all journeys to look at', async () => {
  test.setTimeout(300_000)
  await launchShortRun()
})
