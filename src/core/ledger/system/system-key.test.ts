import { expect, test } from 'vitest'
import { systemLedgers } from '../system.ts'
import { isSystemKey, plainSystemKeys } from './system-key.ts'

test('every ledger of the product has a key that no town can take, and each plain one is in use', () => {
  expect(systemLedgers.filter((ledger) => !isSystemKey(ledger.key))).toEqual([])
  expect(plainSystemKeys.filter((key) => !systemLedgers.some((ledger) => ledger.key === key))).toEqual([])
  expect(['zhenwu-round', 'call', 'calls', 'my-zhenwu-x', 'zhenwu'].map(isSystemKey)).toEqual([true, true, false, false, false])
})
