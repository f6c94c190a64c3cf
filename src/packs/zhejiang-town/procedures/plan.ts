import type { Choice, Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { matterFields } from '../../../core/matter/matter-fields.ts'
import type { ClockRule, Effect, Procedure, Step, Who } from '../../../core/matter/procedure.ts'
import type { Words } from '../../../core/words.ts'
import { words } from '../../../core/words.ts'
import type { LedgerMore } from '../declare.ts'
import { events } from '../declare.ts'
import { limitRows } from '../limits.ts'
import { clock, extend, files, noted, stop } from './parts.ts'

/** A procedure with the fields its steps write or ask about, beside the day, the org and the columns every matter has. */
export type MatterPlan = { readonly fields: readonly Field[]; readonly procedure: Procedure }

/** A ledger of matters: events with the fields of their procedure and the columns every matter has. */
export const matters = (line: string, owner: string, key: string, title: Words, about: Words, fields: readonly Field[], { procedure, fields: written }: MatterPlan, more: LedgerMore = {}): Ledger =>
  events(line, owner, key, title, about, [...fields, ...written, ...matterFields(procedure)], { ...more, procedure })

/** A clock of one limit of the pack, all its rows. */
export const limitClock = (key: string, zh: string, en: string, limit: string, more: Partial<ClockRule> = {}): ClockRule => clock(key, zh, en, limitRows(limit), more)

export const stops = (...clocks: readonly string[]): readonly Effect[] => clocks.map(stop)

/** Holds for matters of one kind. */
export const ofKind = (...kinds: readonly string[]): NonNullable<Step['when']> => ({ key: 'kind', in: kinds })

/** More time for whichever of some clocks runs by the kind of the matter; each is called by its kind. */
export const extendByKind = (kinds: readonly string[], from: readonly string[], who: readonly Who[]): Step => ({
  ...extend('prolong', '延期', 'Give more time', kinds[0] ?? '', from, who), effects: kinds.map((kind) => ({ do: 'extend', clock: kind, when: ofKind(kind) })),
})

/** A step that must be taken so long before the last day of whichever of some clocks runs, as a limit counted back says. */
export const aheadOf = (limit: string, clocks: readonly string[]): Pick<Step, 'ahead'> => {
  const [row] = limitRows(limit)
  return row === undefined ? {} : { ahead: { clocks, value: row.value, unit: row.unit } }
}

/** A choice among the reasons for which a limit may stand still, or some of them. */
export const pauseOf = (limit: string, ...only: readonly string[]): Field => ({
  key: 'pause', title: words('中止事由', 'Why it stands still'), kind: 'choice', required: true,
  choices: (limitRows(limit)[0]?.pauses ?? []).filter(({ key }) => only.length === 0 || only.includes(key)).map(({ key, title }): Choice => ({ key, title })),
})

/** The same choice without some of its options. */
export const without = (field: Field, ...keys: readonly string[]): Field => ({ ...field, choices: field.choices?.filter(({ key }) => !keys.includes(key)) })

/** The same field, written by a step only and empty until then. */
export const later = (field: Field): Field => ({ ...field, required: false, fixed: true })

export const proof = files('佐证材料', 'Evidence', true)
export const reason = noted('理由', 'Reason')
export const remark = noted('说明', 'Note', false)
