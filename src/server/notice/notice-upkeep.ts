import type { Day } from '../../core/time/day.ts'
import { dropOldNotices } from '../../store/notices.ts'
import type { House } from '../house.ts'
import { deliver } from './deliver.ts'
import { remindOfAll } from './remind.ts'
import { tellSteps } from './tell-steps.ts'

/** How often there is looked, in milliseconds, and how many days notices are kept. */
const every = 15_000
const kept = 400

/** What the clocks were last looked at by: another day, other holidays or other procedures, and they are looked at anew. */
type Looked = { readonly day: Day; readonly calendar: string; readonly declared: unknown }

/** Tells of steps, reminds of clocks and sends what is due, now and then every quarter of a minute, until it is closed. What fails is told and tried again the next time; what was missed meanwhile is made up for. */
export const openNoticeUpkeep = (house: House, failed: (problem: unknown) => void): { readonly close: () => Promise<void> } => {
  const { town } = house
  let looked: Looked | undefined
  let closed = false
  let running: Promise<void> | undefined
  const look = async (): Promise<void> => {
    const [now, day] = [new Date().toISOString(), house.today()]
    await tellSteps(town, day, now)
    const { calendar, declared } = await town.book()
    if (looked?.day !== day || looked.calendar !== calendar.version || looked.declared !== declared.ledgers) {
      await remindOfAll(town, day, now)
      await dropOldNotices(town.db.pool, town.schema, new Date(Date.parse(now) - kept * 86_400_000).toISOString())
      looked = { day, calendar: calendar.version, declared: declared.ledgers }
    }
    house.desk.nudge()
    if (!closed) await deliver(house, day, () => new Date().toISOString())
  }
  const begin = (): void => void (running ??= look().catch(failed).finally(() => (running = undefined)))
  begin()
  const clock = setInterval(begin, every).unref()
  return {
    close: async () => {
      closed = true
      clearInterval(clock)
      await running
    },
  }
}
