import type { Field } from '../../src/core/ledger/field.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import { count, distinct, stock, sum } from '../../src/core/measure/builders.ts'
import { Measure } from '../../src/core/measure/measure.ts'
import type { Definition } from '../../src/core/measure/measure.ts'
import { words } from '../../src/core/words.ts'

/** Registers that refer to each other: firms kept by one office, their places and the checks there by another, disputes under a grant of their own. */

const field = (key: string, zh: string, more: Partial<Field> = {}): Field => ({ key, title: words(zh, key), kind: 'text', ...more })
const org = field('org', '村', { kind: 'org', required: true })
const day = field('day', '日期', { kind: 'day', required: true })
const ledger = (it: Omit<Ledger, 'line' | 'orgField'>): Ledger => ({ line: 'test', orgField: 'org', ...it })

export const firms = ledger({
  key: 'firm',
  title: words('企业', 'Firms'),
  shape: 'register',
  owner: 'farm',
  columns: ['name', 'code', 'org'],
  fields: [
    org,
    field('name', '企业名称', { required: true }),
    field('code', '信用代码', { format: 'credit-code' }),
    field('address', '地址'),
    field('boss', '负责人', { personal: 'restricted' }),
    field('phone', '电话', { personal: 'restricted', format: 'phone' }),
    field('identity', '身份证号', { kind: 'sealed', personal: 'sealed', format: 'citizen-number' }),
    field('parent', '上级企业', { kind: 'reference', ledger: 'firm' }),
  ],
})

export const places = ledger({
  key: 'place',
  title: words('场所', 'Places'),
  shape: 'register',
  owner: 'order',
  fields: [org, field('name', '场所名称', { required: true }), field('firm', '企业', { kind: 'reference', ledger: 'firm' }), field('address', '地址', { filledBy: 'firm.address' })],
})

export const checks = ledger({
  key: 'check',
  title: words('检查', 'Checks'),
  shape: 'event',
  owner: 'order',
  dateField: 'day',
  villageEntry: true,
  fields: [org, day, field('firm', '企业', { kind: 'reference', ledger: 'firm' }), field('place', '场所', { kind: 'reference', ledger: 'place' }), field('address', '地址', { filledBy: 'firm.address' }), field('phone', '电话', { personal: 'restricted', filledBy: 'firm.phone' }), field('fine', '罚款', { kind: 'decimal', decimals: 2 })],
})

export const disputes = ledger({
  key: 'dispute',
  title: words('纠纷', 'Disputes'),
  shape: 'event',
  owner: 'order',
  dateField: 'day',
  sensitive: 'labour',
  fields: [org, day, field('employer', '用人单位', { finds: 'firm', filledBy: 'employer.name' }), field('code', '信用代码', { format: 'credit-code', filledBy: 'employer.code' }), field('firm', '企业', { kind: 'reference', ledger: 'firm' })],
})

export const linkedLedgers: readonly Ledger[] = [firms, places, checks, disputes]

const measure = (key: string, definition: Definition): Measure =>
  Measure.parse({ key, title: words(key, key), about: words(key, key), line: 'test', owner: 'farm', display: { unit: '个', scale: '', decimals: 2, changeDecimals: 2 }, definition })

export const linkedMeasures: readonly Measure[] = [measure('firms', stock('firm')), measure('checks', count('check')), measure('fines', sum('check', 'fine')), measure('firms-checked', distinct('check', ['firm'])), measure('places', stock('place'))]
