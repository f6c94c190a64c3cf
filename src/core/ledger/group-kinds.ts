import type { FieldKind } from './field.ts'

/** Kinds whose values are few enough to gather rows by; of a day it is the month. */
export const groupKinds: readonly FieldKind[] = ['choice', 'flag', 'org', 'period', 'day']
