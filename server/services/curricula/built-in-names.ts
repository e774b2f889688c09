import { builtinCurricula } from '@/server/core/curriculum/builtin-curricula'

/** Whether a curriculum comes with the project: its versions are ours, people change a copy of it. */
export const isBuiltIn = (name: string): boolean => builtinCurricula.some((curriculum) => curriculum.name === name)
