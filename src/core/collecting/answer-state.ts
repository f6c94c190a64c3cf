import type { Day } from '../time/day.ts'

/**
 * An office's answer goes asked → written → confirmed → accepted, and back to returned from either of the middle ones. That there is
 * nothing to report is an answer too and takes the same way. Being late is reckoned from the due day, never stored.
 */
export const answerStates = ['asked', 'written', 'confirmed', 'accepted', 'returned'] as const
export type AnswerState = (typeof answerStates)[number]

/** Whether the office still owes its answer: its head has let nothing out. */
export const isOwed = (state: AnswerState): boolean => state === 'asked' || state === 'written' || state === 'returned'

export const isLate = ({ state, due }: { readonly state: AnswerState; readonly due: Day }, today: Day): boolean => isOwed(state) && due < today
