import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { entryRoutes } from '../api/entry.ts'
import type { Route } from '../api/route.ts'
import { words } from '../core/words.ts'
import { badFields, callerOf, refused, servedTown } from '../../test/harness/served-town.ts'
import type { Answer } from '../../test/harness/served-town.ts'
import { appointHead } from '../../test/builders/asked-town.ts'
import { jpegOf } from '../../test/builders/picture.ts'
import { smallLedgers, smallMeasures } from '../../test/builders/small-town.ts'
import { readHead } from '../store/book.ts'
import { endpoints } from './routes/all.ts'
import { entryActs } from './routes/verbs.ts'

/**
 * Every call of the API against bad input: each is told at its field in both languages and changes nothing. A route
 * without a row here, or a field of its input that no row spoils, fails the first test.
 */

type Input = Readonly<Record<string, unknown>>

/** What spoils a good input, and which fields are then told with which code. */
type Spoilt = readonly [change: Input, told: Readonly<Record<string, string>>]

/** How a route is called well by someone who may, and in which ways badly. */
type Row = { readonly as: string; readonly good: Input; readonly bad: readonly Spoilt[] }

const served = servedTown()
const sold = { org: 'v1', day: '2023-06-01', head: '3' }
const held = { entry: 0, house: 0 }
const entry = { toString: () => String(held.entry), toJSON: () => held.entry }
const house = { toString: () => String(held.house), toJSON: () => held.house }

const notDay = (field: string): Spoilt => [{ [field]: '2023-02-30' }, { [field]: 'not-day' }]
const notNumber = (field: string): Spoilt => [{ [field]: 'x' }, { [field]: 'not-number' }]
const needed = (field: string): Spoilt => [{ [field]: undefined }, { [field]: 'field-required' }]
const scope: readonly Spoilt[] = [needed('period'), [{ period: '2023H3' }, { period: 'not-period' }], [{ period: '1900' }, { period: 'below-minimum' }], [{ asOf: 'soon' }, { asOf: 'not-as-of' }]]
const inScope: readonly Spoilt[] = [...scope, [{ org: 'nowhere' }, { org: 'not-org' }], notDay('cutoff'), [{ cutoff: '2022-01-01' }, { cutoff: 'below-minimum' }]]
const target: readonly Spoilt[] = [notNumber('entry'), [{ entry: -1 }, { entry: 'below-minimum' }], notNumber('saw'), needed('saw')]
const reasons: readonly Spoilt[] = [needed('reason'), [{ reason: 'x' }, { reason: 'text-too-short' }], [{ reason: '因'.repeat(2001) }, { reason: 'text-too-long' }]]
const fields = (name: 'fields' | 'set'): readonly Spoilt[] => [
  [{ [name]: [] }, { [name]: 'not-object' }],
  [{ [name]: { head: 'x', colour: 'red' } }, { head: 'not-number', colour: 'field-unknown', ...(name === 'fields' ? { org: 'field-required', day: 'field-required' } : {}) }],
  [{ [name]: { ...sold, head: 2 ** 53 } }, { head: 'number-not-exact' }],
  [{ [name]: { ...sold, money: 1234567890.1234567 } }, { money: 'number-not-exact' }],
  [{ [name]: { ...sold, note: 'a\u0007' } }, { note: 'not-clean-text' }],
  [{ [name]: { ...sold, note: { deep: 1 } } }, { note: 'not-text' }],
  [{ [name]: { ...sold, day: '2023-02-30', kind: 'constructor' } }, { day: 'not-day', kind: 'not-choice' }],
]
const filled: Spoilt = [{ filled: [{ field: 3, entry: 'x' }] }, { 'filled.0.field': 'not-text', 'filled.0.entry': 'not-number' }]
const merging = { ledger: 'household', keep: house, sawKeep: house, drop: 1, sawDrop: 1, take: [], reason: '同一户' }
const merges: readonly Spoilt[] = [needed('ledger'), [{ ledger: 'sale' }, { ledger: 'register-only' }], notNumber('keep'), notNumber('sawKeep'), notNumber('drop'), [{ drop: house }, { drop: 'merge-itself' }], notNumber('sawDrop'), [{ take: 'name' }, { take: 'not-list' }], ...reasons]
const purpose = { purpose: 'contact', note: '核对补贴账户' }
const purposes: readonly Spoilt[] = [[{ purpose: 'curious' }, { purpose: 'not-choice' }], [{ note: '看看' }, { note: 'text-too-short' }]]
const named: readonly Spoilt[] = [needed('login'), [{ login: 'nobody-here' }, { login: 'not-found' }]]
const notice = { text: '10月1日至7日放假', year: 2030 }
const noticed: readonly Spoilt[] = [[{ text: '1'.repeat(40_001) }, { text: 'text-too-long' }], [{ year: 1999 }, { year: 'below-minimum' }], [{ year: 2101 }, { year: 'above-maximum' }]]
const moved: Input = { org: 'v1', from: '2023-07-01' }
const [ledger] = smallLedgers
const [measure] = smallMeasures

const document = { name: '总结.txt', text: '2022年，全镇生猪出栏8头。' }
const told = { quote: '8头', offset: 12, measure: 'pigs', org: 'town', period: '2022', value: '8', growth: null }
const promise = { quote: '生猪', offset: 8, kind: 'commitment', text: '生猪出栏', org: 'farm', target: null, deadlineText: null, deadline: null, modality: 'plain' }
const documents: readonly Spoilt[] = [needed('name'), [{ text: '' }, { text: 'field-required' }], [{ text: undefined }, { content: 'field-required' }], [{ text: undefined, content: 'x' }, { content: 'not-base64' }], [{ text: undefined, content: 'AAAA' }, { content: 'document-foreign' }], [{ content: 'QUJD' }, { text: 'one-document' }]]

const wordFile = { report: 1, name: '改稿.docx', content: 'AAAA' }
const wordFiles: readonly Spoilt[] = [notNumber('report'), needed('name'), needed('content'), [{ content: 'x' }, { content: 'not-base64' }]]
const seenReport: readonly Spoilt[] = [notNumber('report'), needed('saw')]
const seenSection: readonly Spoilt[] = [notNumber('section'), needed('saw')]
const words1 = { kind: 'paragraph', id: 'b1', runs: [{ kind: 'text', text: '稳产保供。' }] }
const blocks: readonly Spoilt[] = [needed('blocks'), [{ blocks: [{ ...words1, id: 'B 1' }] }, { 'blocks.0.id': 'bad-format' }], [{ blocks: [words1, { kind: 'heading', level: 5, text: 'x' }] }, { 'blocks.1.level': 'not-text' }]]
const called = { report: 1, title: '上半年征集', due: '2023-07-10', parts: [{ section: 1, org: 'farm', measures: [] }] }
const answered = { answer: 1, saw: 1 }
const answers: readonly Spoilt[] = [notNumber('answer'), needed('answer'), needed('saw')]

const takings: readonly Spoilt[] = [needed('columns'), [{ columns: [{ at: 'x', field: 'A B' }] }, { 'columns.0.at': 'not-number', 'columns.0.field': 'bad-format' }], needed('given'), [{ given: { org: 3 } }, { 'given.org': 'not-text' }]]
const drafted = { kind: 'count', key: 'sold-pigs', title: { zh: '猪笔数', en: 'Pig sales' }, unit: '件', scale: '', decimals: 0, field: null, where: 'kind:pig', of: '', event: null }

const publication = { edition: 1, index: '11330282002979013L/2023-000001', issuer: '示例镇', mode: '主动公开', category: '计划总结', theme: '政务公开', made: '2023-07-03', scope: '面向社会', smallCell: 5 }
const inTable: readonly Spoilt[] = [notNumber('table'), [{ measures: 'pigs,cows' }, { measures: 'not-found' }], [{ orgs: 'v1,nowhere' }, { orgs: 'not-org' }], [{ columns: 'value,colour' }, { columns: 'not-choice' }]]

