/** A stored value; the detail says what it is. */
export interface StoredValue {
  readonly text: string
  readonly detail: string
}

/** Stored values of a field that fit what is typed; a hook, since they are asked for while typing. */
export type UseFieldValues = (field: string | null, typed: string) => readonly (string | StoredValue)[]
