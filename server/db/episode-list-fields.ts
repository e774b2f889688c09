import { wantedWords } from '@/server/core/episodes/search-words'
import { episodeFields } from '@/server/core/filter/episode-fields'
import type { KnownNames, NamedField } from './episode-filter-names'
import { type Bind, type FilterColumns, likeAnywhere, type OwnCondition } from './filter-sql'
import { choiceColumn, exactColumn, realColumn, wholeColumn, wholeCondition } from './own-conditions'

const yesNo = (condition: string) => choiceColumn({ yes: condition, no: `(not ${condition})` })

/** A list column with an index on its items: the names that are meant are known. */
const namesColumn = (sql: string, field: NamedField, known: KnownNames): OwnCondition => ({
  condition: (comparison, bind) => {
    if (comparison.value.kind === 'none') return `(${sql} = '{}')`
    return `(${sql} && ${bind(known(field, comparison))}::text[])`
  },
})

/** A column of one name. */
const nameColumn = (sql: string, type: string, field: NamedField, known: KnownNames): OwnCondition => ({
  condition: (comparison, bind) => `(${sql} = any(${bind(known(field, comparison))}::${type}[]))`,
})

const turnPlayed: OwnCondition = {
  condition: (comparison, bind) =>
    `exists (select from episode_turns t
       where t.episode_id = e.id and ${wholeCondition('t.index', 1, comparison, bind)})`,
}

/** Episodes with a word that begins so, for each of the words. */
function textCondition(text: string, bind: Bind): string {
  const words = wantedWords(text)
  if (words === null) return 'false'
  const query = bind(words.map((word) => `'${word}':*`).join(' & '))
  return `(e.id in (select t.episode_id from episode_texts t where t.words @@ ${query}::tsquery))`
}

const textColumn: OwnCondition = {
  condition: ({ value }, bind) => (value.kind === 'text' ? textCondition(value.text, bind) : 'false'),
}

/** Keys are made by trainers: they are compared as they are, so that their index serves. */
const groupColumn: OwnCondition = {
  condition: ({ operator, value }, bind) => {
    if (value.kind !== 'text') return '(e.group_key is null)'
    return operator === ':'
      ? `(e.group_key ilike ${bind(likeAnywhere(value.text))})`
      : `(e.group_key = ${bind(value.text)})`
  },
}

const valid = 'e.invalid is null'

/** Where the fields of episodes are stored; `known` has what the filter's names mean (server/db/episode-filter-names). */
export const episodeColumns = (known: KnownNames): FilterColumns => ({
  catalogue: episodeFields,
  id: 'e.id',
  words: textCondition,
  fields: {
    run: wholeColumn('e.run_id'),
    stage: wholeColumn('e.stage', 1),
    step: wholeColumn('e.training_step'),
    split: exactColumn('e.split'),
    task: nameColumn('e.task_id', 'int', 'task', known),
    domain: namesColumn('e.domains', 'domain', known),
    outcome: choiceColumn({
      succeeded: `(e.success and ${valid})`,
      failed: `(not e.success and ${valid})`,
      invalid: '(e.invalid is not null)',
    }),
    reward: realColumn('e.reward'),
    'failing-turn': wholeColumn('e.failing_turn', 1),
    code: namesColumn('e.error_codes', 'code', known),
    rule: namesColumn('e.hint_rules', 'rule', known),
    'format-errors': wholeColumn('e.format_errors'),
    text: textColumn,
    partition: exactColumn('e.partition'),
    kind: choiceColumn({ episode: `(e.kind = 'episode')`, branch: `(e.kind = 'branch')` }),
    suite: nameColumn('e.suite', 'text', 'suite', known),
    recovered: yesNo('(e.hints_recovered > 0)'),
    hints: wholeColumn('e.hints_shown'),
    surprise: realColumn('e.surprise'),
    'near-miss': yesNo('(e.near_miss is not null)'),
    progress: realColumn('e.progress'),
    advantage: realColumn('e.advantage'),
    turns: wholeColumn('e.turn_count'),
    turn: turnPlayed,
    length: wholeColumn('e.step_count'),
    calls: wholeColumn('e.call_count'),
    'tool-errors': wholeColumn('e.tool_errors'),
    cut: exactColumn('e.truncated'),
    feedback: exactColumn('e.feedback'),
    group: groupColumn,
    rollout: wholeColumn('e.rollout'),
    valid: yesNo(`(${valid})`),
    origin: exactColumn('e.origin'),
    id: wholeColumn('e.id'),
    recorded: 'e.created_at',
  },
})
