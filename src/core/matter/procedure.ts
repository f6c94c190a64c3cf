import { z } from 'zod'
import { Field, FieldKey } from '../ledger/field.ts'
import { Words } from '../words.ts'
import { Limit, LimitUnit } from './limit.ts'
import { ReminderRule } from './reminder-rule.ts'

/**
 * A procedure is data: the states a case passes through, the steps that move it, who may take each, what must be given with it, and
 * which clocks it starts and stops. A ledger that declares one keeps matters; a matter follows the declaration it began under.
 */

/** Keys of states, steps and clocks: words joined by hyphens. */
export const StepKey = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).max(40)

/** `open`: someone must act. `held`: it waits for another (an answer, an expert). `done`: settled. `ended`: settled for good. */
export const State = z.object({ key: StepKey, title: Words, kind: z.enum(['open', 'held', 'done', 'ended']) }).readonly()
export type State = z.infer<typeof State>

/**
 * Who may take a step, by post or by what she is to this matter. `holder`: a post at the org that holds it; `asked`: at the org asked to take it
 * over; `first`: at the org first asked; `keeper`: at the office that keeps the ledger; `whistled`: at an org that was called to help; `covering`: a
 * village or grid whose place it is; `raiser`: the person who brought it in; `owner`: the person who handles it; `role`: anywhere.
 */
export const Who = z.object({ is: z.enum(['holder', 'asked', 'first', 'keeper', 'whistled', 'covering', 'raiser', 'owner', 'role']), role: z.string().min(1).optional() }).readonly()
export type Who = z.infer<typeof Who>

/** What holds only where a field of the matter, or something given with the step, is one of these. */
export const When = z.object({ key: FieldKey, in: z.array(z.string()).min(1).readonly() }).readonly()
export type When = z.infer<typeof When>

/** `day` is the asked field that names the day; the day of the step unless said. */
const onClock = () => ({ clock: StepKey, day: FieldKey.optional(), when: When.optional() })

/** What a step does beside moving the state. */
export const Effect = z.discriminatedUnion('do', [
  /** `until` is the asked field that may name the day it is due by; where it is empty the limit counts. */
  z.object({ do: z.literal('start'), ...onClock(), until: FieldKey.optional() }),
  z.object({ do: z.literal('suspend'), ...onClock() }),
  z.object({ do: z.literal('resume'), ...onClock() }),
  z.object({ do: z.literal('extend'), ...onClock() }),
  /** A minimum is made shorter: `less` says to how much, `note` why. */
  z.object({ do: z.literal('shorten'), ...onClock() }),
  z.object({ do: z.literal('stop'), ...onClock() }),
  z.object({ do: z.literal('reopen'), ...onClock() }),
  /** Another org is asked to take it over; it is held where it is until that org accepts. */
  z.object({ do: z.literal('ask'), when: When.optional() }),
  /** The org that was asked holds it now; `doer`: the org of who takes the step; `given`: the org named; `first`: the org first asked; `holder`: it stays where it is, and nobody is asked any more. */
  z.object({ do: z.literal('hold'), by: z.enum(['asked', 'doer', 'given', 'first', 'keeper', 'holder']), when: When.optional() }),
  /** Who handles it: the one who takes the step, the person named, or nobody. */
  z.object({ do: z.literal('own'), by: z.enum(['doer', 'given', 'nobody']), when: When.optional() }),
  /** Writes a field of the entry. */
  z.object({ do: z.literal('set'), field: FieldKey, from: z.enum(['day', 'person', 'given', 'value', 'nothing']), given: FieldKey.optional(), value: z.string().optional(), when: When.optional() }),
  /** Another org is called to help. `clock` gives each org called a limit of its own to answer in, from the day it was called; a step that stops that clock ends it for all of them. */
  z.object({ do: z.literal('whistle'), clock: StepKey.optional(), when: When.optional() }),
  z.object({ do: z.literal('answer'), when: When.optional() }),
  /** 挂牌 and 摘牌. */
  z.object({ do: z.literal('list'), on: z.boolean(), when: When.optional() }),
  /** 提级. */
  z.object({ do: z.literal('raise'), when: When.optional() }),
  z.object({ do: z.literal('nudge'), when: When.optional() }),
  /** It came back: returned by who was asked, or done again after a check. */
  z.object({ do: z.literal('count'), what: z.enum(['returned', 'redone']), when: When.optional() }),
])
export type Effect = z.infer<typeof Effect>

