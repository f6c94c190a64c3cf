import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import type { Answer } from '../store/answers.ts'
import { findAnswers } from '../store/answers.ts'
import { entryHistory } from '../store/entry-history.ts'
import { namesOf } from '../store/people.ts'
import { findSection } from '../store/sections.ts'
import type { Handle } from '../store/sql.ts'
import type { Ask } from './endpoint.ts'
import { answersOf } from './load-answers.ts'

/** When two people take a step on one answer, the second sees who was first, what stands now, and what she sent. */
export const explainStaleAnswer = async (handle: Handle, refusal: Refusal, ask: Ask<{ readonly answer: number }>, yours: Readonly<Record<string, unknown>>): Promise<Refusal> => {
  if (refusal.code !== 'stale-version') return refusal
  const [answer] = await findAnswers(handle, ask.town.schema, { id: ask.input.answer, orgs: answersOf(ask) })
  if (answer === undefined || answer.id !== refusal.details['entry']) return refusal
  const by = await lastBy(handle, ask.town.schema, 'answer', answer.id)
  const { version, state, blocks, told, nothing, remark } = answer
  return refuse('stale-version', { ...refusal.details, version, by, theirs: { state, blocks, told, nothing, remark }, yours })
}

/** When the section moved on since the town office looked, she sees what it says now beside what would enter it. */
export const explainStaleSection = async (handle: Handle, ask: Ask<{ readonly section: number }>, answer: Answer): Promise<Refusal> => {
  const { town, book, input } = ask
  const section = await findSection(handle, town.schema, book, answer.section)
  if (section === undefined) return refuse('section-gone')
  const by = await lastBy(handle, town.schema, 'section', section.id)
  return refuse('stale-version', { entry: section.id, version: section.version, saw: input.section, by, theirs: { blocks: section.blocks }, yours: { blocks: answer.blocks } })
}

/** Who changed an entry last. */
const lastBy = async (handle: Handle, schema: string, ledger: string, entry: number): Promise<string> => {
  const last = (await entryHistory(handle, schema, ledger, entry, Number.MAX_SAFE_INTEGER)).at(-1)
  const nameOf = await namesOf(handle, schema, [last?.person ?? null])
  return nameOf(last?.person ?? 0)
}
