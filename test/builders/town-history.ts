import type { Change, ChangeSet } from '../../src/core/ledger/change.ts'
import type { Entry } from '../../src/core/ledger/entry.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import { period, windowsOf } from '../../src/core/time/period.ts'
import { eachEntry } from '../../src/store/each-entry.ts'
import type { Town } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { pick, someDay } from './random-history.ts'
import { spanOf } from './small-town.ts'

/** A clock that advances a second each time it is read. */
export const clock = (): (() => string) => {
  let at = Date.UTC(2023, 0, 1)
  return () => new Date((at += 1000)).toISOString()
}

/** Every living entry of the small town's own ledgers. */
export const livingEntries = async (town: Town): Promise<readonly Entry[]> => {
  const living: Entry[] = []
  for (const key of ['sale', 'device', 'case', 'visit']) for (const entry of await entriesOfLedger(town, key)) if (!entry.void) living.push(entry)
  return living
}

/** Every entry of a ledger, the void ones too. */
export const entriesOfLedger = async (town: Town, key: string): Promise<readonly Entry[]> => {
  const ledger = (await town.book()).declared.ledgers.get(key)
  if (ledger === undefined) throw new Error(`${key} is not declared`)
  const entries: Entry[] = []
  await eachEntry(town.db.pool, town.schema, ledger, (entry) => void entries.push(entry))
  return entries
}

/** Closes March 2022 for sales. */
export const closeMonth = async (town: Town): Promise<void> => {
  accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'close.create', ledger: 'close', spans: [spanOf({ ledger: 'sale', month: '2022-03', org: 'town', day: '2022-04-01' })] }] }))
}

/** From mid-2022 the third village belongs to the east, and the fourth is merged into the first at the end of the year. */
export const moveOrgs = async (town: Town): Promise<void> => {
  const orgs = new Map((await entriesOfLedger(town, 'org')).map((entry) => [entry.spans[0]?.fields['code'], entry]))
  const third = orgs.get('v3')
  const fourth = orgs.get('v4')
  if (third === undefined || fourth === undefined) throw new Error('the small town has four villages')
  const by = { person: 1 }
  accepted(await town.commit({ by, changes: [{ act: 'change', verb: 'org.move', ledger: 'org', entry: third.id, saw: third.version, from: '2022-07-01' as Day, set: { parent: 'east' } }] }))
  accepted(await town.commit({ by, changes: [{ act: 'end', verb: 'org.merge', ledger: 'org', entry: fourth.id, saw: fourth.version, to: '2023-01-01' as Day, set: { successor: 'v1' } }] }))
}

/** A value an office states for a period: its own, or an opening number of a counted measure. */
export const someReported = (random: () => number): Change => {
  const span = period(pick(random, windowsOf(someDay(random), ['month', 'quarter', 'half', 'year'])))
  const measure = pick(random, ['output', 'money', 'device-value'])
  const fields = { measure, org: pick(random, ['town', 'east', 'farm', 'order', 'v1', 'v2', 'v3', 'v4']), period: measure === 'output' ? yearToDate(span) : span.key, day: span.to, value: String(Math.floor(random() * 9000)), status: measure === 'output' ? 'flash' : 'stated', source: '统计站' }
  return { act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf(fields)] }
}

const yearToDate = (span: Period): string => {
  const [year = '', month = ''] = span.to.split('-')
  return period(`${year}-01..${year}-${month}`).key
}

/** Values stated in a document for a measure of any kind, where often there are no rows; now and then one that stands is voided. */
export const someStated = async (town: Town, random: () => number, source: number): Promise<readonly ChangeSet[]> => {
  const span = period(pick(random, ['2021H1', '2021', '2022-05', '2022Q3', '2022H1', '2023H1']))
  const measure = pick(random, ['output', 'money', 'pigs', 'device-value', 'households', 'cases-found', 'cases-closed', 'close-rate', 'pigs-less-sales'])
  const fields = { measure, org: pick(random, ['town', 'east', 'farm', 'v1', 'v3']), period: span.key, day: span.to, value: String(Math.floor(random() * 9000) / 100), status: 'stated', source: '历年数字', document: String(source), offset: '0', quote: '历年' }
  const stated: ChangeSet = { by: { person: 2 }, changes: [{ act: 'create', verb: 'source.accept', ledger: 'reported', spans: [spanOf(fields)] }] }
  const living = (await entriesOfLedger(town, 'reported')).filter((entry) => !entry.void)
  if (living.length === 0 || random() < 0.8) return [stated]
  const { id, version } = pick(random, living)
  return [stated, { by: { person: 2 }, approvedBy: 9, reason: '重新核对', changes: [{ act: 'void', verb: 'reported.void', ledger: 'reported', entry: id, saw: version }] }]
}
