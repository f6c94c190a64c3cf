import { expect, test } from 'vitest'
import { smallOrgs } from '../../../test/builders/small-town.ts'
import type { Org } from '../access/org-tree.ts'
import { orgTree } from '../access/org-tree.ts'
import { day } from '../time/day.ts'
import { orgNamed } from './org-named.ts'

const ended = { code: 'v9', zh: '一村', en: 'One', kind: 'village', parent: 'town', to: day('2010-01-01') }
const tree = orgTree([ended, ...smallOrgs].map((org) => ({ parent: null, successor: null, from: day('2000-01-01'), to: null, ...org }) as unknown as Org), day('2023-01-01'))

test('an org is known by its code and its names, the town by nothing and 全镇; no other name is guessed', () => {
  expect(['', ' 全镇 ', '示例镇', '一 村', 'one', 'V2', '农业办', '一村村', '片'].map((cell) => orgNamed(cell, tree))).toEqual(['town', 'town', 'town', 'v1', 'v1', 'v2', 'farm', undefined, undefined])
})
