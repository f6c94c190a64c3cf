import { hashPassword } from '../../src/server/password.ts'
import { createAccount } from '../../src/store/accounts.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Block } from '../../src/core/report/document.ts'
import type { Served } from '../harness/served-town.ts'
import { password } from '../harness/served-town.ts'
import { spanOf } from './small-town.ts'

/** The small town with heads of its two line offices, a half-year report in three sections, and last year's to look back at. */
export type AskedTown = { readonly report: number; readonly farming: number; readonly order: number }

const text = (id: string, words: string, ...measures: readonly string[]): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text: words }, ...measures.map((measure) => ({ kind: 'figure' as const, measure, show: 'value' as const }))] })

export const sections: readonly (readonly [org: string, blocks: readonly Block[]])[] = [
  ['town', [{ kind: 'heading', id: 'h1', level: 1, text: '一、上半年工作' }, text('p1', '本期各项工作有序推进。')]],
  ['farm', [{ kind: 'heading', id: 'h2', level: 2, text: '（一）农业生产' }, text('p2', '生猪出栏', 'pigs', 'output')]],
  ['order', [{ kind: 'heading', id: 'h3', level: 2, text: '（二）平安建设' }, text('p3', '办结', 'cases-closed', 'pigs')]],
]

/** Appoints a head to an office, with a login of that name. */
export const appointHead = async ({ town }: Served, login: string, org: string): Promise<number> => {
  const [person] = accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'person.create', ledger: 'person', spans: [spanOf({ name: `示例${login}`, org }, '2020-01-01')] }] })).entries
  if (person === undefined) throw new Error('nobody was made')
  accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'post.create', ledger: 'post', spans: [spanOf({ person: String(person.id), role: 'head', org }, '2020-01-01')] }] }))
  await createAccount(town.db.pool, town.schema, { login, person: person.id, password: await hashPassword(password) })
  return person.id
}

export const askedTown = async (served: Served): Promise<AskedTown> => {
  await appointHead(served, 'farm-head', 'farm')
  await appointHead(served, 'order-head', 'order')
  const { town } = served
  const create = async (verb: string, ledger: string, fields: Record<string, string>): Promise<number> => {
    const [entry] = accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb, ledger, spans: [spanOf(fields)] }] })).entries
    if (entry === undefined) throw new Error(`no ${ledger} was made`)
    return entry.id
  }
  accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day: '2023-05-01', head: '30', kind: 'pig' })] }] }))
  const last = { title: '2022年上半年工作回顾', blocks: [{ kind: 'heading', level: 2, text: '（三）农业生产' }, text('l1', '去年生猪出栏', 'pigs'), text('l2', '其他农事。')] }
  await create('report.create', 'report', { title: last.title, org: 'town', period: '2022H1', day: '2022-07-01', document: JSON.stringify(last), state: 'archived' })
  const report = await create('report.create', 'report', { title: '2023年上半年工作回顾', org: 'town', period: '2023H1', day: '2023-07-01', document: JSON.stringify({ title: '2023年上半年工作回顾', blocks: [] }), state: 'draft' })
  const made: number[] = []
  for (const [at, [org, blocks]] of sections.entries()) made.push(await create('report.create', 'section', { report: String(report), position: String(at + 1), org, day: '2023-07-01', document: JSON.stringify({ blocks }) }))
  return { report, farming: made[1] ?? 0, order: made[2] ?? 0 }
}