const rows: Readonly<Record<string, Row>> = {
  'session.create': { as: 'nobody', good: { login: 'leader', password: 'Right-pass-1' }, bad: [needed('login'), needed('password'), [{ login: 'x'.repeat(65) }, { login: 'text-too-long' }], [{ password: ['x'] }, { password: 'not-text' }]] },
  'session.read': { as: 'leader', good: {}, bad: [] },
  'session.end': { as: 'leader', good: {}, bad: [] },
  'session.password': { as: 'leader', good: { current: 'Right-pass-1', next: 'Other-pass-1' }, bad: [needed('current'), [{ current: 'Wrong-pass-1' }, { current: 'password-wrong' }], [{ next: 'short' }, { next: 'password-short' }]] },
  'town.read': { as: 'nobody', good: {}, bad: [] },
  'setup.claim': {
    as: 'nobody',
    good: { password: 'ABCDE-abcde-23456', name: '示例', login: 'first', next: 'Right-pass-1' },
    bad: [needed('password'), needed('name'), [{ name: '名'.repeat(61) }, { name: 'text-too-long' }], [{ login: 'A b' }, { login: 'bad-format' }], needed('next')],
  },
  'setup.read': { as: 'office', good: {}, bad: [] },
  'setup.orgs': {
    as: 'office',
    good: { add: [], rename: [], remove: [] },
    bad: [needed('add'), needed('rename'), needed('remove'), [{ add: [{ kind: 'grid', code: 'a b', zh: ' ' }] }, { 'add.0.kind': 'not-choice', 'add.0.code': 'bad-format', 'add.0.zh': 'text-too-short' }], [{ rename: [{ zh: '新村' }] }, { 'rename.0.code': 'field-required' }], [{ remove: 'v1' }, { remove: 'not-list' }]],
  },
  'setup.ledgers': { as: 'office', good: { ledgers: ['farm-production'], standIns: [] }, bad: [needed('standIns'), [{ ledgers: [] }, { ledgers: 'below-minimum' }], [{ ledgers: ['no-such'] }, { 'ledgers.0': 'not-found' }], [{ standIns: [{ office: 'dzb', org: 'nowhere' }] }, { 'standIns.0.org': 'not-org' }]] },
  'setup.move': { as: 'office', good: { step: 'people' }, bad: [[{ step: 'nowhere' }, { step: 'not-choice' }]] },
  'start.read': { as: 'leader', good: { period: '2023H1' }, bad: [needed('period'), [{ period: '2023H3' }, { period: 'not-period' }], [{ period: '1900' }, { period: 'below-minimum' }]] },
  'today.read': { as: 'leader', good: {}, bad: [] },
  'book.verify': { as: 'auditor', good: {}, bad: [] },
  'org.list': { as: 'v1', good: {}, bad: [] },
  'org.create': { as: 'office', good: { code: 'v9', zh: '九村', en: 'Nine', kind: 'village', parent: 'town', from: '2023-07-01' }, bad: [[{ code: "v'9" }, { code: 'bad-format' }], needed('zh'), [{ en: 'x'.repeat(121) }, { en: 'text-too-long' }], [{ kind: 'town' }, { kind: 'not-choice' }], [{ parent: 'nowhere' }, { parent: 'not-org' }], notDay('from')] },
  'org.rename': { as: 'office', good: { ...moved, zh: '新一村', en: 'New One' }, bad: [[{ org: 'nowhere' }, { org: 'not-org' }], needed('zh'), [{ zh: '村'.repeat(61) }, { zh: 'text-too-long' }], needed('en'), notDay('from')] },
  'org.move': { as: 'office', good: { ...moved, parent: 'town' }, bad: [[{ org: 'nowhere' }, { org: 'not-org' }], [{ parent: 'nowhere' }, { parent: 'not-org' }], notDay('from')] },
  'org.merge': { as: 'office', good: { ...moved, into: 'v2' }, bad: [[{ org: 'nowhere' }, { org: 'not-org' }], [{ into: 'nowhere' }, { into: 'not-org' }], notDay('from')] },
  'post.handover': { as: 'office', good: { from: 1, to: 2, day: '2023-07-01' }, bad: [notNumber('from'), [{ from: 999_999 }, { from: 'not-found' }], notNumber('to'), notDay('day')] },
  'account.list': { as: 'office', good: {}, bad: [] },
  'account.create': { as: 'office', good: { person: { name: '示例新人', org: 'farm' }, login: 'newcomer', role: 'line', org: 'farm', from: '2023-07-01' }, bad: [[{ person: {} }, { 'person.name': 'field-required', 'person.org': 'field-required' }], [{ person: { name: '示例新人', org: 'nowhere' } }, { 'person.org': 'not-org' }], [{ login: "o'r" }, { login: 'bad-format' }], [{ role: 'root' }, { role: 'not-choice' }], [{ org: 'nowhere' }, { org: 'not-org' }], notDay('from')] },
  'account.reset': { as: 'office', good: { login: 'farm' }, bad: named },
  'account.lock': { as: 'office', good: { login: 'farm' }, bad: named },
  'account.unlock': { as: 'office', good: { login: 'farm' }, bad: named },
  'ledger.list': { as: 'leader', good: {}, bad: [] },
  'ledger.declare': { as: 'office', good: { ledger: { ...ledger, key: 'lamb' } }, bad: [needed('ledger'), [{ ledger: { ...ledger, owner: 'nobody' } }, { 'ledger.owner': 'not-org' }], [{ ledger: { ...ledger, key: 'drop table' } }, { 'ledger.key': 'bad-format' }], [{ ledger: { ...ledger, key: 'session' } }, { 'ledger.key': 'key-taken' }], [{ ledger, saw: 0 }, { 'ledger.key': 'key-taken' }], notNumber('saw'), [{ reason: '因'.repeat(2001) }, { reason: 'text-too-long' }]] },
  'ledger.versions': { as: 'leader', good: { ledger: 'sale' }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }]] },
  'design.open': { as: 'chief', good: { name: '交售.xlsx' }, bad: [needed('name'), [{ name: 'x'.repeat(201) }, { name: 'text-too-long' }]] },
  'design.read': { as: 'chief', good: { design: 'gone' }, bad: [needed('design')] },
  'design.map': { as: 'chief', good: { design: 'gone' }, bad: [needed('design'), [{ sheet: 'x'.repeat(65) }, { sheet: 'text-too-long' }], notNumber('headerTo'), [{ headerTo: 81 }, { headerTo: 'above-maximum' }]] },
  'design.name': { as: 'chief', good: { of: 'field', titles: ['村'] }, bad: [[{ of: 'town' }, { of: 'not-choice' }], needed('titles'), [{ titles: [] }, { titles: 'below-minimum' }], [{ titles: [3] }, { 'titles.0': 'not-text' }]] },
  'design.check': { as: 'chief', good: { design: 'gone', ledger: { ...ledger, key: 'lamb' }, columns: [], given: {} }, bad: [needed('design'), needed('ledger'), [{ ledger: { ...ledger, fields: [] } }, { 'ledger.fields': 'below-minimum' }], ...takings] },
  'design.take': { as: 'chief', good: { design: 'gone', ledger: 'sale', columns: [], given: {} }, bad: [needed('design'), [{ ledger: 'nothing' }, { ledger: 'not-found' }], ...takings] },
  'measure.propose': { as: 'chief', good: { ledger: 'sale' }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }]] },
  'measure.draft': {
    as: 'chief',
    good: { ledger: 'sale', draft: drafted },
    bad: [
      needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }], needed('draft'), [{ draft: { ...drafted, kind: 'guess', unit: '斗' } }, { 'draft.kind': 'not-choice', 'draft.unit': 'not-choice' }], [{ draft: { ...drafted, key: 'pigs' } }, { 'draft.key': 'key-taken' }],
      [{ draft: { ...drafted, where: 'colour:red' } }, { 'draft.where': 'field-unknown' }], [{ draft: { ...drafted, kind: 'sum', field: 'note' } }, { 'draft.field': 'measure-incomplete' }], [{ draft: { ...drafted, kind: 'rate' } }, { 'draft.of': 'measure-incomplete' }],
    ],
  },
  'measure.declare': { as: 'office', good: { measure: { ...measure, key: 'lambs' } }, bad: [needed('measure'), [{ measure: { ...measure, owner: 'nobody' } }, { 'measure.owner': 'not-org' }], [{ measure: { ...measure, definition: { kind: 'count', ledger: 'case' } } }, { 'measure.definition.ledger': 'not-found' }]] },
  'import.open': { as: 'farm', good: { ledger: 'sale', name: '交售.xlsx' }, bad: [needed('ledger'), [{ ledger: 'nothing' }, { ledger: 'not-found' }], needed('name')] },
  'import.read': { as: 'farm', good: { import: 'gone' }, bad: [needed('import')] },
  'import.map': { as: 'farm', good: { import: 'gone' }, bad: [needed('import'), [{ sheet: 'x'.repeat(65) }, { sheet: 'text-too-long' }], [{ headerTo: 'x' }, { headerTo: 'not-number' }], [{ columns: [{ at: 'x', field: null }] }, { 'columns.0.at': 'not-number' }], [{ key: 'org' }, { key: 'not-list' }], [{ fixed: [{ field: 3, text: 'x' }] }, { 'fixed.0.field': 'not-text' }]] },
  'import.accept': { as: 'farm', good: { import: 'gone', rows: 'good' }, bad: [needed('import'), [{ rows: 'some' }, { rows: 'not-choice' }], [{ reason: 'x' }, { reason: 'text-too-short' }], [{ from: 'soon' }, { from: 'not-day' }]] },
  'import.cancel': { as: 'farm', good: { import: 'gone' }, bad: [needed('import')] },
  'import.problems': { as: 'farm', good: { import: 'gone' }, bad: [needed('import')] },
  'import.list': { as: 'farm', good: { ledger: 'sale' }, bad: [needed('ledger'), [{ ledger: 'nothing' }, { ledger: 'not-found' }], notNumber('offset'), [{ limit: 101 }, { limit: 'above-maximum' }]] },
  'batch.read': { as: 'farm', good: { batch: 'gone' }, bad: [needed('batch'), [{ batch: 'nothing' }, { batch: 'not-found' }], notNumber('after')] },
  'batch.undo': { as: 'farm', good: { batch: 'gone', seen: 1, reason: '导错了文件' }, bad: [needed('batch'), [{ batch: 'nothing' }, { batch: 'not-found' }], notNumber('seen'), [{ seen: 999_999 }, { seen: 'above-maximum' }], notNumber('after'), ...reasons] },
  'view.list': { as: 'farm', good: { ledger: 'sale' }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }]] },
  'view.save': { as: 'farm', good: { ledger: 'sale', name: '生猪', query: 'where=kind%3Apig', shared: true }, bad: [notNumber('entry'), [{ entry: 1, saw: 'x' }, { saw: 'not-number' }], [{ ledger: 'nothing' }, { ledger: 'not-found' }], needed('name'), [{ query: 'x'.repeat(6001) }, { query: 'text-too-long' }], [{ shared: 'yes' }, { shared: 'not-flag' }]] },
  'view.void': { as: 'farm', good: { entry: 1, saw: 1 }, bad: [notNumber('entry'), needed('saw')] },
  'form.list': { as: 'leader', good: {}, bad: [] },
  'form.open': { as: 'farm', good: { name: '附表.xlsx', content: 'AAAA' }, bad: [needed('name'), needed('content'), [{ content: 'x' }, { content: 'not-base64' }], [{ content: 'AAAA' }, { content: 'workbook-foreign' }], [{ title: '表' }, { title: 'text-too-short' }], [{ sender: '局'.repeat(121) }, { sender: 'text-too-long' }], notDay('due')] },
  'form.read': { as: 'leader', good: { form: 1 }, bad: [notNumber('form')] },
  'form.map': {
    as: 'farm',
    good: { form: 1, saw: 1, cells: [], lists: [] },
    bad: [
      notNumber('form'), needed('saw'),
      [{ cells: [{ sheet: '一', cell: 'B2', binding: { kind: 'figure', measure: '', org: null, span: 'week', yearsBack: 0, show: 'value' } }] }, { 'cells.0.binding.measure': 'field-required', 'cells.0.binding.span': 'not-choice' }],
      [{ lists: [{ sheet: '一', from: 0, ledger: null, where: '', sort: '', desc: false, inPeriod: true, columns: [] }] }, { 'lists.0.from': 'below-minimum' }],
    ],
  },
  'form.describe': { as: 'farm', good: { form: 1, saw: 1, sender: '农业农村局' }, bad: [notNumber('form'), needed('saw'), [{ title: '表' }, { title: 'text-too-short' }], [{ sender: '局'.repeat(121) }, { sender: 'text-too-long' }], notDay('due')] },
  'form.preview': { as: 'leader', good: { form: 1, period: '2023H1' }, bad: [notNumber('form'), needed('period'), [{ period: '2023H3' }, { period: 'not-period' }]] },
  'form.fill': { as: 'farm', good: { form: 1, period: '2023H1', typed: [], sources: 'inside' }, bad: [notNumber('form'), needed('period'), [{ period: '2023H3' }, { period: 'not-period' }], [{ typed: [{ sheet: '一', cell: 'B2' }] }, { 'typed.0.text': 'field-required' }], [{ sources: 'none' }, { sources: 'not-choice' }]] },
  'form.fetch': { as: 'leader', good: { form: 1 }, bad: [notNumber('form'), notNumber('filling'), [{ part: 'half' }, { part: 'not-choice' }]] },
  'form.void': { as: 'farm', good: { form: 1, saw: 1, reason: '不再下发' }, bad: [notNumber('form'), needed('saw'), ...reasons] },
  'saved.read': { as: 'v1', good: {}, bad: [] },
  'close.list': { as: 'farm', good: {}, bad: [] },
  'close.create': { as: 'farm', good: { ledger: 'sale', month: '2023-05' }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }], [{ month: '2023-13' }, { month: 'not-month' }], [{ month: '2023-07' }, { month: 'month-not-over' }]] },
  'close.preview': { as: 'farm', good: { ledger: 'sale', month: '2023-05' }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }], [{ month: '2023-13' }, { month: 'not-month' }]] },
  'correction.effect': { as: 'farm', good: { entry: 1 }, bad: [notNumber('entry')] },
  'correction.list': { as: 'farm', good: {}, bad: [[{ state: 'open' }, { state: 'not-choice' }]] },
  'correction.propose': { as: 'farm', good: { ledger: 'sale', entry, saw: entry, act: 'correct', set: { head: '4' }, reason: '漏记一头' }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], ...target, [{ act: 'end' }, { act: 'not-choice' }], ...fields('set'), needed('set'), ...reasons] },
  'correction.approve': { as: 'farmer', good: { entry: 1, saw: 1 }, bad: target },
  'correction.refuse': { as: 'farmer', good: { entry: 1, saw: 1, reason: '不对' }, bad: [...target, ...reasons] },
  'figure.list': { as: 'leader', good: { period: '2023H1' }, bad: [...inScope, [{ measures: 'pigs,cows' }, { measures: 'not-found' }]] },
  'figure.measures': { as: 'leader', good: {}, bad: [[{ period: '2023H3' }, { period: 'not-period' }]] },
  'figure.trace': { as: 'leader', good: { period: '2023H1', measure: 'pigs' }, bad: [...inScope, [{ measure: '__proto__' }, { measure: 'not-found' }], notNumber('offset'), [{ limit: 1001 }, { limit: 'above-maximum' }]] },
  'figure.trend': { as: 'leader', good: { measures: 'pigs' }, bad: [[{ measures: 'cows' }, { measures: 'not-found' }], [{ kind: 'week' }, { kind: 'not-choice' }], notDay('until'), [{ until: '1901-01-01' }, { until: 'below-minimum' }], [{ org: 'nowhere' }, { org: 'not-org' }]] },
  'figure.history': { as: 'leader', good: { period: '2023H1', measure: 'pigs' }, bad: [...inScope, [{ measure: 'cows' }, { measure: 'not-found' }]] },
  'figure.template': { as: 'leader', good: { period: '2023H1' }, bad: [[{ period: '2023H3' }, { period: 'not-period' }]] },
  'indicator.list': { as: 'leader', good: {}, bad: [] },
  'indicator.read': { as: 'leader', good: { period: '2023H1' }, bad: [...inScope, ...inTable] },
  'indicator.export': { as: 'leader', good: { period: '2023H1', format: 'xlsx' }, bad: [...inScope, ...inTable, [{ format: 'pdf' }, { format: 'not-choice' }]] },
  'indicator.save': { as: 'office', good: { title: '月报', kind: 'month', measures: ['pigs'], orgs: ['v1'], columns: ['value'] }, bad: [notNumber('entry'), [{ entry: 1, saw: 'x' }, { saw: 'not-number' }], [{ title: '报' }, { title: 'text-too-short' }], [{ kind: 'week' }, { kind: 'not-choice' }], [{ measures: ['cows'] }, { measures: 'not-found' }], [{ orgs: ['nowhere'] }, { orgs: 'not-org' }], [{ columns: ['colour'] }, { 'columns.0': 'not-choice' }]] },
  'indicator.void': { as: 'office', good: { entry: 1, saw: 1, reason: '不再使用' }, bad: [notNumber('entry'), needed('saw'), ...reasons] },
  'report.read': { as: 'leader', good: { period: '2023H1' }, bad: [...scope, notDay('cutoff')] },
  'report.export': { as: 'leader', good: { period: '2023H1' }, bad: [...scope, notNumber('template')] },
  'template.list': { as: 'leader', good: {}, bad: [] },
  'template.create': { as: 'office', good: { title: '镇府公文', name: '版式.docx', content: 'AAAA' }, bad: [[{ title: '报' }, { title: 'text-too-short' }], needed('name'), needed('content'), [{ content: 'x' }, { content: 'not-base64' }], [{ content: 'AAAA' }, { content: 'template-foreign' }]] },
  'template.void': { as: 'office', good: { entry: 1, saw: 1, reason: '不再使用' }, bad: [notNumber('entry'), needed('saw'), ...reasons] },
  'report.tell': { as: 'leader', good: { period: '2023H1', measures: 'pigs' }, bad: [...scope, [{ measures: 'pigs,cows' }, { measures: 'not-found' }], notNumber('since')] },
  'report.list': { as: 'leader', good: {}, bad: [] },
  'report.create': { as: 'office', good: { period: '2023H2', title: '下半年工作报告' }, bad: [needed('period'), [{ period: '2023H3' }, { period: 'not-period' }], [{ title: '报' }, { title: 'text-too-short' }]] },
  'report.open': { as: 'office', good: { report: 1, saw: 1 }, bad: seenReport },
  'report.move': { as: 'office', good: { report: 1, saw: 1, state: 'draft' }, bad: [...seenReport, [{ state: 'lost' }, { state: 'not-choice' }], [{ reason: 'x' }, { reason: 'text-too-short' }]] },
  'report.rename': { as: 'office', good: { report: 1, saw: 1, title: '工作报告' }, bad: [...seenReport, needed('title')] },
  'report.watch': { as: 'leader', good: { report: 1 }, bad: [notNumber('report'), notNumber('section')] },
  'section.write': { as: 'office', good: { section: 1, saw: 1, blocks: [words1] }, bad: [...seenSection, ...blocks] },
  'section.create': { as: 'office', good: { report: 1, after: null, org: 'farm', blocks: [words1] }, bad: [notNumber('report'), notNumber('after'), needed('org'), [{ budget: 0 }, { budget: 'below-minimum' }], ...blocks] },
  'section.split': { as: 'office', good: { section: 1, saw: 1, block: 'b2' }, bad: [...seenSection, needed('block')] },
  'section.move': { as: 'office', good: { section: 1, saw: 1, after: null }, bad: [...seenSection, notNumber('after')] },
  'section.assign': { as: 'office', good: { section: 1, saw: 1, org: 'farm', budget: null }, bad: [...seenSection, needed('org'), [{ budget: 1.5 }, { budget: 'not-whole' }]] },
  'section.remove': { as: 'office', good: { section: 1, saw: 1 }, bad: seenSection },
  'freeze.create': { as: 'office', good: { report: 1, saw: 1 }, bad: seenReport },
  'freeze.ask': { as: 'office', good: { freeze: 1, saw: 1, reason: '数字有误' }, bad: [notNumber('freeze'), needed('saw'), ...reasons] },
  'freeze.approve': { as: 'leader', good: { freeze: 1, saw: 1 }, bad: [notNumber('freeze'), needed('saw')] },
  'freeze.refuse': { as: 'leader', good: { freeze: 1, saw: 1, reason: '不必' }, bad: [notNumber('freeze'), needed('saw'), ...reasons] },
  'report.history': { as: 'leader', good: { report: 1 }, bad: [notNumber('report'), notNumber('before')] },
  'report.compare': { as: 'leader', good: { report: 1, from: 1 }, bad: [notNumber('report'), notNumber('from'), [{ from: 999_999 }, { from: 'above-maximum' }], notNumber('to')] },
  'remark.list': { as: 'leader', good: { report: 1 }, bad: [notNumber('report'), [{ state: 'lost' }, { state: 'not-choice' }], notNumber('offset'), [{ limit: 201 }, { limit: 'above-maximum' }]] },
  'remark.create': { as: 'leader', good: { section: 1, block: 'b1', text: '请核实' }, bad: [notNumber('section'), needed('block'), [{ quote: ' ' }, { quote: 'text-too-short' }], needed('text'), [{ text: '因'.repeat(2001) }, { text: 'text-too-long' }]] },
  'remark.answer': { as: 'office', good: { remark: 1, text: '已核实' }, bad: [notNumber('remark'), needed('text')] },
  'remark.withdraw': { as: 'leader', good: { remark: 1 }, bad: [notNumber('remark')] },
  'proposal.list': { as: 'leader', good: { report: 1 }, bad: [notNumber('report'), [{ state: 'lost' }, { state: 'not-choice' }], notNumber('offset'), [{ limit: 101 }, { limit: 'above-maximum' }]] },
  'proposal.create': { as: 'leader', good: { section: 1, saw: 1, blocks: [words1] }, bad: [...seenSection, ...blocks, [{ note: '因'.repeat(501) }, { note: 'text-too-long' }]] },
  'proposal.accept': { as: 'leader', good: { proposal: 1, saw: 1 }, bad: [notNumber('proposal'), needed('saw'), [{ choices: { b1: 'both' } }, { 'choices.b1': 'not-choice' }], [{ blocks: 'p1' }, { blocks: 'not-list' }], [{ blocks: ['x'.repeat(41)] }, { 'blocks.0': 'text-too-long' }]] },
  'proposal.decline': { as: 'leader', good: { proposal: 1, reason: '不妥' }, bad: [notNumber('proposal'), ...reasons] },
  'instruction.list': { as: 'leader', good: {}, bad: [notNumber('report'), notNumber('offset'), [{ limit: 101 }, { limit: 'above-maximum' }]] },
  'instruction.create': {
    as: 'leader',
    good: { leader: '示例镇长', day: '2023-07-01', text: '请抓紧办理' },
    bad: [needed('leader'), notDay('day'), [{ day: '2024-01-01' }, { day: 'above-maximum' }], needed('text'), [{ report: 999_999 }, { report: 'not-found' }], [{ section: 999_999 }, { section: 'not-found' }], [{ scan: { name: '批示.pdf', content: 'x' } }, { 'scan.content': 'not-base64' }], [{ scan: { name: '批示.pdf', content: 'QUJD' } }, { 'scan.content': 'scan-foreign' }]],
  },
  'instruction.fetch': { as: 'leader', good: { instruction: 1 }, bad: [notNumber('instruction')] },
  'matter.read': { as: 'leader', good: { ledger: 'sale', entry: 1 }, bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], notNumber('entry')] },
  'matter.people': { as: 'leader', good: { ledger: 'sale', entry: 1 }, bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], notNumber('entry')] },
  'matter.waiting': { as: 'leader', good: {}, bad: [] },
  'matter.left': { as: 'farm', good: {}, bad: [] },
  'matter.release': { as: 'office', good: { matters: [{ ledger: 'sale', entry: 1 }], note: '调离' }, bad: [[{ matters: [] }, { matters: 'below-minimum' }], [{ matters: [{ ledger: 'x'.repeat(49), entry: 'x' }] }, { 'matters.0.ledger': 'text-too-long', 'matters.0.entry': 'not-number' }], [{ note: '因' }, { note: 'text-too-short' }]] },
  'matter.days': { as: 'leader', good: { month: '2023-07' }, bad: [needed('month'), [{ month: '2023-13' }, { month: 'not-month' }], [{ month: '1900-01' }, { month: 'below-minimum' }], [{ month: '2199-12' }, { month: 'above-maximum' }], [{ whose: 'lost' }, { whose: 'not-choice' }], [{ ledger: 'none' }, { ledger: 'not-found' }]] },
  'matter.list': { as: 'leader', good: {}, bad: [[{ whose: 'lost' }, { whose: 'not-choice' }], [{ urgency: 'lost' }, { urgency: 'not-choice' }], [{ list: 'lost' }, { list: 'not-choice' }], [{ state: 'x'.repeat(41) }, { state: 'text-too-long' }], [{ org: 'x'.repeat(33) }, { org: 'text-too-long' }], notDay('from'), notDay('to'), notNumber('offset'), [{ limit: 201 }, { limit: 'above-maximum' }], [{ ledger: 'none' }, { ledger: 'not-found' }]] },
  'matter.ties': { as: 'leader', good: { ledger: 'sale', entry: 1 }, bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], notNumber('entry')] },
  'matter.split': { as: 'office', good: { ledger: 'sale', entry: 1, parts: [{ line: '甲处' }], note: '分别整改' }, bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], notNumber('entry'), [{ parts: [] }, { parts: 'below-minimum' }], [{ parts: [{ line: ' ', org: 'x'.repeat(33) }] }, { 'parts.0.line': 'text-too-short', 'parts.0.org': 'text-too-long' }], [{ note: '因' }, { note: 'text-too-short' }], [{ once: 'x' }, { once: 'text-too-short' }]] },
  'matter.merge': { as: 'office', good: { ledger: 'sale', entry: 1, into: 2, note: '同一处' }, bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], notNumber('entry'), notNumber('into'), [{ note: '因' }, { note: 'text-too-short' }], [{ once: 'x' }, { once: 'text-too-short' }]] },
  'matter.untie': { as: 'office', good: { ledger: 'sale', entry: 1, tie: 2, note: '误并' }, bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], notNumber('entry'), notNumber('tie'), [{ note: '因' }, { note: 'text-too-short' }], [{ once: 'x' }, { once: 'text-too-short' }]] },
  'matter.find': { as: 'leader', good: { q: '示例' }, bad: [needed('q'), [{ q: 'x'.repeat(101) }, { q: 'text-too-long' }], [{ ledger: 'none' }, { ledger: 'not-found' }], [{ list: 'lost' }, { list: 'not-choice' }]] },
  'matter.link': { as: 'office', good: { ledger: 'sale', entry: 1, otherLedger: 'sale', other: 2, kind: 'duplicate', note: '同一处' }, bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], notNumber('entry'), [{ otherLedger: 'x'.repeat(49) }, { otherLedger: 'text-too-long' }], notNumber('other'), [{ kind: 'part' }, { kind: 'not-choice' }], [{ note: '因' }, { note: 'text-too-short' }], [{ once: 'x' }, { once: 'text-too-short' }]] },
  'deputy.list': { as: 'farm', good: {}, bad: [] },
  'deputy.name': { as: 'farm', good: { principal: 1, deputy: 2, from: '2023-07-03', until: '2023-07-07' }, bad: [notNumber('principal'), [{ principal: 999_999 }, { principal: 'not-found' }], notNumber('deputy'), notDay('from'), notDay('until')] },
  'deputy.end': { as: 'farm', good: { post: 1, saw: 1 }, bad: [notNumber('post'), [{ post: 999_999 }, { post: 'not-found' }], notNumber('saw')] },
  'finding.read': { as: 'v1', good: {}, bad: [] },
  'finding.create': {
    as: 'v1',
    good: { ledger: 'hazard', org: 'v1', day: '2023-07-03', once: 'mark-0001' },
    bad: [[{ ledger: 'none' }, { ledger: 'not-found' }], [{ org: 'x'.repeat(33) }, { org: 'text-too-long' }], notDay('day'), [{ kind: 'x'.repeat(49) }, { kind: 'text-too-long' }], [{ line: '火'.repeat(401) }, { line: 'text-too-long' }], [{ position: '1'.repeat(61) }, { position: 'text-too-long' }], [{ unplaced: 'lost' }, { unplaced: 'not-choice' }], [{ photos: 'x'.repeat(4001) }, { photos: 'text-too-long' }], needed('once')],
  },
  'supervision.create': { as: 'leader', good: { instruction: 1, org: 'farm', due: '2023-07-31', content: '补齐台账' }, bad: [[{ source: 'rumour' }, { source: 'not-choice' }], [{ instruction: 999_999 }, { instruction: 'not-found' }], needed('org'), notDay('due'), needed('content')] },
  'notice.list': { as: 'leader', good: {}, bad: [notNumber('limit'), [{ limit: 201 }, { limit: 'above-maximum' }]] },
  'notice.read': { as: 'leader', good: {}, bad: [[{ ids: ['x'] }, { 'ids.0': 'bad-format' }], [{ of: { ledger: 'sale', entry: 'x' } }, { 'of.entry': 'not-number' }]] },
  'notice.watch': { as: 'leader', good: {}, bad: [] },
  'notice.reach': { as: 'leader', good: {}, bad: [] },
  'notice.address': { as: 'leader', good: { mail: 'leader@example.cn' }, bad: [needed('mail'), [{ mail: 'leader' }, { mail: 'bad-format' }], [{ mail: 'a@b.cn, c@d.cn' }, { mail: 'bad-format' }], [{ mail: `${'a'.repeat(200)}@b.cn` }, { mail: 'text-too-long' }]] },
  'channel.list': { as: 'office', good: {}, bad: [] },
  'channel.save': {
    as: 'office',
    good: { name: '安全群', kind: 'dingtalk', address: 'https://oapi.dingtalk.com/robot/send?access_token=x', orgs: [], open: true },
    bad: [
      [{ channel: 999_999, saw: 1 }, { channel: 'not-found' }], notNumber('saw'), needed('name'), [{ kind: 'fax' }, { kind: 'not-choice' }], [{ language: 'fr' }, { language: 'not-choice' }], [{ address: 'http://oapi.dingtalk.com/x' }, { address: 'channel-not-https' }], [{ address: undefined }, { address: 'field-required' }],
      [{ address: 'https://me:word@host.example' }, { address: 'channel-not-https' }], [{ secret: 'x'.repeat(201) }, { secret: 'text-too-long' }], [{ orgs: ['nowhere'] }, { orgs: 'not-org' }], [{ open: 'yes' }, { open: 'not-flag' }],
    ],
  },
  'channel.void': { as: 'office', good: { channel: 999_999, saw: 1 }, bad: [notNumber('channel'), needed('saw')] },
  'channel.test': { as: 'office', good: { channel: 999_999 }, bad: [notNumber('channel'), [{}, { channel: 'not-found' }]] },
  'edition.seal': { as: 'office', good: { report: 1, saw: 1 }, bad: [notNumber('report'), needed('saw')] },
  'edition.read': { as: 'leader', good: { edition: 1 }, bad: [notNumber('edition')] },
  'edition.export': { as: 'leader', good: { edition: 1 }, bad: [notNumber('edition'), notNumber('template')] },
  'call.draft': { as: 'office', good: { report: 1 }, bad: [notNumber('report')] },
  'call.create': {
    as: 'office',
    good: called,
    bad: [notNumber('report'), needed('title'), [{ title: '征' }, { title: 'text-too-short' }], needed('due'), notDay('due'), [{ note: '述'.repeat(2001) }, { note: 'text-too-long' }], needed('parts'), [{ parts: {} }, { parts: 'not-list' }], [{ parts: [{ section: 'x', org: 7, budget: 0, measures: 'pigs' }] }, { 'parts.0.section': 'not-number', 'parts.0.org': 'not-text', 'parts.0.budget': 'below-minimum', 'parts.0.measures': 'not-list' }]],
  },
  'call.list': { as: 'office', good: {}, bad: [notNumber('report')] },
  'call.read': { as: 'office', good: { call: 1 }, bad: [notNumber('call')] },
  'call.close': { as: 'office', good: { call: 1, saw: 1 }, bad: [notNumber('call'), needed('call'), needed('saw')] },
  'answer.read': { as: 'farm', good: { answer: 1 }, bad: [notNumber('answer')] },
  'answer.write': {
    as: 'farm',
    good: { ...answered, blocks: [], told: [], nothing: true },
    bad: [...answers, needed('blocks'), [{ blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: 3 }] }] }, { 'blocks.0.runs.0.text': 'not-text' }], needed('told'), [{ told: [{ as: 'other', measure: 'pigs', value: '1e3', scale: '', unit: '个', reason: '因为' }] }, { 'told.0.value': 'bad-format' }], [{ told: [{ as: 'other', measure: 'pigs', value: '1', scale: '千', unit: '斗', reason: '因' }] }, { 'told.0.scale': 'not-choice', 'told.0.unit': 'not-choice', 'told.0.reason': 'text-too-short' }], needed('nothing'), [{ nothing: 'yes' }, { nothing: 'not-flag' }]],
  },
  'answer.confirm': { as: 'chief', good: answered, bad: answers },
  'answer.return': { as: 'office', good: { ...answered, remark: '请补充' }, bad: [...answers, needed('remark'), [{ remark: '补' }, { remark: 'text-too-short' }]] },
  'answer.accept': { as: 'office', good: { ...answered, section: 1, mode: 'replace' }, bad: [...answers, needed('section'), notNumber('section'), [{ mode: 'over' }, { mode: 'not-choice' }]] },
  'answer.remind': { as: 'office', good: { call: 1, answers: [1] }, bad: [notNumber('call'), needed('answers'), [{ answers: [] }, { answers: 'below-minimum' }], [{ answers: ['x'] }, { 'answers.0': 'not-number' }]] },
  'report.brief': { as: 'leader', good: { period: '2023H1' }, bad: [needed('period'), [{ period: '2023H3' }, { period: 'not-period' }]] },
  'report.roll': { as: 'office', good: { from: 1, period: '2023H2' }, bad: [notNumber('from'), needed('period'), [{ period: '2023H3' }, { period: 'not-period' }]] },
  'reply.list': { as: 'leader', good: { report: 1 }, bad: [notNumber('report')] },
  'reply.create': { as: 'office', good: { report: 1, promise: 'c1', block: 'b1' }, bad: [notNumber('report'), [{ promise: 'x' }, { promise: 'bad-format' }], needed('block')] },
  'reply.void': { as: 'office', good: { reply: 1, saw: 1 }, bad: [notNumber('reply'), needed('saw')] },
  'publication.list': { as: 'leader', good: {}, bad: [notNumber('edition')] },
  'publication.create': { as: 'office', good: publication, bad: [notNumber('edition'), [{ index: 'x/2023-1' }, { index: 'bad-format' }], ...['issuer', 'mode', 'category', 'theme', 'scope'].map((field): Spoilt => [{ [field]: '镇' }, { [field]: 'text-too-short' }]), notDay('made'), [{ smallCell: 2 }, { smallCell: 'below-minimum' }], [{ smallCell: 51 }, { smallCell: 'above-maximum' }]] },
  'publication.withdraw': { as: 'office', good: { publication: 1, saw: 1, reason: '有误' }, bad: [notNumber('publication'), needed('saw'), ...reasons] },
  'publication.read': { as: 'nobody', good: { publication: 1 }, bad: [notNumber('publication')] },
  'publication.compare': { as: 'nobody', good: { publication: 1, with: 1 }, bad: [notNumber('publication'), notNumber('with')] },
  'publication.figure': { as: 'nobody', good: { publication: 1, measure: 'pigs' }, bad: [notNumber('publication'), needed('measure')] },
  'report.return': { as: 'office', good: wordFile, bad: wordFiles },
  'report.take': {
    as: 'office',
    good: { ...wordFile, sections: [1], remarks: true, choices: [] },
    bad: [...wordFiles, needed('sections'), needed('remarks'), needed('choices'), [{ choices: [{ key: 'b1:1', take: 'both' }] }, { 'choices.0.take': 'not-choice' }], [{ choices: [{ key: '', take: 'figure', source: '' }] }, { 'choices.0.key': 'field-required', 'choices.0.source': 'field-required' }]],
  },
  'entry.compare': { as: 'farm', good: { ledger: 'sale', entry, from: '#1' }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], notNumber('entry'), [{ from: 'soon' }, { from: 'not-as-of' }], [{ from: '2023-02-30' }, { from: 'not-as-of' }], [{ to: 'soon' }, { to: 'not-as-of' }], [{ to: '2023-02-30' }, { to: 'not-as-of' }]] },
  'access.explain': { as: 'leader', good: { ledger: 'sale' }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], [{ measure: 'cows' }, { measure: 'not-found' }], [{ field: 'head' }, { field: 'field-unknown' }], [{ verb: 'x'.repeat(98) }, { verb: 'text-too-long' }]] },
  'entry.reveal': { as: 'order', good: { ledger: 'household', entry: house, field: 'name', ...purpose }, bad: [[{ ledger: 'case ' }, { ledger: 'not-found' }], notNumber('entry'), [{ entry: [1, 2] }, { entry: 'not-number' }], [{ field: 'class' }, { field: 'not-masked' }], ...purposes] },
  'entry.find': { as: 'farm', good: { ledger: 'household', field: 'identity', value: '000000199001010017', ...purpose }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], [{ field: 'name' }, { field: 'not-sealed-field' }], [{ value: '1' }, { value: 'text-too-short' }], ...purposes] },
  'entry.print': { as: 'farm', good: { ledger: 'household', rows: 3 }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], [{ rows: -1 }, { rows: 'below-minimum' }]] },
  'read.list': { as: 'auditor', good: {}, bad: [[{ ledger: 'x'.repeat(49) }, { ledger: 'text-too-long' }], notNumber('entry'), notNumber('before')] },
  'erasure.list': { as: 'farm', good: {}, bad: [] },
  'erasure.propose': { as: 'farm', good: { ledger: 'household', entry: house, field: 'identity', reason: '本人申请' }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], notNumber('entry'), [{ field: 'name' }, { field: 'not-sealed-field' }], ...reasons] },
  'erasure.approve': { as: 'farmer', good: { entry: 1, saw: 1 }, bad: target },
  'erasure.refuse': { as: 'farmer', good: { entry: 1, saw: 1, reason: '不对' }, bad: [...target, ...reasons] },
  'file.upload': { as: 'farm', good: { ledger: 'delivery', field: 'photos', name: 'a.jpg', content: 'AAAA' }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], [{ field: 'weight' }, { field: 'field-unknown' }], [{ name: 'x'.repeat(401) }, { name: 'text-too-long' }], [{ content: 'x' }, { content: 'not-base64' }], [{ content: jpegOf().toString('base64'), thumbnail: 'AAAA' }, { thumbnail: 'thumbnail-unfit' }]] },
  'file.fetch': { as: 'farm', good: { ledger: 'delivery', entry: 1, hash: '0'.repeat(64) }, bad: [[{ ledger: 'case' }, { ledger: 'not-found' }], notNumber('entry'), [{ hash: '../../etc/passwd' }, { hash: 'bad-format' }], [{ small: 'yes' }, { small: 'not-choice' }]] },
  'link.find': { as: 'farm', good: { ledger: 'delivery', field: 'household', q: '示例' }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }], [{ field: 'weight' }, { field: 'finds-nothing' }], needed('q'), [{ q: 'x'.repeat(101) }, { q: 'text-too-long' }]] },
  'link.list': { as: 'farm', good: { ledger: 'household', entry: house }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }], notNumber('entry'), [{ of: 'sale' }, { of: 'not-found' }], [{ by: 'colour' }, { by: 'not-found' }], notNumber('offset'), [{ limit: 51 }, { limit: 'above-maximum' }]] },
  'link.duplicates': { as: 'farm', good: { ledger: 'household' }, bad: [needed('ledger'), [{ ledger: 'case' }, { ledger: 'not-found' }], [{ ledger: 'sale' }, { ledger: 'register-only' }], [{ rule: 'colour' }, { rule: 'not-choice' }], notNumber('offset'), [{ limit: 51 }, { limit: 'above-maximum' }]] },
  'link.weigh': { as: 'farm', good: { ledger: 'household', keep: house, drop: 1 }, bad: [needed('ledger'), [{ ledger: 'sale' }, { ledger: 'register-only' }], notNumber('keep'), notNumber('drop'), [{ drop: house }, { drop: 'merge-itself' }]] },
  'link.merge': { as: 'farm', good: merging, bad: merges },
  'link.propose': { as: 'farm', good: merging, bad: merges },
  'calendar.read': { as: 'leader', good: {}, bad: [] },
  'calendar.preview': { as: 'office', good: notice, bad: [needed('text'), ...noticed] },
  'calendar.enter': { as: 'office', good: { ...notice, day: '2029-11-01', source: '国办发明电〔2029〕1号', saw: null, reason: '首次' }, bad: [needed('text'), ...noticed, notDay('day'), needed('source'), [{ source: 'x' }, { source: 'text-too-short' }], [{ saw: 'x' }, { saw: 'not-number' }], [{ reason: '因'.repeat(2001) }, { reason: 'text-too-long' }], [{ text: '10月1日休息' }, { text: 'notice-unread' }]] },
  'calendar.withdraw': { as: 'office', good: { year: 2025, saw: 1, reason: '录错' }, bad: [notNumber('year'), [{ year: 1999 }, { year: 'below-minimum' }], [{ year: 2101 }, { year: 'above-maximum' }], [{ year: 2099 }, { year: 'not-found' }], notNumber('saw'), [{ reason: '因' }, { reason: 'text-too-short' }]] },
  'procedure.read': { as: 'leader', good: { ledger: 'sale' }, bad: [needed('ledger'), [{ ledger: 'none' }, { ledger: 'not-found' }]] },
  'procedure.list': { as: 'leader', good: {}, bad: [] },
  'setting.list': { as: 'leader', good: {}, bad: [] },
  'setting.change': { as: 'office', good: { key: 'file-size', value: 10, saw: null }, bad: [[{ key: 'colour' }, { key: 'not-choice' }], [{ value: 0 }, { value: 'below-minimum' }], [{ value: 51 }, { value: 'above-maximum' }], [{ value: 1.5 }, { value: 'not-whole' }], [{ saw: 'x' }, { saw: 'not-number' }]] },
  'source.read': { as: 'leader', good: document, bad: documents },
  'source.accept': {
    as: 'farm',
    good: { ...document, title: '2022年工作总结', day: '2023-01-10', figures: [told], commitments: [promise] },
    bad: [
      ...documents, needed('title'), notDay('day'), needed('figures'), [{ commitments: {} }, { commitments: 'not-list' }],
      [{ figures: [{ ...told, measure: 'cows', org: 'nowhere', period: '2023H3' }] }, { 'figures.0.measure': 'not-found', 'figures.0.org': 'not-org', 'figures.0.period': 'not-period' }],
      [{ figures: [told, { ...told, offset: 99 }, { ...told, period: '2021', quote: '9头' }] }, { 'figures.1.offset': 'offset-outside', 'figures.1.period': 'value-twice', 'figures.2.quote': 'quote-not-there' }],
      [{ figures: [{ ...told, source: '长'.repeat(401) }] }, { 'figures.0.source': 'text-too-long' }],
      [{ figures: [{ ...told, value: null }] }, { 'figures.0.value': 'field-required' }],
      [{ figures: [{ ...told, value: '0.123456789', growth: '1.23456' }] }, { 'figures.0.value': 'too-many-decimals', 'figures.0.growth': 'too-many-decimals' }],
      [{ figures: [{ ...told, value: '1e3' }] }, { 'figures.0.value': 'bad-format' }],
      [{ figures: [{ ...told, period: '1899' }] }, { 'figures.0.period': 'not-period' }],
      [{ figures: [{ ...told, period: '1900' }] }, { 'figures.0.period': 'below-minimum' }],
      [{ figures: [{ ...told, measure: undefined }] }, { 'figures.0.measure': 'field-required' }],
      [{ commitments: [promise, { ...promise, deadline: '2023-02-30', org: 'nowhere' }] }, { 'commitments.1.deadline': 'not-day', 'commitments.1.org': 'not-org', 'commitments.1.quote': 'promise-twice' }],
    ],
  },
  'source.list': { as: 'leader', good: {}, bad: [] },
  'source.open': { as: 'leader', good: { source: 1 }, bad: [notNumber('source')] },
  'source.fetch': { as: 'leader', good: { source: 1 }, bad: [notNumber('source')] },
  'sale.list': { as: 'farm', good: {}, bad: [[{ q: 'x'.repeat(101) }, { q: 'text-too-long' }], [{ where: "head' or 1=1:1" }, { where: 'not-condition' }], [{ where: 'void:true' }, { where: 'field-unknown' }], [{ sort: 'id; drop table x' }, { sort: 'field-unknown' }], [{ desc: '1' }, { desc: 'not-choice' }], notNumber('offset'), [{ limit: 501 }, { limit: 'above-maximum' }], [{ void: 'yes' }, { void: 'not-choice' }]] },
  'sale.export': { as: 'farm', good: { where: 'kind:pig', format: 'csv' }, bad: [[{ q: 'x'.repeat(101) }, { q: 'text-too-long' }], [{ where: 'void:true' }, { where: 'field-unknown' }], [{ sort: 'id; drop table x' }, { sort: 'field-unknown' }], [{ desc: '1' }, { desc: 'not-choice' }], [{ void: 'yes' }, { void: 'not-choice' }], [{ format: 'ods' }, { format: 'not-choice' }], [{ columns: 'head,colour' }, { columns: 'field-unknown' }], [{ lang: 'fr' }, { lang: 'not-choice' }]] },
  'sale.template': { as: 'farm', good: {}, bad: [[{ lang: 'fr' }, { lang: 'not-choice' }]] },
  'sale.group': { as: 'farm', good: { by: 'kind' }, bad: [[{ q: 'x'.repeat(101) }, { q: 'text-too-long' }], [{ where: 'day>=soon' }, { where: 'not-day' }], [{ void: 'yes' }, { void: 'not-choice' }], needed('by'), [{ by: 'colour' }, { by: 'field-unknown' }], [{ by: 'money' }, { by: 'not-grouped' }], [{ by: 'kind,org,day' }, { by: 'above-maximum' }]] },
  'sale.edit': { as: 'farm', good: { edits: [{ entry, saw: entry, set: { head: '4' } }], rows: 'all', dry: false, reason: '漏记一头' }, bad: [needed('edits'), [{ edits: [] }, { edits: 'below-minimum' }], [{ edits: [{ entry: 'x', saw: 1, set: { head: {} } }] }, { 'edits.0.entry': 'not-number', 'edits.0.set.head': 'not-text' }], [{ rows: 'some' }, { rows: 'not-choice' }], [{ dry: 'no' }, { dry: 'not-flag' }], ...reasons] },
  'sale.fill': { as: 'farm', good: { where: 'kind:pig', set: { kind: 'sheep' }, dry: false, seen: 1, reason: '类别记错' }, bad: [[{ q: 'x'.repeat(101) }, { q: 'text-too-long' }], [{ where: 'void:true' }, { where: 'field-unknown' }], [{ void: 'yes' }, { void: 'not-choice' }], [{ entries: ['x'] }, { 'entries.0': 'not-number' }], [{ set: { kind: 'cow', colour: 'red' } }, { kind: 'not-choice', colour: 'field-unknown' }], [{ set: {} }, { set: 'field-required' }], [{ dry: 'no' }, { dry: 'not-flag' }], [{ seen: 999_999 }, { seen: 'above-maximum' }], [{ seen: undefined }, { seen: 'field-required' }], notNumber('after'), ...reasons] },
  'sale.read': { as: 'farm', good: { entry }, bad: [notNumber('entry'), [{ entry: '9007199254740992' }, { entry: 'above-maximum' }], [{ asOf: 'soon' }, { asOf: 'not-as-of' }]] },
  'sale.create': { as: 'farm', good: { fields: sold }, bad: [...fields('fields'), needed('fields'), notDay('from'), notDay('to'), filled] },
  'sale.correct': { as: 'farm', good: { entry, saw: entry, set: { head: '4' }, reason: '漏记一头' }, bad: [...target, ...fields('set'), [{ span: 3 }, { span: 'above-maximum' }], notDay('from'), notDay('to'), ...reasons, filled] },
  'household.change': { as: 'farm', good: { entry: house, saw: house, from: '2023-07-01', set: { class: 'big' }, reason: '扩大' }, bad: [...target, notDay('from'), [{ set: { class: 'huge' } }, { class: 'not-choice' }], [{ reason: 'x' }, { reason: 'text-too-short' }], filled] },
  'household.end': { as: 'farm', good: { entry: house, saw: house, to: '2023-07-01', reason: '迁出' }, bad: [...target, notDay('to'), [{ reason: 'x' }, { reason: 'text-too-short' }]] },
  'sale.void': { as: 'farm', good: { entry, saw: entry, reason: '重复登记' }, bad: [...target, ...reasons] },
}

