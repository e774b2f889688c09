import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { JobProgress } from '@/components/jobs/job-progress'
import { JobStatus } from '@/components/jobs/job-status'
import { Age } from '@/components/ui/age'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing } from '@/components/ui/format'
import { asksAServer } from './asks-a-server'
import { dollars, tokens } from './dollars'

type Evaluation = ApiOutput['evaluations']['list']['evaluations'][number]

export function EvaluationsTable({ evaluations }: { evaluations: readonly Evaluation[] }) {
  return (
    <TableFrame label="Evaluations">
      <Table>
        <thead>
          <tr>
            <Th>Evaluation</Th>
            <Th>State</Th>
            <Th>Plays</Th>
            <Th>Model</Th>
            <Th>Suites</Th>
            <Th numeric title="How often every task is played">
              Repeats
            </Th>
            <Th numeric title="Read and written">
              Tokens
            </Th>
            <Th numeric title="US dollars, by the endpoint’s present prices">
              Cost
            </Th>
            <Th>Begun</Th>
          </tr>
        </thead>
        <tbody>
          {evaluations.map((evaluation) => (
            <EvaluationRow key={evaluation.id} evaluation={evaluation} />
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function EvaluationRow({ evaluation }: { evaluation: Evaluation }) {
  const { id, name, status, done, total, promptTokens, completionTokens, suites } = evaluation
  return (
    <tr className="hover:bg-raised/60">
      <Td className="min-w-48">
        <Link href={`/evaluations/${id}`} className="font-medium hover:underline">
          {name}
        </Link>{' '}
        <span className="text-xs text-ink-faint">#{id}</span>
      </Td>
      <Td>
        <JobStatus status={status} />
      </Td>
      <JobProgress name={`${name} #${id}`} done={done} total={total} />
      <Td
        className="max-w-64 truncate"
        title={evaluation.checkpoint ? evaluation.checkpoint.runName : evaluation.model}
      >
        {evaluation.checkpoint ? (
          <>
            <Link href={`/runs/${evaluation.checkpoint.run}`} className="hover:underline">
              {evaluation.checkpoint.runName} #{evaluation.checkpoint.run}
            </Link>{' '}
            <span className="text-xs text-ink-faint">{evaluation.checkpoint.label}</span>
          </>
        ) : (
          <>
            {evaluation.model} <span className="text-xs text-ink-faint">{evaluation.endpoint?.name}</span>
          </>
        )}
      </Td>
      <Td>{suites.map((suite) => suite.name).join(', ')}</Td>
      <Td numeric>{evaluation.repeats}</Td>
      <Td numeric className="whitespace-nowrap">
        {!asksAServer(evaluation) ? (
          missing
        ) : (
          <>
            {tokens(promptTokens)} <span className="text-ink-faint">+</span> {tokens(completionTokens)}
          </>
        )}
      </Td>
      <Td numeric>{dollars(evaluation.cost)}</Td>
      <Td>
        <Age at={evaluation.createdAt} />
      </Td>
    </tr>
  )
}
