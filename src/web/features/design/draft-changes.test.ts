import { expect, test } from 'vitest'
import { blankDraft } from '../../../core/designing/blank-draft.ts'
import { ledgerOf } from '../../../core/designing/draft.ts'
import { ledgerProblem } from '../../../core/ledger/ledger.ts'
import { words } from '../../../core/words.ts'
import { changedDraft, retitled } from './draft-changes.ts'

const blank = { ...blankDraft('farm', 'agriculture'), key: 'patrols', title: words('巡查', 'Patrols') }
const org = blank.lines[1]?.field
if (org === undefined) throw new Error('org')

test('a blank draft is a ledger as soon as it has a name', () => {
  expect(ledgerProblem(ledgerOf(blank))).toBeUndefined()
})

test('what names a field follows its key, and lets go of a field that is no longer taken or no longer fits', () => {
  const keyed = changedDraft({ ...blank, unique: ['org'] }, { do: 'field', at: 1, field: { ...org, key: 'village' } })
  expect([keyed.orgField, keyed.unique]).toEqual(['village', ['village']])
  const left = changedDraft(keyed, { do: 'line', at: 1, set: { take: false } })
  expect([left.orgField, left.org, left.unique]).toEqual([null, 'farm', []])
  expect(changedDraft(blank, { do: 'field', at: 0, field: { key: 'day', title: words('日期', 'Day'), kind: 'text' } }).dateField).toBeNull()
  const added = changedDraft(blank, { do: 'add', field: { key: 'note', title: words('备注', 'Remark'), kind: 'note' } })
  expect([added.lines.length, changedDraft(added, { do: 'drop', at: 0 }).dateField]).toEqual([3, null])
})

test('the English title follows the Chinese one until it has one of its own', () => {
  expect(retitled({ title: words('村', 'Village') }, '金额').title).toEqual({ zh: '金额', en: 'Amount' })
  expect(retitled({ title: words('水位', '水位') }, '雨量').title).toEqual({ zh: '雨量', en: '雨量' })
  expect(retitled({ title: words('水位', 'Level') }, '雨量').title).toEqual({ zh: '雨量', en: 'Level' })
})
