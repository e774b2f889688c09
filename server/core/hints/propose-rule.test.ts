import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { builtinRegistry } from '@/server/core/environments/registry'
import { pythonErrors } from '@/server/core/environments/shared/python-errors'
import { type ToolDoc, toolDocSchema } from '@/server/core/tasks/task'
import { finishRule } from './draft-rule'
import { lintRule } from './lint'
import { proposeRule } from './propose-rule'

const docs = new Map(
  readdirSync('suites/starter/tools').map((file) => [
    file.replace('.json', ''),
    z.array(toolDocSchema).parse(JSON.parse(readFileSync(`suites/starter/tools/${file}`, 'utf8'))),
  ]),
)
const ofDomain = (domain: string): readonly ToolDoc[] => docs.get(domain) ?? []

function proposal(domain: string, tool: string, code: string) {
  const definition = builtinRegistry.get(domain)?.errors[code] ?? pythonErrors[code]
  if (!definition) throw new Error(`${domain} has no error ${code}`)
  return proposeRule({ domain, tool, code, definition, docs: ofDomain(domain) })
}

describe('a hint proposed from the documentation', () => {
  it('says what was passed, what exists and which tool gives it', () => {
    const { rule, evidence } = proposal('TicketAPI', 'get_ticket', 'ticket_unknown')
    expect(rule.when).toEqual({ domain: 'TicketAPI', tools: ['get_ticket'], code: 'ticket_unknown', all: [] })
    expect(rule.template).toMatch('No ticket has this id.')
    expect(rule.template).toMatch('You passed ticket_id={ticket_id}.')
    expect(rule.template).toMatch('Known ticket ids: {ticket_ids}.')
    expect(rule.template).toMatch('First call get_user_tickets()')
    expect(evidence).toMatchObject({ parameters: ['ticket_id'], tools: ['get_user_tickets'] })
  })

  it('names the login where one is missing', () => {
    expect(proposal('TicketAPI', 'create_ticket', 'not_logged_in').rule.template).toMatch(
      'First call ticket_login(username, password)',
    )
  })

  it('shows the parameters of a call that was written wrongly', () => {
    const { template } = proposal('TicketAPI', 'get_ticket', 'call.missing_arguments').rule
    expect(template).toMatch('Missing: {missing}. Its parameters are: {parameters}.')
  })

  it('is a sound rule for every tool and every error there is', () => {
    const wrong = [...builtinRegistry.values()].flatMap(({ name, tools, errors }) =>
      [...Object.keys(errors), ...Object.keys(pythonErrors)].flatMap((code) =>
        tools.flatMap((tool) => {
          const finished = finishRule(proposal(name, tool.name, code).rule)
          const problems = 'rule' in finished ? lintRule(finished.rule, builtinRegistry) : finished.problems
          return problems.map(({ message }) => `${name} ${tool.name} ${code}: ${message}`)
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('is the same every time', () => {
    expect(proposal('TravelAPI', 'book_flight', 'token_invalid')).toEqual(
      proposal('TravelAPI', 'book_flight', 'token_invalid'),
    )
  })
})
