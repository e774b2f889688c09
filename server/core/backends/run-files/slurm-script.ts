import { caveats, quoted, type RunFilesInput, stageFileName, stageLines, stageText } from './run-script'

const rayPort = 6379

/** A Slurm batch script for a whole run. Several nodes become a Ray cluster of their own for verl. */
export function slurmScript(input: RunFilesInput): string {
  const { run, name, stages, nodes, gpusPerNode, stopGraceSeconds } = input
  const isMany = nodes > 1
  return [
    '#!/bin/bash',
    `#SBATCH --job-name=envtune-run-${run}`,
    `#SBATCH --nodes=${nodes}`,
    '#SBATCH --ntasks-per-node=1',
    ...(gpusPerNode > 0 ? [`#SBATCH --gpus-per-node=${gpusPerNode}`] : []),
    `#SBATCH --signal=TERM@${stopGraceSeconds}`,
    '#SBATCH --requeue',
    `#SBATCH --output=envtune-run-${run}-%j.log`,
    '',
    `# ${name.replaceAll('\n', ' ')} (run ${run} of Envtune)`,
    ...caveats.map((caveat) => `# ${caveat}`),
    '# Add what your site wants: --partition, --account, --time, modules, a container.',
    '',
    'set -euo pipefail',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell reads these
    ': "${ENVTUNE_RUN_TOKENS:?read them from the file that Hand over gives: source envtune-run-N.env}"',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell reads these
    ': "${ENVTUNE_TRAINER:?set it to the folder trainer of the checkout, on a disk that every node sees}"',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell reads these
    'export PYTHONPATH="$ENVTUNE_TRAINER${PYTHONPATH:+:$PYTHONPATH}"',
    `stages="$PWD/envtune-run-${run}"`,
    'mkdir -p "$stages"',
    ...stages.flatMap((stage, index) => [
      `cat > "$stages/${stageFileName(index)}" <<'JSON'`,
      stageText(stage).trimEnd(),
      'JSON',
    ]),
    '',
    ...(isMany ? rayLines(input) : []),
    ...stageLines(input, isMany ? '' : 'srun --ntasks=1 ', '$stages'),
    '',
  ].join('\n')
}

/** A head on the first node, a worker on every other; the trainer then finds them by RAY_ADDRESS. */
function rayLines({ nodes, gpusPerNode, python }: RunFilesInput): string[] {
  const ray = quoted(python.includes('/') ? `${python.slice(0, python.lastIndexOf('/'))}/ray` : 'ray')
  const gpus = gpusPerNode > 0 ? ` --num-gpus=${gpusPerNode}` : ''
  return [
    '# a Ray cluster of these nodes',
    'head=$(scontrol show hostnames "$SLURM_JOB_NODELIST" | head -n 1)',
    'address=$(srun --nodes=1 --ntasks=1 --nodelist="$head" hostname --ip-address | cut -d" " -f1)',
    `export RAY_ADDRESS="$address:${rayPort}"`,
    `srun --nodes=1 --ntasks=1 --nodelist="$head" ${ray} start --head --node-ip-address="$address" --port=${rayPort}${gpus} --block &`,
    `srun --nodes=${nodes - 1} --ntasks=${nodes - 1} --exclude="$head" ${ray} start --address="$RAY_ADDRESS"${gpus} --block &`,
    `until ${ray} status 2>/dev/null | grep -q "node_"; do sleep 2; done`,
    '',
  ]
}
