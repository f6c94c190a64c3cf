import type { Words } from '../../../core/words.ts'
import { call, keepToken } from '../../app/call.ts'
import { ApiError, wordsOf } from '../../app/errors.ts'
import { base64Of, makeThumbnail } from '../../fields/picture.ts'
import type { KeptFinding } from './outbox.ts'
import { dropFinding } from './outbox.ts'

/** What became of a finding that was sent: it arrived, it waits for the network or a sign-in, or the server will not have it as it is. */
export type Sent = { readonly kind: 'arrived'; readonly ledger: string; readonly id: number; readonly metres: number | null } | { readonly kind: 'waiting' } | { readonly kind: 'refused'; readonly why: Words }

/**
 * Sends a kept finding with its photos, and takes it off the device once the server has it. Sent again it is the same finding. It goes under the name of who made it only: the server is asked who is
 * signed in before each, since someone else may have signed in meanwhile in another window.
 */
export const sendFinding = async ({ once, person, made: _, photosField, photos, ...finding }: KeptFinding): Promise<Sent> => {
  try {
    const session = await call('session.read', {})
    if (session.person.id !== person) return { kind: 'waiting' }
    keepToken(session.token)
    const named: string[] = []
    for (const { name, bytes } of photosField === null ? [] : photos) {
      const thumbnail = await makeThumbnail(bytes)
      const file = await call('file.upload', { ledger: finding.ledger, field: photosField ?? '', name, content: await base64Of(bytes), ...(thumbnail !== undefined && { thumbnail }) })
      named.push(`${file.hash} ${file.name}`)
    }
    const { ledger, id, metres } = await call('finding.create', { ...finding, day: earlierOf(finding.day, session.town.today), once, ...(named.length > 0 && { photos: named.join('\n') }) })
    await dropFinding(once)
    return { kind: 'arrived', ledger, id, metres }
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown
    const later = thrown.status === 0 || thrown.status >= 500 || thrown.status === 429 || thrown.code === 'not-signed-in' || thrown.code === 'bad-token'
    return later ? { kind: 'waiting' } : { kind: 'refused', why: thrown.fields[0]?.message ?? wordsOf(thrown) }
  }
}

/** A device whose clock runs ahead dates nothing after the town's own day. */
const earlierOf = (day: string, today: string): string => (day < today ? day : today)
