import type { Fields } from '../ledger/value.ts'
import type { Day } from '../time/day.ts'
import type { AnswerText } from './answer-problems.ts'

/** What each step of an answer writes into its entry. Who wrote and who confirmed are named; a text that is written again or sent back waits for its head anew. */
export const answerSteps = {
  write: ({ blocks, told, nothing }: AnswerText, writer: number): Fields => ({ state: 'written', document: JSON.stringify({ blocks }), told: JSON.stringify({ values: told }), nothing, writer: String(writer), confirmer: null }),
  confirm: (confirmer: number): Fields => ({ state: 'confirmed', confirmer: String(confirmer) }),
  return: (remark: string): Fields => ({ state: 'returned', remark, confirmer: null }),
  accept: (): Fields => ({ state: 'accepted' }),
  remind: (reminders: number, today: Day): Fields => ({ reminders: String(reminders + 1), reminded: today }),
} as const
