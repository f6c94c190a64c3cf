import type { Words } from '../words.ts'
import type { CheckRule, Severity } from './finding.ts'

/** A stretch of the plain text. */
export type Span = { readonly from: number; readonly to: number }

/** What one rule says about one place: that it was reckoned and holds, or that it does not. */
export type Outcome = Span & {
  readonly rule: CheckRule
  readonly holds: boolean
  readonly severity: Severity
  readonly message: Words
  readonly arithmetic: string | null
}

export const holds = (rule: CheckRule, at: Span, message: Words, arithmetic: string | null): Outcome => ({ rule, holds: true, severity: 'note', from: at.from, to: at.to, message, arithmetic })

export const fails = (rule: CheckRule, severity: Severity, at: Span, message: Words, arithmetic: string | null): Outcome => ({ rule, holds: false, severity, from: at.from, to: at.to, message, arithmetic })
