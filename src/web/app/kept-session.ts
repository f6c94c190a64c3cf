import type { Session } from '../../api/session.ts'
import { todayLater } from '../../core/time/instant.ts'
import type { Day } from '../../core/time/day.ts'
import { forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.ts'

/** A session as a screen has it; `kept` where it is the one last heard of, the server being out of reach. */
export type HeldSession = Session & { readonly kept?: true }

/** Keeps who is signed in, without what lets a call write; what was kept of someone else goes. */
export const keepSession = async (session: Session): Promise<void> => {
  const before = await keptAnswer<Session>('session.read')
  if (before !== undefined && before.person !== session.person.id) await forgetAnswers()
  await keepAnswer('session.read', session.person.id, { ...session, token: '' })
}

/** The session last heard of, on the town date that it must be by now. */
export const keptSession = async (): Promise<HeldSession | undefined> => {
  const kept = await keptAnswer<Session>('session.read')
  if (kept === undefined) return undefined
  const { answer } = kept
  return { ...answer, town: { ...answer.town, today: todayLater(answer.town.today as Day, kept.at, new Date().toISOString()) }, kept: true }
}
