import { expect, test } from 'vitest'
import { refuse } from '../core/refusal/refusal.ts'
import { refusalBody } from './http-refusals.ts'

test('a step someone may not take is told by its title, its verb stands in the details', () => {
  const { error } = refusalBody(refuse('forbidden', { verb: 'report.brief' }), 'r1')
  expect([error.message, error.details]).toEqual([{ zh: '您的岗位不能做这一步：一页摘要。', en: 'Your post does not allow this: One-page summary.' }, { verb: 'report.brief' }])
})

test('a verb of a ledger is told as it is', () => {
  expect(refusalBody(refuse('forbidden', { verb: 'hazard.void' }), 'r1').error.message.zh).toBe('您的岗位不能做这一步：hazard.void。')
})
