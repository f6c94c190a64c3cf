import type { Change } from '../../core/ledger/change.ts'
import { readChinaNotices } from '../../formats/calendar/china.ts'
import { calendarLedger, noticedYears } from '../../store/calendar-notices.ts'
import type { Town } from '../../store/town.ts'
import { installation } from '../../store/town.ts'
import { accepted } from '../../store/writer.ts'

/** Enters the yearly notices the project carries into a town's book, those of years it never had one of; answers whether any was. A year the town has entered or withdrawn itself stays as it is. */
export const enterNotices = async (town: Town): Promise<boolean> => {
  const { orgs, declared } = await town.book()
  const { notices, package: from } = readChinaNotices()
  const known = declared.ledgers.has(calendarLedger) ? await noticedYears(town.db.pool, town.schema) : new Set<number>()
  const missing = notices.filter(({ year }) => !known.has(year))
  if (missing.length === 0 || orgs.root === '') return false
  const changes = missing.map(({ year, off, work, papers }): Change => ({
    act: 'create',
    verb: 'calendar.enter',
    ledger: calendarLedger,
    spans: [{ from: null, to: null, fields: { year: String(year), org: orgs.root, day: papers[papers.length - 1]?.published ?? `${year - 1}-11-30`, off: JSON.stringify(off), work: JSON.stringify(work), source: [...papers.flatMap(({ number }) => number ?? []), from].join('；') } }],
  }))
  accepted(await town.commit({ by: installation, changes }))
  return true
}