const routeOf = (verb: string): Route => {
  const [ledgerKey = '', act = ''] = verb.split('.')
  return endpoints.get(verb)?.route ?? (entryRoutes(ledgerKey, words('台账', 'ledger')) as Record<string, Route>)[act] ?? missing(verb)
}
const missing = (verb: string): never => {
  throw new Error(`there is no route ${verb}`)
}
const inputFields = (verb: string): readonly string[] => Object.keys((routeOf(verb).input as z.ZodObject).shape)

const head = async (): Promise<number> => (await readHead(served.town.db.pool, served.town.schema)).number
const callerFor = async (as: string) => (as === 'nobody' ? served.nobody : served.as(as))
const send = async (verb: string, as: string, input: Input): Promise<Answer> => {
  const caller = await callerFor(as)
  if (routeOf(verb).method === 'POST') return caller.post(verb, input)
  return caller.get(verb, Object.fromEntries(Object.entries(input).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))))
}

beforeAll(async () => {
  await appointHead(served, 'chief', 'farm')
  const farm = await served.as('farm')
  held.entry = (await farm.ok(entryRoutes('sale', words('销', 'sale')).create, { fields: sold })).id
  held.house = (await farm.ok(entryRoutes('household', words('户', 'household')).create, { from: '2023-01-01', fields: { org: 'v1', name: '示例户' } })).id
})

