import { beforeAll, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'
import { declareAll } from '../store/town.ts'

const served = servedTown()
const { take, takes, found, photo, fixing, read } = handledHazards(served)

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
})

test('evidence from another province is kept, and its distance shown', async () => {
  const entry = await found({ position: '30.2,121.4' })
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  await takes('farm', 'sign', entry)
  await takes('farm', 'mend', entry, { note: '已修', files: await photo('farm'), place: '39.9,116.4' })
  const mend = (await read(entry)).actions.at(-1)
  expect(mend?.place).toBe('39.9,116.4')
  expect(mend?.metres ?? 0).toBeGreaterThan(1_000_000)
})

test('a hundred steps of several people at once record the one that is allowed', async () => {
  const entry = await found()
  await takes('order', 'assign', entry, { to_org: 'farm', note: '整改' })
  const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => take(at % 2 === 0 ? 'farm' : 'farmer', 'sign', entry)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(99)
  expect((await read(entry)).actions.map(({ step }) => step)).toEqual(['assign', 'sign'])
})

test('a step asked of a matter that is not there is refused', async () => {
  await fixing()
  refused(await take('farm', 'sign', 99_999_999), 404, 'not-found')
})
