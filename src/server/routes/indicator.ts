import { exportIndicator, listIndicators, readIndicator, saveIndicator, voidIndicator } from '../../api/indicator.ts'
import type { IndicatorOut } from '../../api/indicator.ts'
import { mayUse } from '../../core/access/policy.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { printTable } from '../../core/report/indicator-print.ts'
import { unitText } from '../../core/quantity/unit.ts'
import { titleOf } from '../../core/time/period.ts'
import { findIndicators } from '../../store/indicators.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { indicatorFile } from '../indicator-file.ts'
import type { LoadedIndicator } from '../load-indicator.ts'
import { contentProblem, loadIndicator } from '../load-indicator.ts'
import { orgName } from '../org-ref.ts'
import { presentChange } from '../present-figure.ts'

export const readIndicatorEndpoint = endpoint({
  route: readIndicator,
  load: (ask, reader) => loadIndicator(ask, reader),
  present: (seen, ask) => ({
    title: seen.title,
    period: seen.at.period.key,
    periodTitle: titleOf(seen.at.period),
    org: seen.at.org,
    orgName: orgName(seen.scope.tree, seen.at.org),
    cutoff: seen.at.cutoff,
    asOf: seen.at.asOf,
    time: seen.time,
    columns: [...seen.columns],
    orgs: seen.orgs.map((code) => ({ code, name: orgName(seen.scope.tree, code) })),
    rows: presentRows(seen),
    maker: ask.caller.name,
    day: ask.today,
  }),
})

const presentRows = ({ rows, scope }: LoadedIndicator): IndicatorOut['rows'] =>
  rows.flatMap(({ change, toDateChange, parts, ...row }) => {
    const measure = scope.measures.get(row.measure)
    if (measure === undefined) return []
    return [{ ...row, line: measure.line, ownerName: orgName(scope.tree, measure.owner), unit: unitText(measure.display, 'zh'), change: presentChange(change), toDateChange: presentChange(toDateChange), parts: [...parts] }]
  })

export const exportIndicatorEndpoint = endpoint({
  route: exportIndicator,
  load: (ask, reader) => loadIndicator(ask, reader),
  present: (seen, ask) => indicatorFile(printed(seen, ask), ask.input.format, { org: orgName(seen.scope.tree, seen.at.org).zh, period: seen.at.period, demo: ask.house.demo !== undefined }),
})

const printed = ({ title, at, scope, rows, columns, orgs, time }: LoadedIndicator, { caller, today }: Ask<unknown>) =>
  printTable(rows, {
    title,
    covers: `单位：${orgName(scope.tree, at.org).zh}　　期间：${titleOf(at.period).zh}　　数据截至：${at.cutoff}　　时间进度：${time}%`,
    columns,
    orgs: orgs.map((code) => ({ code, name: orgName(scope.tree, code) })),
    unitOf: (key) => {
      const measure = scope.measures.get(key)
      return measure === undefined ? '' : unitText(measure.display, 'zh')
    },
    maker: caller.name,
    day: today,
    lang: 'zh',
  })

export const listIndicatorsEndpoint = endpoint({
  route: listIndicators,
  load: (ask, reader) => findIndicators(reader, ask.town.schema),
  present: (tables, { caller }) => ({
    tables: tables.map(({ id, version, title, kind, content }) => ({ entry: id, version, title, kind: kind as 'month', measures: [...content.measures], orgs: [...content.orgs], columns: [...content.columns] })),
    can: Object.fromEntries([saveIndicator.verb, voidIndicator.verb].map((verb) => [verb, mayUse(caller.posts, verb)])),
  }),
})

export const saveIndicatorEndpoint = endpoint({
  route: saveIndicator,
  load: async (ask, reader) => {
    const { entry, measures, orgs } = ask.input
    const problem = contentProblem(ask, { measures, orgs })
    if (problem !== undefined) return problem
    if (entry === undefined) return { saved: undefined }
    const [saved] = await findIndicators(reader, ask.town.schema, entry)
    return saved === undefined ? refuse('not-found', { what: `#${entry}` }) : { saved }
  },
  decide: ({ saved }, { input, today, book }) => {
    const { title, kind, measures, orgs, columns } = input
    const content = JSON.stringify({ measures, orgs, columns })
    if (saved !== undefined) return { changes: [{ act: 'correct', verb: saveIndicator.verb, ledger: 'indicator', entry: saved.id, saw: input.saw ?? saved.version, set: { title, kind, content } }] }
    return { changes: [{ act: 'create', verb: saveIndicator.verb, ledger: 'indicator', spans: [{ from: null, to: null, fields: { title, org: book.treeAt(today).root, day: today, kind, content } }] }] }
  },
  present: ({ saved }, _, { id, journal }) => ({ entry: saved?.id ?? id, version: journal }),
})

export const voidIndicatorEndpoint = endpoint({
  route: voidIndicator,
  load: async ({ input, town }, reader) => {
    const [saved] = await findIndicators(reader, town.schema, input.entry)
    return saved ?? refuse('not-found', { what: `#${input.entry}` })
  },
  decide: ({ id }, { input }) => ({ changes: [{ act: 'void', verb: voidIndicator.verb, ledger: 'indicator', entry: id, saw: input.saw }], reason: input.reason }),
  present: ({ id }, _, { journal }) => ({ entry: id, journal }),
})
