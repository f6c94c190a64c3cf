import { expect } from 'vitest'
import { uploadFile } from '../../src/api/file.ts'
import type { Answer, Caller } from '../harness/served-town.ts'
import { jpegOf } from './picture.ts'

/** Enters a hazard as someone, in v1 on 30 June 2023 unless said; answers its number. */
export const findHazard = async (as: Caller, more: Readonly<Record<string, string>> = {}): Promise<number> => {
  const answer = await as.post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例路1号', level: 'general', position: '30.2,121.4', ...more } })
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
  return (answer.body as unknown as { id: number }).id
}

/** Tries a step of a hazard. */
export const tryStep = (as: Caller, step: string, entry: number, given: Readonly<Record<string, unknown>> = {}): Promise<Answer> => as.post(`hazard.${step}`, { entry, given })

/** Takes a step of a hazard, which must be taken. */
export const takeHazard = async (as: Caller, step: string, entry: number, given: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const answer = await tryStep(as, step, entry, given)
  expect([step, answer.status, answer.body.error]).toEqual([step, 200, undefined])
}

/** A photo kept for a step of a hazard, as it is given with it. */
export const hazardPhoto = async (as: Caller): Promise<string> => {
  const { hash, name } = await as.ok(uploadFile, { ledger: 'hazard', field: 'files', name: '后.jpg', content: jpegOf().toString('base64') })
  return `${hash} ${name}`
}
