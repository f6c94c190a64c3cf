import { systemLedgers } from '../../src/core/ledger/system.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import { cohort, count, difference, distinct, is, oneOf, openingOf, ratio, reduction, reported, stock, sum } from '../../src/core/measure/builders.ts'
import { Measure } from '../../src/core/measure/measure.ts'
import type { Definition } from '../../src/core/measure/measure.ts'
import type { Span } from '../../src/core/ledger/entry.ts'
import type { Fields } from '../../src/core/ledger/value.ts'
import { words } from '../../src/core/words.ts'
import type { Database } from '../../src/store/database.ts'
import type { Town } from '../../src/store/town.ts'
import { createTown, declareAll, installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'

/** A town small enough to recount by hand: two offices, four villages, one ledger of each shape. */
const org = { key: 'org', title: words('单位', 'Organisation'), kind: 'org', required: true } as const
const ledger = (key: string, more: Partial<Ledger> & Pick<Ledger, 'shape' | 'fields'>): Ledger => ({ key, title: words(key, key), line: 'test', owner: 'farm', orgField: 'org', ...more })
const day = (key: string, required = false) => ({ key, title: words(key, key), kind: 'day', required }) as const

export const smallLedgers: readonly Ledger[] = [
  ledger('sale', {
    shape: 'event',
    dateField: 'day',
    villageEntry: true,
    fields: [org, day('day', true), { key: 'head', title: words('头数', 'Head'), kind: 'integer' }, { key: 'money', title: words('金额', 'Money'), kind: 'decimal', decimals: 2 }, { key: 'kind', title: words('类别', 'Kind'), kind: 'choice', choices: [{ key: 'pig', title: words('猪', 'pig') }, { key: 'sheep', title: words('羊', 'sheep') }] }, { key: 'note', title: words('备注', 'Note'), kind: 'text' }],
  }),
  ledger('device', {
    shape: 'register',
    fields: [org, { key: 'state', title: words('状态', 'State'), kind: 'choice', required: true, choices: [{ key: 'on', title: words('在用', 'on') }, { key: 'off', title: words('停用', 'off') }] }, { key: 'value', title: words('原值', 'Value'), kind: 'decimal', decimals: 2 }],
  }),
  ledger('case', { shape: 'event', dateField: 'found', sensitive: 'case', owner: 'order', fields: [org, day('found', true), day('closed'), { key: 'amount', title: words('金额', 'Amount'), kind: 'decimal' }] }),
  ledger('visit', { shape: 'event', dateField: 'day', fields: [org, day('day', true), { key: 'household', title: words('户', 'Household'), kind: 'text' }] }),
]

const measure = (key: string, definition: Definition, more: Partial<Measure> = {}): Measure =>
  Measure.parse({ key, title: words(key, key), about: words(key, key), line: 'test', owner: 'farm', display: { unit: '个', scale: '', decimals: 2, changeDecimals: 2 }, definition, ...more })

export const smallMeasures: readonly Measure[] = [
  measure('sales', count('sale')),
  measure('pigs', sum('sale', 'head', is('kind', 'pig'))),
  measure('money', sum('sale', 'money'), { display: { unit: '元', scale: '万', decimals: 2, changeDecimals: 2 } }),
  measure('devices-on', stock('device', is('state', 'on'))),
  measure('device-value', stock('device', undefined, 'value'), { display: { unit: '元', scale: '', decimals: 2, changeDecimals: 2 } }),
  measure('devices-new', count('device', oneOf('state', 'on', 'off'))),
  measure('cases-found', cohort('case', 'found')),
  measure('cases-closed', cohort('case', 'found', 'closed')),
  measure('households', distinct('visit', ['household'])),
  measure('output', reported('year-to-date'), { display: { unit: '元', scale: '', decimals: 2, changeDecimals: 1 } }),
  measure('close-rate', ratio('cases-closed', 'cases-found'), { display: { unit: '%', scale: '', decimals: 2, changeDecimals: 2 }, change: 'points' }),
  measure('pigs-less-sales', difference('pigs', 'sales')),
  measure('opening-value', openingOf('device-value')),
  measure('value-reduction', reduction('device-value'), { display: { unit: '%', scale: '', decimals: 2, changeDecimals: 2 } }),
]

export const smallOrgs: readonly Fields[] = [
  { code: 'town', zh: '示例镇', en: 'Example', kind: 'town' },
  { code: 'farm', zh: '农业办', en: 'Farm office', kind: 'office', parent: 'town' },
  { code: 'order', zh: '平安办', en: 'Order office', kind: 'office', parent: 'town' },
  { code: 'east', zh: '东片', en: 'East', kind: 'office', parent: 'town' },
  { code: 'v1', zh: '一村', en: 'One', kind: 'village', parent: 'east' },
  { code: 'v2', zh: '二村', en: 'Two', kind: 'village', parent: 'east' },
  { code: 'v3', zh: '三村', en: 'Three', kind: 'village', parent: 'town' },
  { code: 'v4', zh: '四村', en: 'Four', kind: 'village', parent: 'town' },
]

export const spanOf = (fields: Fields, from: string | null = null, to: string | null = null): Span => ({ from, to, fields }) as Span

/** Makes the small town in a schema of its own. */
export const smallTown = async (db: Database, schema: string, now?: () => string): Promise<Town> => {
  const town = await createTown(db, schema, '示例镇', { schema, now })
  for (const fields of smallOrgs) accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'org.create', ledger: 'org', spans: [spanOf(fields, '2000-01-01')] }] }))
  await declareAll(town, smallLedgers, smallMeasures)
  return town
}

export const systemKeys = systemLedgers.map((each) => each.key)
