import { watchReport } from '../../api/watch.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findReportById } from '../../store/reports.ts'
import { namesOf } from '../../store/people.ts'
import type { Call, Endpoint } from '../call.ts'
import { endpoint } from '../endpoint.ts'
import { keepOpen } from '../event-stream.ts'

/** Checked like any other call. */
const entering = endpoint({
  route: watchReport,
  load: async ({ input, town, book, caller }, reader) => {
    const report = await findReportById(reader, town.schema, book, input.report)
    if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
    return { watcher: { report: report.id, section: input.section ?? null, person: caller.person, name: (await namesOf(reader, town.schema, [caller.person]))(caller.person) } }
  },
  present: ({ watcher }) => watcher,
})

/** Keeps the answer open and writes what changes as server-sent events, until the page is left. */
export const watchReportEndpoint: Endpoint = {
  route: watchReport,
  run: async (call: Call) => {
    const watcher = await entering.run(call)
    if (isRefusal(watcher)) return watcher
    keepOpen(call.reply, (to) => call.house.live.join({ ...(watcher as Omit<Parameters<typeof call.house.live.join>[0], 'to'>), to }))
    return undefined
  },
}
