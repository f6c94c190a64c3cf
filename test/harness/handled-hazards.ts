import { expect } from 'vitest'
import { uploadFile } from '../../src/api/file.ts'
import type { MatterOut } from '../../src/api/matter.ts'
import { readMatter } from '../../src/api/matter.ts'
import { jpegOf } from '../builders/picture.ts'
import type { Answer, Caller, Served } from './served-town.ts'

type Given = Readonly<Record<string, unknown>>

/** Hazards of a served town, found and handled by whoever is named by login. The verbs that end in s expect success. */
export const handledHazards = (served: Served) => {
  const as = (login: string): Promise<Caller> => served.as(login)
  const take = async (login: string, step: string, entry: number, given: Given = {}, more: Given = {}): Promise<Answer> => (await as(login)).post(`hazard.${step}`, { entry, given, ...more })
  const takes = async (login: string, step: string, entry: number, given: Given = {}, more: Given = {}): Promise<void> => {
    const answer = await take(login, step, entry, given, more)
    expect([answer.status, answer.body.error]).toEqual([200, undefined])
  }
  const found = async (fields: Given = {}, login = 'v1'): Promise<number> => {
    const answer = await (await as(login)).post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例路1号', level: 'general', position: '30.2,121.4', ...fields } })
    expect([answer.status, answer.body.error]).toEqual([200, undefined])
    return (answer.body as unknown as { id: number }).id
  }
  const photo = async (login: string, bytes: Buffer = jpegOf()): Promise<string> => {
    const { hash, name } = await (await as(login)).ok(uploadFile, { ledger: 'hazard', field: 'files', name: '后.jpg', content: bytes.toString('base64') })
    return `${hash} ${name}`
  }
  const fixing = async (fields: Given = {}): Promise<number> => {
    const entry = await found(fields)
    await takes('order', 'assign', entry, { to_org: 'farm', note: '七月底前整改' })
    await takes('farm', 'sign', entry)
    return entry
  }
  const checking = async (): Promise<number> => {
    const entry = await fixing()
    await takes('farm', 'mend', entry, { note: '已换电线', files: await photo('farm') })
    return entry
  }
  const read = async (entry: number, login = 'order'): Promise<MatterOut> => (await as(login)).ok(readMatter, { ledger: 'hazard', entry })
  return { as, take, takes, found, photo, fixing, checking, read }
}
