import { expect } from 'vitest'
import type { Caller } from '../harness/served-town.ts'
import { hazardLedger } from './hazard-ledger.ts'

/** Hazards kept by the order office, found in villages, mended by whom they are assigned to. */
export const hazard = hazardLedger()

/** Enters a hazard; answers its number. */
export const findHazard = async (as: Caller, more: Readonly<Record<string, string>> = {}): Promise<number> => {
  const answer = await as.post('hazard.create', { fields: { org: 'v1', day: '2023-06-30', place: '示例路1号', level: 'general', position: '30.2,121.4', ...more } })
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
  return (answer.body as unknown as { id: number }).id
}

/** Takes a step that must be allowed. */
export const takeStep = async (as: Caller, step: string, entry: number, given: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const answer = await as.post(`hazard.${step}`, { entry, given })
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
}