test('every route and every field of its input is spoilt here', () => {
  const acts = new Set(Object.keys(rows).filter((verb) => !endpoints.has(verb)).map((verb) => verb.split('.')[1]))
  expect(Object.keys(rows).filter((verb) => endpoints.has(verb)).sort()).toEqual([...endpoints.keys()].sort())
  expect([...acts].sort()).toEqual([...entryActs].sort())
  const unspoilt = Object.entries(rows).flatMap(([verb, { bad }]) => inputFields(verb).filter((field) => !bad.some(([change]) => field in change)).map((field) => `${verb} ${field}`))
  expect(unspoilt).toEqual([])
})

describe.each(Object.entries(rows))('%s', (verb, { as, good, bad }) => {
  const { method, open } = routeOf(verb)
  const writes = method === 'POST'

  test('asks who calls, and is called one way only', async () => {
    const before = await head()
    if (open !== true) refused(await send(verb, 'nobody', good), 401, 'not-signed-in')
    const caller = await callerFor(as)
    refused(writes ? await caller.get(verb) : await caller.post(verb, {}), 404, 'not-found')
    if (writes && open !== true) refused(await caller.post(verb, good, { 'x-csrf-token': 'stolen' }), 403, 'bad-token')
    if (writes) refused(await caller.post(verb, good, { origin: 'https://elsewhere.example' }), 403, 'bad-token')
    expect(await head()).toBe(before)
  })

  test.each(bad.map((each) => [JSON.stringify(each[0], (_, value: unknown) => (value === undefined ? null : value)).slice(0, 80), each] as const))('spoilt by %s tells the field and changes nothing', async (_, [change, told]) => {
    const before = await head()
    badFields(await send(verb, as, { ...good, ...change }), told)
    expect(await head()).toBe(before)
  })

  test('takes no names, shapes and characters it does not know', async () => {
    const before = await head()
    badFields(await send(verb, as, { ...good, colour: 'red' }), { colour: 'field-unknown' })
    for (const field of inputFields(verb).filter((each) => !(typeof good[each] === 'object'))) for (const text of ['a\u0000', 'a\u0007b', '\ufffe', '\u202eb']) badFields(await send(verb, as, { ...good, [field]: text }), { [field]: 'not-clean-text' })
    if (writes) await strangeBodies(verb, as)
    expect(await head()).toBe(before)
  })
})

