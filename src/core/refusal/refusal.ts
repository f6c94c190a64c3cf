import type { RefusalCode } from './catalogue.ts'

/**
 * An expected "no". Refusals are values: the core and the store return them, one file of the server
 * turns them into HTTP, and the screen shows the message of their code.
 */
export type Refusal = {
  readonly refused: true
  readonly code: RefusalCode
  /** Names and values that fill the message. */
  readonly details: Readonly<Record<string, unknown>>
  /** Problems at single fields, for forms and for import. */
  readonly fields?: readonly FieldProblem[]
}

/** One field that cannot be accepted, and why. */
export type FieldProblem = { readonly field: string; readonly code: RefusalCode; readonly details: Readonly<Record<string, unknown>> }

export const refuse = (code: RefusalCode, details: Readonly<Record<string, unknown>> = {}, fields?: readonly FieldProblem[]): Refusal =>
  fields === undefined ? { refused: true, code, details } : { refused: true, code, details, fields }

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && (value as { refused: unknown }).refused === true
