import type { Words } from '../../core/words.ts'

/** One field the server would not take, and why. */
export type FieldError = { readonly field: string; readonly code: string; readonly message: Words }

/**
 * An answer other than the one asked for: a refusal with its message in both languages, a failure known by its
 * request id, or (status 0) no answer at all.
 */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly words: Words
  readonly details: Readonly<Record<string, unknown>>
  readonly fields: readonly FieldError[]
  readonly requestId: string | undefined

  constructor(it: { status: number; code: string; message: Words; details?: Record<string, unknown>; fields?: readonly FieldError[]; requestId?: string }) {
    super(it.message.en)
    this.status = it.status
    this.code = it.code
    this.words = it.message
    this.details = it.details ?? {}
    this.fields = it.fields ?? []
    this.requestId = it.requestId
  }
}

/** What happened, in both languages, whatever was thrown. */
export const wordsOf = (thrown: unknown): Words => (thrown instanceof ApiError ? thrown.words : { zh: '页面出了差错，请刷新后重试。', en: 'Something went wrong on this page; reload and try again.' })

/** The server's "no" as opposed to a failure: repeating the call would not help. */
export const isRefused = (thrown: unknown): boolean => thrown instanceof ApiError && thrown.status >= 400 && thrown.status < 500

/** Nobody answered: a dead network, or a gate that stands where the server should. */
export const isOutOfReach = (thrown: unknown): boolean => thrown instanceof ApiError && (thrown.status === 0 || (thrown.status >= 502 && thrown.status <= 504))

export const hasCode = (thrown: unknown, ...codes: readonly string[]): thrown is ApiError => thrown instanceof ApiError && codes.includes(thrown.code)

/** What the server says of one field of what was sent. */
export const fieldWords = (thrown: unknown, field: string): Words | undefined => (thrown instanceof ApiError ? thrown.fields.find((each) => each.field === field)?.message : undefined)
