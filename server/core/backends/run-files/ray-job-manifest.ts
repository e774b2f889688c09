import { caveats, type RunFilesInput, stageFileName, stageLines, stageText } from './run-script'
import { type YamlValue, yaml } from './yaml'

const mount = '/envtune'
const home = '/tmp/envtune'

export interface ManifestInput extends RunFilesInput {
  /** The folder that holds the checkpoints, on a volume that every pod mounts. */
  readonly checkpointFolder: string
  /** The trainer's files as a zip archive, in base64. */
  readonly trainerArchive: string
  readonly rayVersion: string
}

/** A ConfigMap with the stages and the trainer, and a RayJob (ray.io/v1, KubeRay) that runs them. */
export function rayJobManifest(input: ManifestInput): string {
  const head = [`${input.name.replaceAll('\n', ' ')} (run ${input.run} of Envtune)`, ...caveats, ...beforehand(input)]
  return [...head.map((line) => `# ${line}`), `${yaml(configMap(input))}---`, yaml(rayJob(input))].join('\n')
}

const beforehand = (input: ManifestInput): string[] => [
  `Beforehand: kubectl create secret generic ${nameOf(input)} --from-literal=tokens="$ENVTUNE_RUN_TOKENS"`,
  `and a claim ${nameOf(input)}-checkpoints (ReadWriteMany), or another volume in its place.`,
  'Put an image with Ray, Python packages of the engine and, for verl, a rollout engine where <image> stands.',
]

const nameOf = ({ run }: ManifestInput): string => `envtune-run-${run}`

function configMap(input: ManifestInput): YamlValue {
  const files = input.stages.map((stage, index) => [stageFileName(index), stageText(stage)])
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: nameOf(input) },
    data: { ...Object.fromEntries(files), 'run.sh': runScript(input) },
    binaryData: { 'trainer.zip': input.trainerArchive },
  }
}

const runScript = (input: ManifestInput): string =>
  [
    'set -euo pipefail',
    `mkdir -p ${home}`,
    `python -m zipfile -e ${mount}/trainer.zip ${home}`,
    `export PYTHONPATH=${home}`,
    ...stageLines(input, '', mount),
    '',
  ].join('\n')

function rayJob(input: ManifestInput): YamlValue {
  const { gpusPerNode, nodes, rayVersion } = input
  const isVerl = input.stages[0]?.engine === 'verl'
  return {
    apiVersion: 'ray.io/v1',
    kind: 'RayJob',
    metadata: { name: nameOf(input), labels: { 'app.kubernetes.io/part-of': 'envtune' } },
    spec: {
      entrypoint: `bash ${mount}/run.sh`,
      ...(isVerl || gpusPerNode === 0 ? {} : { entrypointNumGpus: 1 }),
      // verl's workers on other nodes import the trainer from here as well
      runtimeEnvYAML: yaml({
        env_vars: { PYTHONPATH: home, RAY_JOB_STOP_WAIT_TIME_S: String(input.stopGraceSeconds) },
      }),
      shutdownAfterJobFinishes: true,
      ttlSecondsAfterFinished: 600,
      backoffLimit: 3,
      rayClusterSpec: {
        rayVersion,
        headGroupSpec: {
          rayStartParams: { 'dashboard-host': '0.0.0.0' },
          template: podTemplate(input, 'ray-head', nodes === 1),
        },
        ...(nodes === 1 ? {} : { workerGroupSpecs: [workers(input)] }),
      },
    },
  }
}

const workers = (input: ManifestInput): YamlValue => ({
  groupName: 'workers',
  replicas: input.nodes,
  minReplicas: input.nodes,
  maxReplicas: input.nodes,
  rayStartParams: {},
  template: podTemplate(input, 'ray-worker', true),
})

/** Every pod has the trainer unpacked before Ray starts in it. */
function podTemplate(input: ManifestInput, name: string, hasGpus: boolean): YamlValue {
  const gpus: Record<string, number> = hasGpus && input.gpusPerNode > 0 ? { 'nvidia.com/gpu': input.gpusPerNode } : {}
  const files = { name: 'files', mountPath: mount, readOnly: true }
  const unpacked = { name: 'home', mountPath: home }
  return {
    spec: {
      terminationGracePeriodSeconds: input.stopGraceSeconds,
      initContainers: [
        {
          name: 'trainer',
          image: '<image>',
          command: ['python', '-m', 'zipfile', '-e', `${mount}/trainer.zip`, home],
          volumeMounts: [files, unpacked],
        },
      ],
      containers: [
        {
          name,
          image: '<image>',
          env: [{ name: 'ENVTUNE_RUN_TOKENS', valueFrom: { secretKeyRef: { name: nameOf(input), key: 'tokens' } } }],
          resources: { limits: { cpu: '8', memory: '64Gi', ...gpus } },
          volumeMounts: [files, unpacked, { name: 'checkpoints', mountPath: input.checkpointFolder }],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: nameOf(input) } },
        { name: 'home', emptyDir: {} },
        { name: 'checkpoints', persistentVolumeClaim: { claimName: `${nameOf(input)}-checkpoints` } },
      ],
    },
  }
}
