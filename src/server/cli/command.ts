import type { ParseArgsOptionsConfig } from 'node:util'
import type { RefusalCode } from '../../core/refusal/catalogue.ts'
import { refusalMessage } from '../../core/refusal/catalogue.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Words } from '../../core/words.ts'

/** What was typed behind a command's name. */
export type Given = {
  readonly text: (option: string) => string | undefined
  readonly flag: (option: string) => boolean
  readonly operands: readonly string[]
}

/** One command of the command line. */
export type Command = {
  readonly name: string
  readonly about: Words
  /** What may follow the name, as the help shows it. */
  readonly synopsis: string
  readonly options: ParseArgsOptionsConfig
  /** Operands that must stand there, by the name the help gives them. */
  readonly operands: readonly string[]
  /** More of the last operand may follow it. */
  readonly several?: true
  /** Answers the exit code. Throws `Refused` and `Misused`. */
  readonly run: (given: Given) => Promise<number>
}

/** Options every command takes. */
export const placeOptions = { data: { type: 'string' }, town: { type: 'string' } } as const satisfies ParseArgsOptionsConfig

/** An expected "no": one line, exit 1. `message` is the Chinese line, a space and the English line. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The command was typed wrongly: one line and how it is written, exit 2. */
export class Misused extends Error {
  override readonly name = 'Misused'
}

export const refusedWith = (code: RefusalCode, details: Readonly<Record<string, unknown>> = {}): Refused => refusedBy(refuse(code, details))

export const refusedBy = (refusal: Refusal): Refused => {
  const { code, details } = refusal.fields?.[0] ?? refusal
  return new Refused(`${refusalMessage(code, details, 'zh')} ${refusalMessage(code, details, 'en')}`)
}

/** The value, unless it is a refusal. */
export const granted = <Value>(value: Value | Refusal): Value => {
  if (isRefusal(value)) throw refusedBy(value)
  return value
}
