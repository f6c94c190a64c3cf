import type { Channel } from '../../store/channels.ts'
import { findSecret } from '../../store/channels.ts'
import type { House } from '../house.ts'
import { answerProblem, hookMessage } from './hook-message.ts'
import { outsideWords } from './outside-words.ts'
import type { ToldLine } from './told-line.ts'
import { postHook } from './post-hook.ts'

/** Why a message does not reach a channel, in a word. */
export class ChannelFailed extends Error {}

/** Posts lines to a channel; throws `ChannelFailed` where it does not take them, and whatever the connection came to. */
export const postLines = async ({ town, master, outside }: Pick<House, 'town' | 'master' | 'outside'>, channel: Channel, title: string, lines: readonly ToldLine[], at: number): Promise<void> => {
  const secret = await findSecret(town.db.pool, town.schema, master, channel.id)
  if (secret === undefined) throw new ChannelFailed('no secret')
  const answer = await postHook(hookMessage(channel.kind, channel.language, secret, title, lines, at), outside.plain)
  const problem = answerProblem(channel.kind, answer.status, answer.body)
  if (problem !== undefined) throw new ChannelFailed(problem)
}

/** Sends a message that names no matter but the town as the channel reads it; answers what was wrong, or null. */
export const tryChannel = async (house: Pick<House, 'town' | 'master' | 'outside'>, channel: Channel, townName: string): Promise<string | null> => {
  try {
    await postLines(house, channel, outsideWords[channel.language].trial(townName), [], Date.now())
    return null
  } catch (problem) {
    return wordsOf(problem)
  }
}

/** What went wrong in a word; never the address, which may hold a key. */
export const wordsOf = (problem: unknown): string => {
  if (problem instanceof ChannelFailed) return problem.message
  if (!(problem instanceof Error)) return 'failed'
  const code = String((problem as NodeJS.ErrnoException).code)
  if (problem.name === 'TimeoutError' || problem.name === 'AbortError' || code === 'ETIMEDOUT') return 'no answer in time'
  return /^[A-Z][A-Z0-9_]+$/.test(code) ? code : 'failed'
}
