import { expect, test } from 'vitest'
import type { Block } from '../../../core/report/document.ts'
import { ApiError } from '../../app/errors.ts'
import type { Around } from './section-saver.ts'
import { sectionSaver } from './section-saver.ts'

const says = (text: string, id = 'a'): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text }] })
const refusal = (status: number, code: string, details: Record<string, unknown> = {}): ApiError => new ApiError({ status, code, message: { zh: code, en: code }, details })

/** A desk with a clock that is moved by hand, and a server that answers as told. */
const at = (base: readonly Block[]) => {
  const waits: { work: () => void; due: number }[] = []
  const sent: { saw: number; blocks: readonly Block[]; answer: (it: { version: number; blocks?: readonly Block[] } | ApiError) => Promise<void> }[] = []
  const held = { now: 0, kept: undefined as unknown, shown: undefined as readonly Block[] | undefined }
  const around: Around = {
    send: (saw, blocks) =>
      new Promise((resolve, reject) => {
        sent.push({
          saw,
          blocks,
          answer: async (it) => {
            if (it instanceof ApiError) reject(it)
            else resolve({ version: it.version, blocks: it.blocks ?? blocks })
            await new Promise((done) => setImmediate(done))
          },
        })
      }),
    now: () => held.now,
    wait: (work, milliseconds) => {
      const wait = { work, due: held.now + milliseconds }
      waits.push(wait)
      return () => void (waits.includes(wait) && waits.splice(waits.indexOf(wait), 1))
    },
    keep: (desk) => void (held.kept = desk),
    drop: () => void (held.kept = undefined),
    take: (blocks) => void (held.shown = blocks),
  }
  const saver = sectionSaver({ saw: 1, base, mine: base }, around)
  const pass = (milliseconds: number): void => {
    held.now += milliseconds
    for (const wait of waits.filter(({ due }) => due <= held.now)) {
      waits.splice(waits.indexOf(wait), 1)
      wait.work()
    }
  }
  return { saver, sent, held, pass }
}

test('what is typed is saved soon after the last key, and at the latest while typing goes on', async () => {
  const { saver, sent, pass } = at([says('甲')])
  saver.typed([says('甲一')])
  pass(1000)
  saver.typed([says('甲一二')])
  pass(1000)
  expect(sent).toHaveLength(0)
  pass(500)
  expect(sent.map((each) => [each.saw, each.blocks])).toEqual([[1, [says('甲一二')]]])
  await sent[0]?.answer({ version: 2 })
  expect(saver.state()).toEqual({ kind: 'saved', at: new Date(2500).toISOString() })
  for (let key = 0; key < 10; key += 1) {
    saver.typed([says(`甲${key}`)])
    pass(1000)
  }
  expect(sent).toHaveLength(2)
})

test('what is typed while a save is under way is saved after it, from the version it made', async () => {
  const { saver, sent, pass, held } = at([says('甲')])
  saver.typed([says('甲一')])
  pass(1500)
  saver.typed([says('甲一二')])
  await sent[0]?.answer({ version: 2 })
  expect(held.kept).toBeDefined()
  pass(1500)
  expect(sent[1]).toMatchObject({ saw: 2, blocks: [says('甲一二')] })
  await sent[1]?.answer({ version: 3 })
  expect([saver.state().kind, held.kept]).toEqual(['saved', undefined])
})

test('a server that does not answer is tried again until it does, and the words are kept meanwhile', async () => {
  const { saver, sent, pass, held } = at([says('甲')])
  saver.typed([says('甲一')])
  pass(1500)
  await sent[0]?.answer(refusal(0, 'unreachable'))
  expect([saver.state().kind, held.kept]).toEqual(['offline', { saw: 1, base: [says('甲')], mine: [says('甲一')] }])
  pass(1000)
  await sent[1]?.answer(refusal(500, 'internal'))
  saver.typed([says('甲一二')])
  pass(2000)
  await sent[2]?.answer({ version: 2 })
  expect([sent[2]?.blocks, saver.state().kind]).toEqual([[says('甲一二')], 'saved'])
})

test('another version is taken in and shown; a save made from it follows', async () => {
  const { saver, sent, pass, held } = at([says('甲'), says('乙', 'b')])
  saver.typed([says('甲一'), says('乙', 'b')])
  saver.heard(2, [says('甲'), says('乙二', 'b')])
  expect(held.shown).toEqual([says('甲一'), says('乙二', 'b')])
  pass(1500)
  expect(sent[0]).toMatchObject({ saw: 2, blocks: [says('甲一'), says('乙二', 'b')] })
})

test('where both changed one place nothing is sent until the writer chose', async () => {
  const { saver, sent, pass } = at([says('甲')])
  saver.typed([says('我的')])
  pass(1500)
  await sent[0]?.answer(refusal(409, 'section-changed', { version: 2, theirs: [says('别人的')], by: '示例乙' }))
  expect(saver.state()).toMatchObject({ kind: 'conflict', by: '示例乙', conflicts: [{ mine: says('我的'), theirs: says('别人的') }] })
  saver.typed([says('我的又改')])
  pass(60_000)
  expect(sent).toHaveLength(1)
  saver.decide([says('我的又改')])
  expect(sent[1]).toMatchObject({ saw: 2, blocks: [says('我的又改')] })
})

test('a refusal that will not pass stops saving and is told; the words stay kept', async () => {
  const { saver, sent, pass, held } = at([says('甲')])
  saver.typed([says('甲一')])
  pass(1500)
  await sent[0]?.answer(refusal(409, 'report-frozen'))
  expect([saver.state().kind, held.kept === undefined]).toEqual(['stopped', false])
})

test('whoever leaves has her last words sent', () => {
  const { saver, sent } = at([says('甲')])
  saver.leave()
  saver.typed([says('甲一')])
  saver.leave()
  expect(sent.map((each) => each.blocks)).toEqual([[says('甲一')]])
})
