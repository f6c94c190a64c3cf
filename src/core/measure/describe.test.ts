import { expect, test } from 'vitest'
import { smallLedgers, smallMeasures } from '../../../test/builders/small-town.ts'
import { describeMeasure } from './describe.ts'

const declared = { ledgers: new Map(smallLedgers.map((each) => [each.key, each])), measures: new Map(smallMeasures.map((each) => [each.key, each])) }
const told = (key: string) => {
  const measure = declared.measures.get(key)
  if (measure === undefined) throw new Error(key)
  return describeMeasure(measure, declared)
}

test.each([
  ['sales', '台账“sale”的条数。', 'Number of entries of the ledger "sale".'],
  ['pigs', '台账“sale”中“类别”为猪的条目的“头数”合计。', 'Sum of "Head" over the ledger "sale", rows where "Kind" is pig.'],
  ['households', '台账“visit”按“户”去重计数。', 'Distinct "Household" in the ledger "visit".'],
  ['devices-on', '台账“device”中“状态”为在用的条目在期末日仍有效的条数。', 'Entries in force at the last day, over the ledger "device", rows where "State" is on.'],
  ['cases-closed', '台账“case”，按“found”归月、至截止日已有“closed”的条数。', 'Entries of the ledger "case", found in the period by "found" and "closed" by the cutoff.'],
  ['output', '由责任科室按年初以来累计填报。', 'Reported by the office that answers for it, cumulated since the year began.'],
  ['close-rate', 'cases-closed ÷ cases-found × 100%', 'cases-closed ÷ cases-found × 100%'],
  ['pigs-less-sales', 'pigs − sales', 'pigs − sales'],
  ['value-reduction', '(device-value（年初） − device-value) ÷ device-value（年初） × 100%', '(device-value (when the year began) − device-value) ÷ device-value (when the year began) × 100%'],
])('%s is counted as “%s”', (key, zh, en) => {
  expect(told(key)).toEqual({ zh, en })
})
