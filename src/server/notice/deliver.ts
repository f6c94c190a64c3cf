import { lastSpan } from '../../core/ledger/entry.ts'
import { valueOf } from '../../core/ledger/value.ts'
import { retries } from '../../core/notice/quiet.ts'
import type { Day } from '../../core/time/day.ts'
import type { Lang } from '../../core/words.ts'
import type { TownBook } from '../../store/book.ts'
import { findChannels } from '../../store/channels.ts'
import type { Delivery, Told } from '../../store/deliveries.ts'
import { settleFailed, settleSent, takeDeliveries } from '../../store/deliveries.ts'
import { findEntries } from '../../store/entries.ts'
import { findMails } from '../../store/mails.ts'
import type { House } from '../house.ts'
import { mostLines } from './hook-message.ts'
import { outsideWords, townIn } from './outside-words.ts'
import type { ToldLine } from './told-line.ts'
import { toldLine } from './told-line.ts'
import { ChannelFailed, postLines, wordsOf } from './try-channel.ts'

/** Messages taken up at once, and for how long nobody else takes them, in milliseconds: longer than the slowest target may take. */
const part = 500
const lease = 60_000

/** What another try would not change. */
const hopeless: readonly string[] = ['no mail', 'closed', 'no secret']

type Sending = Pick<House, 'town' | 'master' | 'mailer' | 'outside'>

/**
 * Sends what is due: all that goes to one person or one channel as one message, each target by itself, so that one that hangs holds no other up. A failure is tried again later, at last given up
 * and kept with its reason. What was settled meanwhile is not told any more. Answers how many messages went out.
 */
export const deliver = async (house: Sending, today: Day, now: () => string): Promise<number> => {
  const { town } = house
  const at = now()
  const taken = await takeDeliveries(town.db.pool, town.schema, at, later(at, lease), part)
  const groups = Map.groupBy(taken, ({ kind, target }) => `${kind} ${target}`)
  if (groups.size === 0) return 0
  const book = await town.book()
  const sent = await Promise.all([...groups.values()].map((group) => deliverTo(house, book, today, group, now)))
  return sent.filter((each) => each).length
}

const deliverTo = async (house: Sending, book: TownBook, today: Day, group: readonly Delivery[], now: () => string): Promise<boolean> => {
  const { pool } = house.town.db
  const { schema } = house.town
  const ids = group.map(({ id }) => id)
  try {
    const open = await stillOpen(house, book, group)
    if (open.length > 0) await send(house, book, today, group[0] as Delivery, open.map(({ about }) => about), Date.parse(now()))
    await settleSent(pool, schema, ids, now())
    return open.length > 0
  } catch (problem) {
    const attempts = Math.max(...group.map((each) => each.attempts))
    const wait = problem instanceof ChannelFailed && hopeless.includes(problem.message) ? undefined : retries[attempts - 1]
    await settleFailed(pool, schema, ids, now(), wordsOf(problem), wait === undefined ? undefined : later(now(), wait * 60_000))
    return false
  }
}

/** Those whose matter still waits for somebody. */
const stillOpen = async ({ town }: Sending, book: TownBook, group: readonly Delivery[]): Promise<readonly Delivery[]> => {
  const open: Delivery[] = []
  for (const [key, of] of Map.groupBy(group, ({ about }) => about.ledger)) {
    const ledger = book.declared.ledgers.get(key)
    const entries = ledger === undefined ? new Map<number, never>() : await findEntries(town.db.pool, town.schema, ledger, of.map(({ about }) => about.matter))
    open.push(
      ...of.filter(({ about }) => {
        const entry = entries.get(about.matter)
        return entry !== undefined && !entry.void && valueOf(lastSpan(entry).fields, 'settled') === null
      }),
    )
  }
  return open
}

const send = async (house: Sending, book: TownBook, today: Day, { kind, target }: Delivery, about: readonly Told[], at: number): Promise<void> => {
  const { pool } = house.town.db
  const told = (lang: Lang) => ({ title: outsideWords[lang].title(townIn(book, today, house.town.name)[lang], about.length), lines: about.map((each) => toldLine(book, today, each, house.outside.link, lang)) })
  if (kind === 'mail') {
    const to = (await findMails(pool, house.town.schema)).get(target)
    if (to === undefined || house.mailer === undefined) throw new ChannelFailed('no mail')
    const { title, lines } = told('zh')
    return house.mailer.send({ to, subject: title, text: letterOf(lines) })
  }
  const channel = (await findChannels(pool, house.town.schema, book)).find(({ id, open }) => id === target && open)
  if (channel === undefined) throw new ChannelFailed('closed')
  const { title, lines } = told(channel.language)
  await postLines(house, channel, title, lines, at)
}

const letterOf = (lines: readonly ToldLine[]): string => [...lines.slice(0, mostLines).map(({ text, link }) => `${text}\n${link}`), ...(lines.length > mostLines ? [outsideWords.zh.more(lines.length - mostLines)] : [])].join('\n\n')

const later = (from: string, by: number): string => new Date(Date.parse(from) + by).toISOString()
