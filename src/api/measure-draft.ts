import { z } from 'zod'
import { draftKinds } from '../core/designing/measure-draft.ts'
import { FieldKey, LedgerKey } from '../core/ledger/field.ts'
import { Measure } from '../core/measure/measure.ts'
import { Scale, UnitKey } from '../core/quantity/unit.ts'
import { words } from '../core/words.ts'
import { Words } from './parts.ts'
import { route } from './route.ts'

/** A measure as a form asks for it; conditions are written as a list's are. */
export const MeasureDraft = z.object({
  kind: z.enum(draftKinds),
  key: LedgerKey.max(40),
  title: Words,
  unit: UnitKey,
  scale: Scale,
  decimals: z.number().int().min(0).max(6),
  field: FieldKey.nullable(),
  where: z.string().max(1000),
  of: z.string().max(1000),
  event: FieldKey.nullable(),
})

/** What is counted over a ledger now, and what it suggests to count. */
export const proposeMeasures = route({
  verb: 'measure.propose',
  method: 'GET',
  title: words('台账上的指标', 'Measures of a ledger'),
  input: z.object({ ledger: z.string().max(60) }),
  output: z.object({
    standing: z.array(z.object({ key: z.string(), title: Words, unit: Words, method: Words })),
    proposals: z.array(z.object({ draft: MeasureDraft, method: Words })),
  }),
})

/** The measures a form amounts to, operands first, and how the last of them is counted; declares nothing. */
export const draftMeasure = route({ verb: 'measure.draft', method: 'POST', title: words('试拟指标', 'Draft a measure'), input: z.object({ ledger: LedgerKey, draft: MeasureDraft }), output: z.object({ measures: z.array(Measure), method: Words }) })
