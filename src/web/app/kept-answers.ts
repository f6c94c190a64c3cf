import { onDevice } from './device-store.ts'

/**
 * The answers a finding needs to be made without a network: who is signed in, and what she may report. They hold as long as a session can, name nobody but her, and go when she signs out or someone
 * else signs in.
 */

/** An answer as it is kept: of whom, and at which instant by this device. */
export type KeptAnswer<Answer> = { readonly name: AnswerName; readonly person: number; readonly at: string; readonly answer: Answer }
export type AnswerName = 'session.read' | 'finding.read'

/** Longest life of a kept answer, in milliseconds: that of a session. */
const longest = 12 * 3_600_000

export const keepAnswer = async (name: AnswerName, person: number, answer: unknown): Promise<void> => {
  await orNothing(onDevice('answers', 'readwrite', (store) => store.put({ name, person, at: new Date().toISOString(), answer })))
}

/** The kept answer, unless it is too old to hold; undefined also where the device keeps nothing. */
export const keptAnswer = async <Answer>(name: AnswerName): Promise<KeptAnswer<Answer> | undefined> => {
  const kept = (await orNothing(onDevice('answers', 'readonly', (store) => store.get(name)))) as KeptAnswer<Answer> | undefined
  return kept === undefined || Math.abs(Date.now() - Date.parse(kept.at)) > longest ? undefined : kept
}

export const forgetAnswers = async (): Promise<void> => {
  await orNothing(onDevice('answers', 'readwrite', (store) => store.clear()))
}

/** A device that keeps nothing is one that works with a network only. */
const orNothing = async (kept: Promise<unknown>): Promise<unknown> => {
  try {
    return await kept
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
    return undefined
  }
}
