import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EnvironmentCopy, exampleFolder } from '@/server/environments/testing/environment-copy'
import { checkEnvironment } from './check-environment'

let copy: EnvironmentCopy
beforeEach(() => {
  copy = new EnvironmentCopy()
})
afterEach(() => copy.remove())

async function wrongIn(folder: string): Promise<Record<string, readonly string[]>> {
  const { checks } = await checkEnvironment(folder)
  const wrong = checks.filter(({ problems }) => problems.length > 0)
  return Object.fromEntries(
    wrong.map(({ check, problems }) => [check, problems.map((text) => text.replace(`${folder}/`, ''))]),
  )
}

describe('the check of an environment', () => {
  it('accepts the worked example', async () => {
    const { ok, checks } = await checkEnvironment(exampleFolder)
    expect(checks.filter(({ problems }) => problems.length > 0)).toEqual([])
    expect(ok).toBe(true)
    expect(checks.length).toBeGreaterThan(20)
  })

  it('stops at a module that cannot be loaded', async () => {
    copy.edit('errors.ts', 'export function errors', 'export function mistakes')
    const wrong = await wrongIn(copy.folder)
    expect(Object.keys(wrong)).toEqual(['The module is loaded and makes domains'])
  })

  it.each<[string, (spoilt: EnvironmentCopy) => unknown, string, RegExp]>([
    [
      'a tool that asks the clock',
      (spoilt) => spoilt.edit('job-tools.ts', "job.set('price', price)", "job.set('price', Date.now())"),
      'BikeWorkshop gives the same results and state for the same calls',
      /^environment\.ts: .*Date\.now\(\) was called: .*\(.*job-tools\.ts:\d+:\d+\); seen with .*finish_job/,
    ],
    [
      'an error code without a hint',
      (spoilt) => spoilt.edit('hints.yaml', 'code: job_finished', 'code: nothing_fitted'),
      'The hints have a rule for every error code',
      /^hints\.yaml: no rule is for the error job_finished of BikeWorkshop$/,
    ],
    [
      'a hint with a value that its error lacks',
      (spoilt) => spoilt.edit('hints.yaml', 'Job {job_id} is finished', 'Job {number} is finished'),
      'The hints name only domains, tools, errors and values that exist, and can all be reached',
      /^hints\.yaml:\d+: workshop\.job-finished: template: the template names the unknown value \{number\}/,
    ],
    [
      'a hint that gives ground truth away',
      (spoilt) => spoilt.edit('hints.yaml', 'Open another with open_job', 'Try J64, or open_job'),
      'The hints give no ground truth of the suite away',
      /^hints\.yaml:\d+: workshop\.job-finished: gives away J64, which finish_job\(job_id='J64'\) expects/,
    ],
    [
      'ground truth that fails',
      (spoilt) => spoilt.edit('suite/tasks.jsonl', "fit_part(job_id='J31'", "fit_part(job_id='J32'"),
      'The suite has ground truth that runs without an error',
      /^suite\/tasks\.jsonl:1: workshop-01-base: the expected call fit_part\(job_id='J32', .* fails: /,
    ],
    [
      'a task in a domain that does not exist',
      (spoilt) =>
        spoilt
          .edit('suite/tasks.jsonl', '"domains": ["BikeWorkshop"]', '"domains": ["BikeShop"]')
          .write('suite/tools/BikeShop.json', '[]'),
      'The suite names domains, tools and scenarios that exist',
      /^suite\/tasks\.jsonl:1: workshop-01-base: the domain BikeShop is not registered$/,
    ],
    [
      'a scenario with a misspelt attribute',
      (spoilt) => spoilt.edit('suite/tasks.jsonl', '"job_counter"', '"job_count"'),
      'The suite is accepted with its ground truth',
      /^suite\/tasks\.jsonl:1: workshop-01-base: there is no attribute job_count; there are mechanics, /,
    ],
    [
      'a line that is no JSON',
      (spoilt) => spoilt.edit('suite/tasks.jsonl', '{"key": "workshop-01-base"', '{"key": workshop'),
      'The suite is read',
      /^suite: tasks\.jsonl:1: not valid JSON/,
    ],
    [
      'the name of a suite of ours',
      (spoilt) => spoilt.edit('suite/suite.json', '"bike-workshop"', '"starter"'),
      'The suite is read',
      /^suite\/suite\.json: suites called "starter" come with Envtune/,
    ],
    [
      'a tool that is not documented',
      (spoilt) => spoilt.edit('suite/tools/BikeWorkshop.json', '"name": "list_jobs"', '"name": "jobs"'),
      'BikeWorkshop has each tool documented with its parameters in order',
      /^environment\.ts: BikeWorkshop has list_jobs\(\), which is not documented$/,
    ],
    ['no suite at all', (spoilt) => spoilt.drop('suite'), 'The suite is read', /there is no folder .*suite\.$/i],
    ['no hints', (spoilt) => spoilt.drop('hints.yaml'), 'The hints are read', /^hints\.yaml: the file is missing$/],
  ])('finds %s', async (_, spoil, check, problem) => {
    spoil(copy)
    expect((await wrongIn(copy.folder))[check]).toContainEqual(expect.stringMatching(problem))
  })
})
