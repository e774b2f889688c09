import { paperCurriculum, starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { singleStageCurriculum } from '@/server/core/curriculum/single-stage'

const names: readonly string[] = [starterCurriculum, paperCurriculum, singleStageCurriculum].map(({ name }) => name)

/** Whether a curriculum comes with the project: its versions are ours, people change a copy of it. */
export const isBuiltIn = (name: string): boolean => names.includes(name)
