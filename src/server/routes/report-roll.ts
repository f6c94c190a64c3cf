import { rollReport } from '../../api/roll.ts'
import type { Change } from '../../core/ledger/change.ts'
import { openSections } from '../../core/report/open-sections.ts'
import type { BegunSection } from '../../core/report/open-sections.ts'
import { periodWords, rolledBlocks } from '../../core/report/roll.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { period, titleOf } from '../../core/time/period.ts'
import type { ReportEntry } from '../../store/reports.ts'
import { findReport, findReportById } from '../../store/reports.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem, readPeriod } from '../read-scope.ts'

/** Begins the next report from the last; one that was not written by sections is divided as it is carried over. */
export const rollReportEndpoint = endpoint({
  route: rollReport,
  load: async ({ input, town, book }, reader) => {
    const to = readPeriod(input.period)
    if (isRefusal(to)) return to
    const from = await findReportById(reader, town.schema, book, input.from)
    if (from === undefined) return refuse('not-found', { what: `#${input.from}` })
    const was = period(from.period)
    if (to.from <= was.from) return fieldProblem('period', 'period-not-later', { period: titleOf(was).zh })
    if ((await findReport(reader, town.schema, book, to.key)) !== undefined) return refuse('report-exists', { period: titleOf(to).zh })
    const write = periodWords(was, to)
    return { from, to, title: write(from.title), sections: rolledSections(from, write, book.treeAt(to.to).root, (measure) => book.declared.measures.get(measure)?.owner) }
  },
  decide: ({ from, to, title, sections }, { today, book }) => {
    const { verb } = rollReport
    const fields = { title, org: from.org, period: to.key, day: today, document: JSON.stringify({ title, blocks: [] }), state: 'draft', previous: String(from.id) }
    const root = book.treeAt(today)
    const changes: readonly Change[] = [
      { act: 'create', verb, ledger: 'report', handle: 'report', spans: [{ from: null, to: null, fields }] },
      ...sections.map(({ position, org, blocks, budget }): Change => ({
        act: 'create', verb, ledger: 'section', spans: [{ from: null, to: null, fields: { report: '@report', position, org: root.orgs.has(org) ? org : root.root, day: today, document: JSON.stringify({ blocks }), ...(budget === null ? {} : { budget: String(budget) }) } }],
      })),
    ]
    return { changes }
  },
  present: ({ to, title }, _, { id, journal }) => ({ report: id, journal, period: to.key, title }),
})

type RolledSection = BegunSection & { readonly budget: number | null }

const rolledSections = (from: ReportEntry, write: (text: string) => string, townOffice: string, ownerOf: (measure: string) => string | undefined): readonly RolledSection[] => {
  if (from.sections.length === 0) return openSections(rolledBlocks(from.document.blocks, write), ownerOf, townOffice).map((section) => ({ ...section, budget: null }))
  return from.sections.map(({ position, org, blocks, budget }) => ({ position, org, blocks: rolledBlocks(blocks, write), budget }))
}
