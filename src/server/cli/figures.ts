import { reportedStatuses } from '../../core/ledger/system.ts'
import type { Figure } from '../../core/measure/figure.ts'
import type { Change } from '../../core/quantity/comparison.ts'
import { changePhrase } from '../../core/quantity/comparison.ts'
import { words } from '../../core/words.ts'
import { readFigures } from '../../store/figures.ts'
import type { Command } from './command.ts'
import { printJson, printLine } from './print.ts'
import { figureId, onScope, scopeOptions, scopeSynopsis } from './scope.ts'
import { tableText } from './table.ts'

/** What `--json` prints of one figure. A change in percentage points, or of nothing, has no percent. */
type FigureLine = {
  readonly id: string
  readonly title: string
  readonly value: string | null
  readonly unit: string
  readonly source: Figure['source']
  readonly status: string | null
  readonly change: { readonly percent: string; readonly direction: 'up' | 'down' } | null
  readonly rows: number
}

export const figures: Command = {
  name: 'figures',
  about: words('列出一个期间的全部数字。', 'Lists the figures of a period.'),
  synopsis: scopeSynopsis,
  options: scopeOptions,
  operands: [],
  run: (given) =>
    onScope(given, async ({ client, scope }) => {
      const found = (await readFigures(client, scope)).map((figure) => ({ figure, title: scope.measures.get(figure.measure)?.title.zh ?? figure.measure }))
      const { period, org } = scope.query
      if (given.flag('json')) printJson({ period: period.key, org, figures: found.map(({ figure, title }) => lineOf(figure, title)) })
      else printLine(tableText(columns, found.map(({ figure, title }) => cellsOf(figure, title))))
      return 0
    }),
}

const lineOf = (figure: Figure, title: string): FigureLine => ({
  id: figureId(figure.measure),
  title,
  value: figure.value,
  unit: figure.unit,
  source: figure.source,
  status: statusOf(figure),
  change: changeOf(figure.change),
  rows: figure.rows,
})

const statusOf = (figure: Figure): string | null => reportedStatuses.find((each) => each.key === figure.status)?.title.zh ?? figure.status

const changeOf = (change: Change | null): FigureLine['change'] =>
  change === null || change.kind !== 'percent' || change.direction === 'flat' ? null : { percent: change.percent, direction: change.direction }

const columns = [
  { title: '指标 Figure' },
  { title: '名称 Title' },
  { title: '数值 Value', right: true },
  { title: '单位 Unit' },
  { title: '比上年 Change' },
  { title: '来源 Source' },
  { title: '状态 Status' },
  { title: '行数 Rows', right: true },
]

const sources: Readonly<Record<Figure['source'], string>> = { computed: '台账', formula: '公式', reported: '填报', stated: '期初' }

const cellsOf = (figure: Figure, title: string): readonly string[] => [
  figureId(figure.measure),
  title,
  figure.value ?? '—',
  figure.unit,
  figure.change === null ? '' : changePhrase(figure.change, 'zh'),
  sources[figure.source],
  statusOf(figure) ?? '',
  String(figure.rows),
]
