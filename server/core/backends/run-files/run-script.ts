import type { StageJob } from '@/server/core/runs/stage-job'

/** What stands in a stage's description where the checkpoint of the stage before belongs. */
export const checkpointPlace = '@CHECKPOINT@'

/** One run for those whose cluster our worker cannot ask. */
export interface RunFilesInput {
  readonly run: number
  readonly name: string
  /** In order; all but the first begin at `checkpointPlace`, and every one goes on from its own newest checkpoint. */
  readonly stages: readonly StageJob[]
  /** Where metrics go, and the run's id there. */
  readonly tracking: { readonly url: string; readonly run: string }
  readonly python: string
  readonly nodes: number
  readonly gpusPerNode: number
  readonly stopGraceSeconds: number
}

/** Said at the head of every file: what is different from a run that our worker carries out. */
export const caveats: readonly string[] = [
  'No gate is asked: a stage ends at its maximum steps, and the next one begins at its newest checkpoint.',
  'Started again, it goes on: stages that are over are left out, the present one resumes from its newest checkpoint.',
  'ENVTUNE_RUN_TOKENS, one for each stage, comes from "Hand over" on the page of the run and is not in this file.',
]

export const stageFileName = (index: number): string => `stage-${index + 1}.json`

export const stageText = (stage: StageJob): string => `${JSON.stringify(stage)}\n`

/**
 * Shell lines that run the stages one after the other.
 * @param launch what stands before Python, for example `srun`
 * @param folder where the descriptions of the stages lie
 */
export function stageLines({ stages, python, tracking }: RunFilesInput, launch: string, folder: string): string[] {
  return [
    'newest() { (ls -d "$1"/checkpoint-* "$1"/global_step_* 2>/dev/null || true) | sort -V | tail -n 1; }',
    `export MLFLOW_TRACKING_URI=${quoted(tracking.url)} MLFLOW_RUN_ID=${quoted(tracking.run)}`,
    'export PYTHONUNBUFFERED=1 MLFLOW_DISABLE_TELEMETRY=true',
    'checkpoint=""',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell reads it
    'read -r -a tokens <<< "${ENVTUNE_RUN_TOKENS:-}"',
    ...stages.flatMap((stage, index) => {
      const { folder: checkpoints } = stage.checkpoints
      const log = `${checkpoints}/stage.log`
      const file = `"${folder}/${stageFileName(index)}"`
      return [
        '',
        `# stage ${index + 1}: ${stage.stage.name}, at most ${stage.stage.gate.maxSteps} steps`,
        `mkdir -p ${quoted(checkpoints)}`,
        `if [ ! -e ${quoted(`${checkpoints}/over`)} ]; then`,
        `  sed "s|${checkpointPlace}|$checkpoint|" ${file} > ${quoted(`${checkpoints}/stage.json`)}`,
        `  export ENVTUNE_RUN_TOKEN="\${tokens[${index}]:-}"`,
        '  export MLFLOW_TRACKING_TOKEN="$ENVTUNE_RUN_TOKEN"',
        `  ${launch}${quoted(python)} -m envtune_trainer train ${quoted(`${checkpoints}/stage.json`)} | tee ${quoted(log)}`,
        '  # a stage that was only interrupted goes on when this is started again',
        `  grep -q '^ENVTUNE .*"finished"' ${quoted(log)} || exit 0`,
        `  touch ${quoted(`${checkpoints}/over`)}`,
        'fi',
        `checkpoint=$(newest ${quoted(checkpoints)})`,
      ]
    }),
  ]
}

/** One word for a shell. */
export const quoted = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
