import { wantedWords } from '@/server/core/episodes/search-words'
import { episodeFields } from '@/server/core/filter/episode-fields'
import type { FilterNode, FilterValue } from '@/server/core/filter/filter-node'
import type { KnownNames, NamedField } from './episode-filter-names'
import { askedTraits, traitsByField, traitWord } from './episode-traits'
import { type Bind, type FilterColumns, likeAnywhere, type OwnCondition } from './filter-sql'
import { choiceColumn, exactColumn, realColumn, wholeColumn, wholeCondition } from './own-conditions'
import { withTraits } from './trait-condition'

const isNo = (value: FilterValue) => value.kind === 'text' && value.text === 'no'
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

/**
 * Episodes with each of the words. The traits that all results have are looked for in the same index: words alone may
 * be those of very many.
 */
const textCondition =
  (filter: FilterNode | null) =>
  (text: string, bind: Bind): string => {
    const wanted = wantedWords(text)
    if (wanted === null) return 'false'
    const words = wanted.map(({ word, isBeginning }) => `'${word}'${isBeginning ? ':*' : ''}`)
    const traits = askedTraits(filter).map((some) => `(${some.map((trait) => `'${traitWord(trait)}'`).join(' | ')})`)
    const query = bind([...words, ...traits].join(' & '))
    return `(e.id in (select t.episode_id from episode_texts t where t.words @@ ${query}::tsquery))`
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

const runColumn = wholeColumn('e.run_id')
const valid = 'e.invalid is null'

/** Where the fields that `filter` compares are stored; `known` has what its names mean. */
export const episodeColumns = (filter: FilterNode | null, known: KnownNames): FilterColumns => ({
  catalogue: episodeFields,
  id: 'e.id',
  words: textCondition(filter),
  fields: {
    // alone, a run is found along its own indexes, in order
    run: askedTraits(filter).length > 1 ? withTraits(runColumn, traitsByField.run) : runColumn,
    stage: withTraits(wholeColumn('e.stage', 1), traitsByField.stage),
    step: wholeColumn('e.training_step'),
    split: withTraits(exactColumn('e.split'), traitsByField.split),
    task: nameColumn('e.task_id', 'int', 'task', known),
    domain: namesColumn('e.domains', 'domain', known),
    outcome: withTraits(
      choiceColumn({
        succeeded: `(e.success and ${valid})`,
        failed: `(not e.success and ${valid})`,
        invalid: '(e.invalid is not null)',
      }),
      traitsByField.outcome,
    ),
    reward: realColumn('e.reward'),
    'failing-turn': withTraits(wholeColumn('e.failing_turn', 1), traitsByField['failing-turn']),
    code: namesColumn('e.error_codes', 'code', known),
    rule: namesColumn('e.hint_rules', 'rule', known),
    'format-errors': withTraits(wholeColumn('e.format_errors'), traitsByField['format-errors']),
    text: {
      condition: ({ value }, bind) => (value.kind === 'text' ? textCondition(filter)(value.text, bind) : 'false'),
    },
    partition: withTraits(exactColumn('e.partition'), traitsByField.partition),
    kind: withTraits(
      choiceColumn({ episode: `(e.kind = 'episode')`, branch: `(e.kind = 'branch')` }),
      traitsByField.kind,
    ),
    suite: nameColumn('e.suite', 'text', 'suite', known),
    recovered: withTraits(yesNo('(e.hints_recovered > 0)'), traitsByField.recovered),
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
    valid: withTraits(yesNo(`(${valid})`), ({ value }) =>
      isNo(value) ? { any: ['outcome invalid'], saysAll: true } : null,
    ),
    origin: exactColumn('e.origin'),
    id: wholeColumn('e.id'),
    recorded: 'e.created_at',
  },
})
