import { expect, test } from 'vitest'
import type { Block } from '../../../core/report/document.ts'
import { decided, isDirty, saved, takenIn } from './saving.ts'

const says = (id: string, text: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text }] })
const base = [says('a', '甲'), says('b', '乙')]

test('what was typed while a save was under way is still to be saved', () => {
  const sent = [says('a', '甲一'), says('b', '乙')]
  const { desk, conflicts } = saved({ saw: 1, base, mine: [says('a', '甲一二'), says('b', '乙')] }, sent, 2, sent)
  expect([desk, conflicts, isDirty(desk)]).toEqual([{ saw: 2, base: sent, mine: [says('a', '甲一二'), says('b', '乙')] }, [], true])
})

test('what another saved is taken in beside her own words', () => {
  const { desk, conflicts } = takenIn({ saw: 1, base, mine: [says('a', '甲一'), says('b', '乙')] }, 2, [says('a', '甲'), says('b', '乙'), says('c', '丙')])
  expect([desk.mine, conflicts]).toEqual([[says('a', '甲一'), says('b', '乙'), says('c', '丙')], []])
})

test('one place written by both is decided by her', () => {
  const { desk, conflicts } = takenIn({ saw: 1, base, mine: [says('a', '我的'), says('b', '乙')] }, 2, [says('a', '别人的'), says('b', '乙')])
  const choose = (side: 'mine' | 'theirs' | 'both') => decided(desk.mine, conflicts, () => side, () => 'n1')
  expect([choose('mine'), choose('theirs'), choose('both')]).toEqual([
    [says('a', '我的'), says('b', '乙')],
    [says('a', '别人的'), says('b', '乙')],
    [says('a', '别人的'), says('n1', '我的'), says('b', '乙')],
  ])
})
