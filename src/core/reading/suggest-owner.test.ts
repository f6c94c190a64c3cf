import { expect, test } from 'vitest'
import type { Org } from '../access/org-tree.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { day } from '../time/day.ts'
import { words } from '../words.ts'
import { officeWords, suggestOwner } from './suggest-owner.ts'

const office = (code: string, zh: string, kind: Org['kind'] = 'office'): Org => ({ code, zh, en: code, kind, parent: 'town', successor: null, from: day('2000-01-01'), to: null })
const ledger = (owner: string, title: string, about: string): Ledger => ({ key: owner, title: words(title, owner), about: words(about, owner), shape: 'event', line: 'test', owner, orgField: 'org', dateField: 'day', fields: [{ key: 'org', title: words('村', 'village'), kind: 'org', required: true }] })

const known = officeWords(
  [office('farm', '农业农村办公室'), office('fire', '应急消防管理办公室'), office('care', '社会事务办公室'), office('v1', '养老村', 'village')],
  [ledger('farm', '农业生产台账', '早稻、小麦的种植与收割，生猪出栏，整治行动。'), ledger('fire', '隐患台账', '消防安全隐患的排查与整治行动，企业培训。'), ledger('care', '养老服务台账', '养老机构、适老化改造与托育，整治行动。')],
  [],
)

test.each([
  ['抓好早稻种植，推进生猪出栏', 'farm'],
  ['年底前完成消防安全隐患排查', 'fire'],
  ['完成适老化改造30户，新建养老机构1家', 'care'],
])('%s falls to %s', (text, owner) => {
  expect(suggestOwner(text, known)).toBe(owner)
})

test.each(['打通断头路1条', '开展整治行动', '推进早稻收割，排查隐患', '', '2023'])('%s points to no one office', (text) => {
  expect(suggestOwner(text, known)).toBeNull()
})
