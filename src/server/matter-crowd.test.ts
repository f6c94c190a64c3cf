import { beforeAll, expect, test } from 'vitest'
import { hazardLedger } from '../../test/builders/hazard-ledger.ts'
import { pick, randomOf } from '../../test/builders/random-history.ts'
import { someGiven } from '../../test/builders/random-steps.ts'
import { handledHazards } from '../../test/harness/handled-hazards.ts'
import type { Answer } from '../../test/harness/served-town.ts'
import { refused, servedTown } from '../../test/harness/served-town.ts'
import { hazard } from '../packs/zhejiang-town/procedures/hazard.ts'
import { declareAll } from '../store/town.ts'
import { verifyTown } from '../store/verify/verify.ts'
import { enterNotices } from './matter/enter-notices.ts'

/** Everybody of a town at once in the same twenty hazards: steps, links, merges and splits, without waiting for each other. */
const served = servedTown()
const { as, found, photo } = handledHazards(served)
const logins = ['leader', 'office', 'second', 'farm', 'farmer', 'order', 'v1'] as const
const held = { hazards: [] as readonly number[], photos: new Map<string, string>() }

beforeAll(async () => {
  await declareAll(served.town, [hazardLedger()], [])
  await enterNotices(served.town)
  held.hazards = await Promise.all(Array.from({ length: 20 }, () => found()))
  for (const login of logins) held.photos.set(login, await photo(login))
})

type Sent = { readonly verb: string; readonly answer: Answer }

/** One attempt of one person: mostly a step of the procedure, whether it is its time or not; else a tie. */
const attempt = async (random: () => number): Promise<Sent> => {
  const [login, entry, other] = [pick(random, logins), pick(random, held.hazards), pick(random, held.hazards)]
  const caller = await as(login)
  const tie = random()
  if (tie < 0.08) return { verb: 'matter.link', answer: await caller.post('matter.link', { ledger: 'hazard', entry, otherLedger: 'hazard', other, kind: 'related', note: '同一处' }) }
  if (tie < 0.1) return { verb: 'matter.merge', answer: await caller.post('matter.merge', { ledger: 'hazard', entry, into: other, note: '同一处' }) }
  if (tie < 0.14) return { verb: 'matter.split', answer: await caller.post('matter.split', { ledger: 'hazard', entry, parts: [{ line: '另一处' }], note: '分别整改' }) }
  const seen = await caller.get('matter.read', { ledger: 'hazard', entry: String(entry) })
  const offered = (seen.body as { readonly steps?: readonly { readonly key: string }[] }).steps ?? []
  const step = pick(random, random() < 0.8 && offered.length > 0 ? hazard.procedure.steps.filter(({ key }) => offered.some((each) => each.key === key)) : hazard.procedure.steps.filter(({ own }) => own !== true))
  const { given } = someGiven(random, step, '2023-07-03' as never, { orgs: ['order', 'farm', 'v1'], people: [served.personOf('farm'), served.personOf('farmer')], files: [held.photos.get(login) ?? ''] })
  return { verb: `hazard.${step.key}`, answer: await caller.post(`hazard.${step.key}`, { entry, given }) }
}

/** How many records a call that was answered leaves among the steps. */
const records = ({ verb, answer }: Sent): number => (answer.status !== 200 ? 0 : verb === 'matter.link' || verb === 'matter.merge' ? 2 : 1)

const recorded = async (): Promise<number> => {
  const { rows } = await served.town.db.pool.query<{ matter: string; numbers: readonly number[] }>(`select matter, array_agg(number::int order by id) as numbers from ${served.town.schema}.ledger_zhenwu_action where ledger = 'hazard' group by matter`)
  for (const { numbers } of rows) expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  return rows.reduce((sum, { numbers }) => sum + numbers.length, 0)
}

test('a hundred steps at once are each taken or clearly refused, and those taken are all there', async () => {
  const random = randomOf(20)
  let before = await recorded()
  for (let turn = 0; turn < 4; turn += 1) {
    const sent = await Promise.all(Array.from({ length: 100 }, () => attempt(random)))
    for (const { answer } of sent) if (answer.status !== 200) refused(answer, answer.status, answer.body.error?.code ?? 'none')
    expect(sent.filter(({ answer }) => answer.status >= 500)).toEqual([])
    expect(sent.filter(({ answer }) => answer.status === 200).length).toBeGreaterThan(10)
    const after = await recorded()
    expect(after - before).toBe(sent.reduce((sum, each) => sum + records(each), 0))
    before = after
  }
  expect((await verifyTown(served.town.db, served.town)).differences).toEqual([])
})
