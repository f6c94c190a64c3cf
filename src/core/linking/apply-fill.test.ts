import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FilledForm } from './apply-fill.ts'
import { applyFill, typeOver } from './apply-fill.ts'

const empty: FilledForm = { values: {}, marks: {} }

test('what is empty is filled and marked, what was typed wins, the finding field takes its own text', () => {
  const typed = typeOver(typeOver(empty, 'address', '自己写的'), 'employer', '示例')
  expect(applyFill(typed, 'employer', { employer: '示例塑料厂', address: '一村1号', code: 'X' }, 7)).toEqual({ values: { employer: '示例塑料厂', address: '自己写的', code: 'X' }, marks: { code: { by: 'employer', entry: 7 } } })
})

test('another entry fills anew what the first filled, and empties what it does not know', () => {
  const first = applyFill(empty, 'firm', { address: '一村1号', phone: '13800001234' }, 7)
  expect(applyFill(first, 'firm', { address: '二村2号' }, 8)).toEqual({ values: { address: '二村2号', phone: null }, marks: { address: { by: 'firm', entry: 8 } } })
  expect(applyFill(typeOver(first, 'phone', '63001234'), 'firm', { address: '二村2号', phone: '1' }, 8).values).toEqual({ address: '二村2号', phone: '63001234' })
})

const keys = fc.constantFrom('a', 'b', 'c', 'd')
const steps = fc.array(fc.oneof(
  fc.record({ type: keys, value: fc.constantFrom('x', 'y', 'z') }),
  fc.record({ by: fc.constantFrom('f', 'g'), entry: fc.integer({ min: 1, max: 3 }), fill: fc.dictionary(keys, fc.constantFrom('p', 'q', 'r'), { maxKeys: 4 }) }),
), { maxLength: 12 })

test('whatever is typed and chosen: a typed text stands to the end, and a mark tells what its entry holds', () => {
  fc.assert(fc.property(steps, (all) => {
    let form = empty
    const typed = new Map<string, string>()
    const filled = new Map<string, string>()
    for (const step of all) {
      if ('type' in step) {
        form = typeOver(form, step.type, step.value)
        typed.set(step.type, step.value)
      } else {
        form = applyFill(form, step.by, step.fill, step.entry)
        for (const [key, value] of Object.entries(step.fill)) if (form.marks[key]?.by === step.by && form.marks[key]?.entry === step.entry) filled.set(key, value)
      }
    }
    for (const [key, value] of typed) expect(form.values[key]).toBe(value)
    for (const key of Object.keys(form.marks)) expect([typed.has(key), form.values[key]]).toEqual([false, filled.get(key)])
  }))
})
