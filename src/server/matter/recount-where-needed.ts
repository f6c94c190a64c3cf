import { findSetting, putSetting } from '../../store/settings.ts'
import type { Town } from '../../store/town.ts'
import { recountMatters } from './recount-matters.ts'

/** Names the state of the calendar all open matters were last reckoned by. */
const mark = 'matters-reckoned'

/**
 * Reckons the open matters anew where the calendar of the book is another than they were last reckoned by; answers how many moved. A recount that was cut short leaves its mark behind, so that the
 * next opening, or the next hour, does it.
 */
export const recountWhereNeeded = async (town: Town, reason = '工作日历更新'): Promise<number> => {
  const { calendar } = await town.book()
  const { pool } = town.db
  if ((await findSetting<string>(pool, town.schema, mark)) === calendar.version) return 0
  const moved = await recountMatters(town, reason)
  await putSetting(pool, town.schema, mark, calendar.version)
  return moved
}