/** Bodies that are no set of fields, or none that ends. */
const strangeBodies = async (verb: string, as: string): Promise<void> => {
  const caller = await callerFor(as)
  for (const body of ['text', 3, [], true]) badFields(await caller.post(verb, body), { '': 'not-object' })
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  badFields(await caller.post(verb, { deep: nested(60) }), { deep: 'nested-too-deep' })
  refused(await caller.post(verb, {}, { 'content-type': 'application/x-www-form-urlencoded' }), 400, 'not-json')
}

test('a body nested without end, compressed, or with a forbidden name is refused in our words', async () => {
  const before = await head()
  const session = await served.nobody.post('session.create', { login: 'farm', password: 'Right-pass-1' })
  const headers = { 'content-type': 'application/json', cookie: String(session.headers['set-cookie']).split(';')[0] ?? '', 'x-csrf-token': (session.body as { token: string }).token }
  const raw = async (payload: string, more: Readonly<Record<string, string>> = {}) => {
    const { statusCode, body } = await served.app.inject({ method: 'POST', url: '/api/sale.create', payload, headers: { ...headers, ...more } })
    return [statusCode, (JSON.parse(body) as { error: { code: string } }).error.code]
  }
  expect(await raw(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toEqual([400, 'bad-input'])
  expect(await raw(`${'{"fields":'.repeat(50_000)}1${'}'.repeat(50_000)}`)).toEqual([400, 'bad-input'])
  expect(await raw('{"fields":{"__proto__":{"org":"v1"}}}')).toEqual([400, 'not-json'])
  expect(await raw('{"fields":{"constructor":{"prototype":{}}}}')).toEqual([400, 'not-json'])
  expect(await raw('{}', { 'content-encoding': 'gzip' })).toEqual([400, 'bad-input'])
  expect(await head()).toBe(before)
})

test('addresses that are none are answered in our words, and no further than the offset of a list', async () => {
  for (const url of ['/api/%', '/%ff', `/api/${'a'.repeat(300)}`, '/api', '/api/', '/api/a/b']) {
    const { statusCode, body } = await served.app.inject({ method: 'GET', url })
    expect([url, statusCode < 500, Object.keys((JSON.parse(body) as { error: object }).error)]).toEqual([url, true, ['code', 'message', 'details']])
  }
  const farm = await served.as('farm')
  expect([(await farm.get('figure.trace', { period: '2023H1', measure: 'pigs', offset: '9007199254740991' })).status, (await farm.get('sale.list', { offset: '9007199254740991' })).status]).toEqual([200, 200])
  expect((await callerOf(served.app, {}).get('openapi.json')).status).toBe(200)
})
