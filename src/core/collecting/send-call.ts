import type { Change } from '../ledger/change.ts'
import type { Day } from '../time/day.ts'
import type { Part } from './proposed-parts.ts'

/** A call as it goes out, from the office that sends it. */
export type CallToSend = { readonly report: number; readonly title: string; readonly org: string; readonly due: Day; readonly note?: string | undefined; readonly parts: readonly Part[] }

/** The call and one answer for each part, asked for on the day it is sent, in one change set. */
export const sendCall = ({ report, title, org, due, note, parts }: CallToSend, today: Day, verb: string): readonly Change[] => [
  { act: 'create', verb, ledger: 'call', handle: 'call', spans: [{ from: null, to: null, fields: { report: String(report), title, org, day: today, due, ...(note === undefined || note === '' ? {} : { note }), state: 'open' } }] },
  ...parts.map((part): Change => ({
    act: 'create',
    verb,
    ledger: 'answer',
    spans: [{ from: null, to: null, fields: { call: '@call', section: String(part.section), org: part.org, day: today, ...(part.budget === undefined ? {} : { budget: String(part.budget) }), asked: JSON.stringify({ measures: [...new Set(part.measures)] }), state: 'asked' } }],
  })),
]
