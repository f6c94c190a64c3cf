import type { z } from 'zod'
import type { Words } from '../core/words.ts'

/**
 * One call of the wire. The verb is at once the path (`/api/<verb>`), the permission and, for a writing
 * call, the journal's verb. Reads are GET with query text, writes are POST with JSON.
 */
export type Route<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly verb: string
  readonly method: 'GET' | 'POST'
  readonly title: Words
  readonly input: Input
  readonly output: Output
  /** May be called without a session. */
  readonly open?: boolean
}

export const route = <Input extends z.ZodType, Output extends z.ZodType>(it: Route<Input, Output>): Route<Input, Output> => it
