import { expect, it } from 'vitest'
import { isNotFound } from './is-not-found'
import { serverCaller } from './root'

const tooBig = 2 ** 31
const suites = ['small']

const asked = {
  'the log of a run': () => serverCaller.runs.logs({ run: tooBig }),
  'what comes after a place in a log': () => serverCaller.runs.logs({ run: 1, after: '9'.repeat(30) }),
  'an evaluation': () => serverCaller.evaluations.get({ id: tooBig }),
  'older evaluations': () => serverCaller.evaluations.list({ before: tooBig }),
  'what an evaluation costs': () => serverCaller.evaluations.estimate({ endpoint: tooBig, suites, repeats: 1 }),
  'an evaluation of an endpoint': () => serverCaller.evaluations.launch({ endpoint: tooBig, suites }),
  'an evaluation of a run': () => serverCaller.evaluations.launchCheckpoint({ run: tooBig, suites }),
  'an evaluation of a checkpoint': () =>
    serverCaller.evaluations.launchCheckpoint({ run: 1, checkpoint: tooBig, suites }),
  'a test of an endpoint': () => serverCaller.endpoints.test({ id: tooBig }),
  'a test of a backend': () => serverCaller.backends.test({ id: tooBig }),
  'the ledger of a set': () => serverCaller.hints.ledger({ version: tooBig }),
  'a version of a set': () => serverCaller.hints.exportSet({ name: 'built-in', version: tooBig }),
  'a draft of a version': () => serverCaller.hints.startDraft({ from: { name: 'built-in', version: tooBig } }),
  'a proposal': () => serverCaller.hints.decideOnProposal({ proposal: tooBig, decision: 'dismiss' }),
  'a search provider': () => serverCaller.searchProviders.remove({ id: tooBig }),
}

it.each(Object.entries(asked))('a number that no row can have is refused, not failed over: %s', async (_, ask) => {
  await expect(ask()).rejects.toSatisfy(isNotFound)
})