export const Step = z
  .object({
    key: StepKey,
    title: Words,
    /** States it may be taken from; `*` is every state that is not settled. */
    from: z.array(z.union([StepKey, z.literal('*')])).min(1).readonly(),
    /** State it leads to; stays where it is unless said. */
    to: StepKey.optional(),
    who: z.array(Who).min(1).readonly(),
    /** Steps whose doers may not take this one: the one who fixes is not the one who checks. */
    otherThan: z.array(StepKey).readonly().optional(),
    /** What is asked for. `note`, `files`, `to_org`, `to_person`, `place` have columns of their own; the rest is kept beside them. */
    asks: z.array(Field).readonly().optional(),
    effects: z.array(Effect).readonly().optional(),
    /** Clock within which it must be taken; after it the step is not there any more. */
    within: StepKey.optional(),
    /** Clocks before whose last day it must be taken, by so much: more time is asked a day before the day it is asked for. */
    ahead: z.object({ clocks: z.array(StepKey).min(1).readonly(), value: z.number().int().min(1).max(366), unit: LimitUnit }).readonly().optional(),
    /** Clock of a minimum that must have run out first, or of a window before an event that must have opened. */
    after: StepKey.optional(),
    /** `all`: not before every org that was called under a limit has answered, or its limit has run out. `lead`, as where nothing is said: whoever holds it need not wait for them. */
    answers: z.enum(['all', 'lead']).optional(),
    /** Only for matters of this kind. */
    when: When.optional(),
    /** Taken by the product when an unaccepted hand-over has waited too long; never offered to a person. */
    own: z.boolean().optional(),
    /** Offered as what is to be done next, or as one of the other possibilities. */
    weight: z.enum(['next', 'more']).optional(),
  })
  .readonly()
export type Step = z.infer<typeof Step>

/** A clock of a procedure, and the rows of its limit, each in force from a day. */
export const ClockRule = z
  .object({
    key: StepKey,
    title: Words,
    limits: z.array(Limit).min(1).readonly(),
    /** Started with the matter itself, on the day of its date field. */
    opens: z.boolean().optional(),
    /** The time a party has for a step of its own: it binds no office, and is never due on a desk. */
    party: z.boolean().optional(),
    when: When.optional(),
  })
  .readonly()
export type ClockRule = z.infer<typeof ClockRule>

/**
 * How a finding is reported from where it is seen (发现上报): by which roles, and into which fields go the choice that says what it is, the one line, the
 * position and the photos. `set` fills what nobody is asked for there.
 */
export const Reportable = z
  .object({ title: Words, roles: z.array(z.string().min(1)).min(1).readonly(), line: FieldKey, kind: FieldKey.optional(), position: FieldKey.optional(), photos: FieldKey.optional(), set: z.record(FieldKey, z.string()).optional() })
  .readonly()
export type Reportable = z.infer<typeof Reportable>

export const Procedure = z
  .object({
    states: z.array(State).min(1).readonly(),
    /** State a matter begins in. */
    first: StepKey,
    steps: z.array(Step).readonly(),
    clocks: z.array(ClockRule).readonly(),
    /** Clocks that decide whether a matter was settled on time: the first of them that ran. */
    main: z.array(StepKey).readonly().optional(),
    /** Working days an org that was asked has to accept; then the matter is back with the org first asked. */
    acceptWithin: z.number().int().min(1).max(30).optional(),
    /** Days without a step after which an open matter counts as stalled (预警清单). */
    stalledAfter: z.number().int().min(1).max(365).optional(),
    /** Present where a matter may begin as a finding reported from the field. */
    reportable: Reportable.optional(),
    /** When who is reminded of its clocks; the usual unless said. */
    reminders: z.array(ReminderRule).max(20).readonly().optional(),
  })
  .readonly()
export type Procedure = z.infer<typeof Procedure>
