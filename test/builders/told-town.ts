import type { Change } from '../../src/core/ledger/change.ts'
import type { Fields } from '../../src/core/ledger/value.ts'
import type { Database } from '../../src/store/database.ts'
import type { Town } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { smallTown, spanOf } from './small-town.ts'
import { clock } from './town-history.ts'

const sale = (fields: Fields): Change => ({ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf(fields)] })
const reported = (fields: Fields): Change => ({ act: 'create', verb: 'reported.create', ledger: 'reported', spans: [spanOf({ org: 'town', source: '统计站', ...fields })] })

/**
 * The small town with a few rows whose figures are plain to see: in 2023H1 ten pigs of three sales against eight a
 * year before, output 120 (an estimate, up 6.6 %), one closed case of two; of `air` only a rate is known.
 */
export const toldTown = async (db: Database, schema = 'town_told'): Promise<Town> => {
  const town = await smallTown(db, schema, clock())
  const document = JSON.stringify({
    title: '2023年上半年工作',
    blocks: [
      { kind: 'heading', level: 1, text: '一、农业' },
      { kind: 'paragraph', runs: [{ kind: 'text', text: '生猪出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }, { kind: 'text', text: '，' }, { kind: 'figure', measure: 'pigs', show: 'change' }, { kind: 'text', text: '；产值' }, { kind: 'figure', measure: 'output', show: 'value' }, { kind: 'text', text: '。' }] },
    ],
  })
  const changes: readonly Change[] = [
    sale({ org: 'v1', day: '2023-01-10', head: '3', kind: 'pig', money: '3000.5' }),
    sale({ org: 'v2', day: '2023-03-10', head: '5', kind: 'pig', money: '4999.5' }),
    sale({ org: 'v3', day: '2023-06-30', head: '2', kind: 'pig' }),
    sale({ org: 'v3', day: '2023-06-30', head: '7', kind: 'sheep', money: '2000' }),
    sale({ org: 'v1', day: '2022-02-01', head: '8', kind: 'pig', money: '100' }),
    { act: 'create', verb: 'case.create', ledger: 'case', spans: [spanOf({ org: 'v1', found: '2023-02-01', closed: '2023-03-01' })] },
    { act: 'create', verb: 'case.create', ledger: 'case', spans: [spanOf({ org: 'v2', found: '2023-02-02' })] },
    reported({ measure: 'output', period: '2023H1', day: '2023-06-30', value: '120', growth: '6.6', status: 'estimate' }),
    reported({ measure: 'air', period: '2023H1', day: '2023-06-30', growth: '-18.18', status: 'final' }),
    { act: 'create', verb: 'report.create', ledger: 'report', spans: [spanOf({ title: '2023年上半年工作', org: 'town', period: '2023H1', day: '2023-07-03', document })] },
  ]
  const air = (await town.book()).declared.measures.get('output')
  if (air === undefined) throw new Error('output')
  accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'declare', verb: 'measure.declare', declaration: { kind: 'measure', measure: { ...air, key: 'air', title: { zh: '空气', en: 'Air' } } } }] }))
  for (const change of changes) accepted(await town.commit({ by: { person: 1 }, changes: [change] }))
  return town
}
