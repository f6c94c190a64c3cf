import { expect, test } from 'vitest'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { measureProblem } from '../measure/problem.ts'
import type { Measure } from '../measure/measure.ts'
import { words } from '../words.ts'
import type { MeasureDraft } from './measure-draft.ts'
import { measuresOf } from './measure-draft.ts'
import { proposeMeasures } from './propose-measures.ts'

const field = (key: string, title: string, more: Partial<Field> = {}): Field => ({ key, title: words(title, key), kind: 'text', ...more })
const org = field('org', '村', { kind: 'org', required: true })
const checks: Ledger = {
  key: 'checks', title: words('安全隐患排查台账', 'Checks'), shape: 'event', line: 'safety', owner: 'order', orgField: 'org', dateField: 'found',
  fields: [org, field('found', '发现日期', { kind: 'day', required: true }), field('fixed', '整改日期', { kind: 'day' }), field('fine', '罚款', { kind: 'decimal', unit: '元' }), field('firm', '企业名称'), field('old', '旧数', { kind: 'integer', retired: true })],
}
const devices: Ledger = { key: 'devices', title: words('监控设备名册', 'Devices'), shape: 'register', line: 'safety', owner: 'order', orgField: 'org', fields: [org, field('ok', '是否在线', { kind: 'flag' }), field('value', '原值', { kind: 'decimal', unit: '元' })] }
const spell = (text: string): string => [...text].map((sign) => `u${sign.codePointAt(0)?.toString(16) ?? ''}`).join('')
const told = (drafts: readonly MeasureDraft[]) => drafts.map((draft) => [draft.kind, draft.title.zh, draft.unit, draft.field, draft.of, draft.event])

test('a ledger of events suggests its rows, its sums, what was settled of them, and whom it counts once', () => {
  expect(told(proposeMeasures(checks, spell, new Map()))).toEqual([
    ['count', '安全隐患排查处数', '处', null, '', null],
    ['sum', '安全隐患排查罚款', '元', 'fine', '', null],
    ['rate', '安全隐患排查整改率', '%', null, '', 'fixed'],
    ['distinct', '安全隐患排查涉及企业数', '家', 'firm', '', null],
  ])
})

test('a register suggests what stands, the stock of its numbers, and the share of a yes', () => {
  expect(told(proposeMeasures(devices, spell, new Map()))).toEqual([['stock', '监控设备在册数', '个', null, '', null], ['stock', '监控设备原值', '元', 'value', '', null], ['rate', '监控设备在线率', '%', null, 'ok:true', null]])
})

test('all that is suggested can be declared, operands first, and is not suggested again', () => {
  for (const ledger of [checks, devices]) {
    const measures = new Map<string, Measure>()
    const ledgers = new Map([[ledger.key, ledger]])
    for (const draft of proposeMeasures(ledger, spell, measures))
      for (const measure of measuresOf(draft, ledger, { where: undefined, of: draft.of === '' ? undefined : { kind: 'is', field: 'ok', value: true } }, draft.title) ?? []) {
        expect(measureProblem(measure, { ledgers, measures })).toBeUndefined()
        measures.set(measure.key, measure)
      }
    expect(proposeMeasures(ledger, spell, measures).filter((draft) => draft.kind !== 'rate')).toEqual([])
  }
})

test('a draft that leaves out what its kind needs is no measure', () => {
  const [count] = proposeMeasures(checks, spell, new Map())
  if (count === undefined) throw new Error('nothing proposed')
  const made = (more: Partial<MeasureDraft>, ledger = checks) => measuresOf({ ...count, ...more }, ledger, { where: undefined, of: undefined }, count.title)?.length
  expect([made({}), made({ kind: 'sum' }), made({ kind: 'sum', field: 'firm' }), made({ kind: 'distinct' }), made({ kind: 'stock' }), made({ kind: 'rate' }), made({ kind: 'rate', event: 'firm' })]).toEqual([1, undefined, undefined, undefined, undefined, undefined, undefined])
  expect([made({ kind: 'stock' }, devices), made({ kind: 'rate', event: 'fixed' }), made({ kind: 'stock', field: 'ok' }, devices)]).toEqual([1, 3, undefined])
})
