import { readStart } from '../../api/start.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { figureCover } from '../../core/setup/first-report.ts'
import { sameLastYear, titleOf } from '../../core/time/period.ts'
import { figureScope, readFigures } from '../../store/figures.ts'
import { countEntries } from '../../store/list-entries.ts'
import { findReport } from '../../store/reports.ts'
import { findSources } from '../../store/sources.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'
import { readPeriod } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

/** Names of missing figures that are told; the count is told whole. */
const mostMissing = 12

export const readStartEndpoint = endpoint({
  route: readStart,
  load: async (ask, reader) => {
    const { town, book, today } = ask
    const period = readPeriod(ask.input.period)
    if (isRefusal(period)) return period
    const scope = await figureScope(reader, town.schema, book, { period, org: book.treeAt(today).root, cutoff: period.to, asOf: book.head })
    const open = openLedgers(ask).filter(({ ledger }) => ledger.system !== true)
    return {
      period,
      scope,
      open,
      figures: await readFigures(reader, scope),
      counts: await countEntries(reader, town.schema, open.map(({ ledger, rights }) => ({ ledger, right: rights.read }))),
      sources: await findSources(reader, town.schema),
      report: await findReport(reader, town.schema, book, period.key),
    }
  },
  present: ({ period, scope, open, figures, counts, sources, report }, { book, today }) => {
    const { told, untold, compared, uncompared } = figureCover(figures, (key) => scope.measures.get(key)?.change !== 'none')
    const coverOf = (have: readonly string[], lack: readonly string[]) => ({
      have: have.length,
      of: have.length + lack.length,
      missing: lack.slice(0, mostMissing).flatMap((measure) => scope.measures.get(measure) ?? []).map(({ key, title }) => ({ measure: key, title })),
    })
    const [latest] = sources
    return {
      period: period.key,
      periodTitle: titleOf(period),
      baseTitle: titleOf(sameLastYear(period)),
      sources: {
        count: sources.length,
        figures: sources.reduce((sum, each) => sum + each.figures, 0),
        commitments: sources.reduce((sum, each) => sum + each.commitments, 0),
        latest: latest === undefined ? null : { entry: latest.id, title: latest.title, day: latest.day },
      },
      opening: coverOf(compared, uncompared),
      ledgers: open.map(({ ledger, rights }) => ({ key: ledger.key, title: ledger.title, ownerName: orgName(book.treeAt(today), ledger.owner), entries: counts.get(ledger.key) ?? 0, write: !isNothing(rights.write) })),
      report: report === undefined ? null : { title: report.title, state: report.state, sections: report.sections.length },
      figures: coverOf(told, untold),
    }
  },
})
