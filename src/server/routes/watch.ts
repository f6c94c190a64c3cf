import { watchReport } from '../../api/watch.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findReportById } from '../../store/reports.ts'
import { namesOf } from '../../store/people.ts'
import type { Call, Endpoint } from '../call.ts'
import { endpoint } from '../endpoint.ts'

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
    const { reply, house } = call
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { ...headersOf(reply.getHeaders()), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    raw.write('retry: 2000\n\n')
    const leave = house.live.join({ ...(watcher as Omit<Parameters<typeof house.live.join>[0], 'to'>), to: raw })
    raw.on('close', leave)
    return undefined
  },
}

const headersOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> => Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
