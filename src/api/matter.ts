import { z } from 'zod'
import { Field } from '../core/ledger/field.ts'
import { matterLists, urgencies } from '../core/matter/waiting.ts'
import { words } from '../core/words.ts'
import { FieldsIn, FieldsOut } from './entry.ts'
import { Can, DayText, EntryNumber, MonthText, OrgRef, PersonRef, Whole, Words } from './parts.ts'
import { route } from './route.ts'

/** A step someone may take now: what it is called, what is asked for with it, and whether it is the usual next one. */
const StepOut = z.object({ key: z.string(), title: Words, asks: z.array(Field), weight: z.enum(['next', 'more']) })
export type StepOut = z.infer<typeof StepOut>

/** One line of how a date comes about; which values a line has depends on its kind (core/matter/explain-clock.ts). */
const LineOut = z.record(z.string(), z.unknown()).and(z.object({ kind: z.string() }))

export const ClockOut = z.object({
  key: z.string(),
  title: Words,
  /** The org that was called, where it is its own clock. */
  org: OrgRef.nullable(),
  law: Words,
  clause: z.string().nullable(),
  sure: z.enum(['law', 'custom', 'setting']),
  /** It is the party's time: it binds no office. */
  party: z.boolean(),
  standing: z.enum(['running', 'paused', 'overdue', 'in-time', 'late']),
  start: DayText,
  legal: DayText,
  safe: DayText,
  provisional: z.boolean(),
  /** Days until the legal day, negative when it is past; in working days too. */
  left: z.number(),
  workdaysLeft: z.number(),
  /** Titles of the reasons for which the clock may stand still. */
  pauses: z.record(z.string(), Words),
  lines: z.array(LineOut),
})
export type ClockOut = z.infer<typeof ClockOut>

const ActionOut = z.object({
  id: z.number(),
  step: z.string(),
  title: Words,
  day: DayText,
  recordedAt: z.string(),
  by: PersonRef,
  /** In whose name, where a deputy took it. */
  actingFor: PersonRef.nullable(),
  org: OrgRef,
  toOrg: OrgRef.nullable(),
  toPerson: PersonRef.nullable(),
  note: z.string().nullable(),
  files: z.string().nullable(),
  place: z.string().nullable(),
  /** Metres from the place of the matter itself, where both are known. */
  metres: z.number().nullable(),
  given: z.array(z.object({ title: Words, value: Words })),
})
export type ActionOut = z.infer<typeof ActionOut>

export const MatterOut = z.object({
  ledger: z.string(),
  ledgerTitle: Words,
  entry: z.number(),
  version: z.number(),
  void: z.boolean(),
  title: z.string(),
  day: DayText,
  state: z.object({ key: z.string(), title: Words, kind: z.enum(['open', 'held', 'done', 'ended']) }),
  /** The states it passed through, where it stands, and the usual way from there to its settling. */
  way: z.array(z.object({ key: z.string(), title: Words, at: z.enum(['passed', 'now', 'ahead']) })),
  holder: OrgRef,
  owner: PersonRef.nullable(),
  first: OrgRef,
  raiser: PersonRef.nullable(),
  asked: z.object({ org: OrgRef, on: DayText, until: DayText.nullable() }).nullable(),
  /** Orgs called to help; `until` is the day by which one has to answer, where it has a limit, `late` that this day is past or was when it answered, `over` that its answer is not waited for any more. */
  whistles: z.array(z.object({ org: OrgRef, on: DayText, answered: DayText.nullable(), until: DayText.nullable(), late: z.boolean(), over: z.boolean() })),
  listed: z.boolean(),
  counts: z.object({ raised: z.number(), nudged: z.number(), returned: z.number(), redone: z.number(), recurred: z.number() }),
  merged: z.boolean(),
  settled: DayText.nullable(),
  stalled: z.boolean(),
  last: DayText,
  clocks: z.array(ClockOut),
  /** When another calendar moved its due day, and why. */
  moves: z.array(z.object({ number: z.number(), recordedAt: z.string(), reason: z.string().nullable(), was: DayText.nullable(), is: DayText.nullable() })),
  actions: z.array(ActionOut),
  steps: z.array(StepOut),
  /** Titles of steps the reader could take but for orgs that have not answered and still may. */
  waits: z.array(Words),
  /** What the entry says of itself, beside the columns its steps write: its fields that have a value. */
  about: z.array(Field),
  fields: FieldsOut,
  can: Can,
})
export type MatterOut = z.infer<typeof MatterOut>

export const readMatter = route({ verb: 'matter.read', method: 'GET', title: words('事项', 'Matter'), input: z.object({ ledger: z.string().max(48), entry: EntryNumber }), output: MatterOut })

/** People a matter may be given to: those with a post at the org that holds it. */
export const listMatterPeople = route({ verb: 'matter.people', method: 'GET', title: words('可承办人员', 'Who may handle it'), input: z.object({ ledger: z.string().max(48), entry: EntryNumber }), output: z.object({ people: z.array(PersonRef) }) })

