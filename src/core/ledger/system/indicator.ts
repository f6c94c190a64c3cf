import { words } from '../../words.ts'
import type { Ledger } from '../ledger.ts'
import { choice, content, day, events, org, text, whole } from './parts.ts'

const period = { key: 'period', title: words('所属期', 'Period'), kind: 'period', required: true } as const

/** Ledgers of the indicator table: targets of a year, places in a ranking of towns, and the tables a town prints. */
export const indicatorLedgers: readonly Ledger[] = [
  events({
    key: 'target',
    title: words('年度目标', 'Targets'),
    about: words('指标的年度目标值，注明出处；改动保留原目标与原因。', 'What a measure is to reach in a year, with its source; a change keeps the old target and the reason.'),
    unique: [['measure', 'org', 'period']],
    columns: ['period', 'measure', 'value', 'source'],
    secondPerson: true,
    fields: [text('measure', '指标', 'Measure'), org, { ...period, title: words('年度', 'Year') }, day, { key: 'value', title: words('目标值（基本单位）', 'Target (base unit)'), kind: 'decimal', decimals: 8, required: true }, text('source', '出处', 'Source')],
  }),
  events({
    key: 'ranking',
    title: words('位次', 'Places'),
    about: words('上级通报的位次，注明范围和出处。', 'Places told from above, with their range and source.'),
    unique: [['measure', 'org', 'period']],
    columns: ['period', 'measure', 'place', 'among', 'scope'],
    fields: [text('measure', '指标', 'Measure'), org, period, day, { ...whole('place', '位次', 'Place'), min: '1' }, { ...whole('among', '参评数', 'Among'), min: '1' }, text('scope', '范围', 'Range'), text('source', '出处', 'Source')],
  }),
  events({
    key: 'indicator',
    title: words('指标表', 'Indicator tables'),
    columns: ['title', 'kind'],
    fields: [
      text('title', '名称', 'Title'),
      org,
      day,
      choice('kind', '期间', 'Period', [['month', '月', 'month'], ['quarter', '季', 'quarter'], ['half', '半年', 'half-year'], ['year', '年', 'year']]),
      content('content', '指标、单位和栏目', 'Measures, organisations and columns'),
    ],
  }),
]
