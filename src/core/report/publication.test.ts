import { expect, test } from 'vitest'
import { smallLedgers, smallMeasures } from '../../../test/builders/small-town.ts'
import { indexNumber, indexNumberForm, nextIndexNumber, openToAll, publicDocument, publicRows, breakdownOf } from './publication.ts'

const code = '11330282002979013L'
const other = '11330282002979021F'

test('index numbers go on within their year and body, and are not made up for a body that has none', () => {
  expect(indexNumber(code, '2023', 183321)).toBe(`${code}/2023-183321`)
  expect(indexNumberForm.test(indexNumber(code, '2023', 1))).toBe(true)
  expect(nextIndexNumber([], '2023')).toBeUndefined()
  expect(nextIndexNumber([`${code}/2023-183321`, `${code}/2023-000007`], '2023')).toBe(`${code}/2023-183322`)
  expect(nextIndexNumber([`${code}/2023-183321`], '2024')).toBe(`${code}/2024-000001`)
  expect(nextIndexNumber([`${code}/2023-183321`, `${other}/2023-000002`], '2023')).toBe(`${other}/2023-000003`)
})

test('the public text keeps every word and number, and nothing noted beside them', () => {
  const document = publicDocument({
    title: '报告',
    blocks: [
      { kind: 'heading', level: 1, id: 'b1', text: '一、农业' },
      { kind: 'paragraph', id: 'b2', carried: true, lead: '生猪', runs: [{ kind: 'text', text: '8头', source: '王某口头报来' }, { kind: 'figure', measure: 'pigs', show: 'value' }] },
      { kind: 'item', id: 'b3', carried: true, marker: 'dot', runs: [{ kind: 'text', text: '稳产' }] },
      { kind: 'table', id: 'b4', carried: true, rows: [[{ runs: [{ kind: 'text', text: '1', source: '内部表' }] }]] },
    ],
  })
  expect(document.blocks).toEqual([
    { kind: 'heading', level: 1, text: '一、农业' },
    { kind: 'paragraph', lead: '生猪', runs: [{ kind: 'text', text: '8头' }, { kind: 'figure', measure: 'pigs', show: 'value' }] },
    { kind: 'item', marker: 'dot', runs: [{ kind: 'text', text: '稳产' }] },
    { kind: 'table', rows: [[{ runs: [{ kind: 'text', text: '1' }] }]] },
  ])
})

test('what is counted from ledgers that are not sensitive is told org by org, and of the rest why it is not', () => {
  const ledgers = new Map(smallLedgers.map((ledger) => [ledger.key, ledger]))
  const by = Object.groupBy(smallMeasures, (measure) => breakdownOf(measure, ledgers))
  expect(Object.fromEntries(Object.entries(by).map(([how, measures]) => [how, measures.map((measure) => measure.key)]))).toEqual({
    adds: ['sales', 'pigs', 'money', 'devices-on', 'device-value', 'devices-new'], distinct: ['households'], reported: ['output'], sensitive: ['cases-found', 'cases-closed'],
    rate: ['close-rate', 'value-reduction'], reckoned: ['pigs-less-sales', 'opening-value'],
  })
  expect([...openToAll(ledgers).keys()]).toEqual(['sale', 'device', 'visit'])
})

test('few rows are told as fewer than what is shown; none is none', () => {
  expect([0, 1, 4, 5, 6].map((rows) => publicRows(rows, 5))).toEqual([0, null, null, 5, 6])
})