/** A matter in a list. */
export const MatterRow = z.object({
  ledger: z.string(),
  ledgerTitle: Words,
  entry: z.number(),
  title: z.string(),
  day: DayText,
  state: z.object({ key: z.string(), title: Words }),
  holder: OrgRef.nullable(),
  owner: PersonRef.nullable(),
  asked: OrgRef.nullable(),
  org: OrgRef,
  due: DayText.nullable(),
  safe: DayText.nullable(),
  clock: Words.nullable(),
  provisional: z.boolean(),
  paused: z.boolean(),
  lamp: z.enum(['red', 'yellow', 'green', 'none']),
  left: z.number().nullable(),
  listed: z.boolean(),
  stalled: z.boolean(),
  stepped: DayText.nullable(),
  settled: DayText.nullable(),
  /** Whether it was settled in its time; null where it is not settled, or had no limit. */
  onTime: z.boolean().nullable(),
})
export type MatterRow = z.infer<typeof MatterRow>

/** Which matters: what waits for the caller, what her office holds, or all she may read; of these the three lists (排查、时限、预警). */
export const listMatters = route({
  verb: 'matter.list',
  method: 'GET',
  title: words('事项列表', 'List of matters'),
  input: z.object({
    whose: z.enum(['mine', 'office', 'all']).default('mine'),
    list: z.enum(matterLists).default('open'),
    /** Of the open ones, those that wait for this reason and no more urgent one. */
    urgency: z.enum(urgencies).optional(),
    ledger: z.string().max(48).optional(),
    state: z.string().max(40).optional(),
    org: z.string().max(32).optional(),
    from: DayText.optional(),
    to: DayText.optional(),
    offset: Whole.default(0),
    limit: Whole.max(200).default(50),
  }),
  output: z.object({ rows: z.array(MatterRow), total: z.number(), ledgers: z.array(z.object({ key: z.string(), title: Words, states: z.array(z.object({ key: z.string(), title: Words, kind: z.string(), matters: z.number() })) })), today: DayText }),
})

/** What waits for the caller on the town date, the most urgent first: how many for each reason, and the first of them. */
export const readWaiting = route({
  verb: 'matter.waiting',
  method: 'GET',
  title: words('待办事项', 'Matters that wait'),
  input: z.object({}),
  output: z.object({ today: DayText, total: z.number(), groups: z.array(z.object({ urgency: z.enum(urgencies), matters: z.number(), rows: z.array(MatterRow) })) }),
})
export type WaitingGroup = z.infer<typeof readWaiting.output>['groups'][number]

/** A day of the calendar: how it is worked, and how many open matters are due on it. */
const DueDay = z.object({ day: DayText, kind: z.enum(['workday', 'weekend', 'holiday', 'made-up']), provisional: z.boolean(), matters: z.number(), lamp: z.enum(['red', 'yellow', 'green', 'none']) })
export type DueDay = z.infer<typeof DueDay>

/** The due days of a month, with those of its first and last week that lie in another. `before` and `after`: open matters due outside of it. */
export const listDueDays = route({
  verb: 'matter.days',
  method: 'GET',
  title: words('到期日历', 'Calendar of due days'),
  input: z.object({ month: MonthText, whose: z.enum(['mine', 'office', 'all']).default('mine'), ledger: z.string().max(48).optional() }),
  output: z.object({ today: DayText, month: z.string(), days: z.array(DueDay), before: z.number(), after: z.number(), ledgers: z.array(z.object({ key: z.string(), title: Words })) }),
})

/** Matters held by the caller's office whose handler has no post there any more. */
export const listLeft = route({ verb: 'matter.left', method: 'GET', title: words('承办人已不在岗的事项', 'Matters whose handler has left'), input: z.object({}), output: z.object({ rows: z.array(MatterRow), total: z.number() }) })

/** Takes such matters back, all or none: the office keeps them, and each waits to be given to someone. */
export const releaseMatters = route({
  verb: 'matter.release',
  method: 'POST',
  title: words('收回待指定', 'Take back to be given out'),
  input: z.object({ matters: z.array(z.object({ ledger: z.string().max(48), entry: EntryNumber })).min(1).max(200), note: z.string().trim().min(2).max(2000) }),
  output: z.object({ journal: z.number(), released: z.number() }),
})

/** A step of a declared procedure, as `<ledger>.<step>`. `once` is a mark of the sender's own: the same call sent again is the same step. */
export const stepRoute = (ledger: string, title: Words, step: string, stepTitle: Words) =>
  route({
    verb: `${ledger}.${step}`,
    method: 'POST',
    title: words(`${title.zh}：${stepTitle.zh}`, `${title.en}: ${stepTitle.en}`),
    input: z.object({ entry: EntryNumber, given: FieldsIn.default({}), day: DayText.optional(), once: z.string().min(8).max(64).optional() }),
    output: z.object({ id: z.number(), journal: z.number(), state: z.string() }),
  })
