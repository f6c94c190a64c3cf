import { z } from 'zod'
import { Words } from '../words.ts'
import { UnitKey } from '../quantity/unit.ts'
import { textFormats } from './check-digits/text-format.ts'

/** Keys of ledgers and measures: words joined by hyphens, as they stand in a verb. */
export const LedgerKey = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).max(48)

/** Keys of fields: words joined by underscores, as they stand in a column. */
export const FieldKey = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/).max(48)

/** Columns every ledger table has, and the one name that every object of the runtime answers to; no field may take them. */
export const reservedColumns: readonly string[] = ['id', 'span', 'version', 'void', 'valid_from', 'valid_to', 'constructor']

export const fieldKinds = ['text', 'note', 'integer', 'decimal', 'day', 'period', 'choice', 'flag', 'org', 'reference', 'sealed', 'document', 'file'] as const
export const FieldKind = z.enum(fieldKinds)
export type FieldKind = z.infer<typeof FieldKind>

/** What a reader sees of a personal text she may not read in full (HANDBOOK §4.3). */
export const MaskRule = z.enum(['name', 'phone', 'identity', 'account', 'address'])
export type MaskRule = z.infer<typeof MaskRule>

export const Choice = z.object({ key: z.string().min(1).max(64), title: Words, /** Other words people write for it. */ synonyms: z.array(z.string().min(1).max(60)).readonly().optional() }).readonly()
export type Choice = z.infer<typeof Choice>

/**
 * One typed column of a ledger. `personal` marks what the record must protect: restricted fields are
 * masked by rule, sealed ones are kept as ciphertext only (个人信息保护法 arts. 6, 28).
 */
export const Field = z
  .object({
    key: FieldKey,
    title: Words,
    kind: FieldKind,
    /** Other words people head its column with. */
    synonyms: z.array(z.string().min(1).max(60)).readonly().optional(),
    required: z.boolean().optional(),
    personal: z.enum(['restricted', 'sealed']).optional(),
    /** Unit of measure of a number, and the most decimals it may be written with. */
    unit: UnitKey.optional(),
    decimals: z.number().int().min(0).max(12).optional(),
    min: z.string().optional(),
    max: z.string().optional(),
    choices: z.array(Choice).readonly().optional(),
    /** Ledger a reference points to, and which of its fields are copied at entry. */
    ledger: LedgerKey.optional(),
    carries: z.array(z.object({ from: FieldKey, to: FieldKey }).readonly()).readonly().optional(),
    maxLength: z.number().int().positive().optional(),
    /** Which form its text has; one of another form is warned of, never refused. */
    format: z.enum(textFormats).optional(),
    /** Of a text: the register whose entries are found by what is typed. A reference finds those of its ledger. */
    finds: LedgerKey.optional(),
    /** Filled, while it is empty, from the entry chosen in a field that finds one: `field.attribute`. */
    filledBy: z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/).max(97).optional(),
    /** Written by a verb of its own; a form does not ask for it and a row entered by hand may not give it. */
    fixed: z.boolean().optional(),
    /** Asked for no longer: no form, list or sheet shows it; rows keep what they say. */
    retired: z.boolean().optional(),
    /** Which rule covers a restricted text; by its shape unless said. */
    mask: MaskRule.optional(),
    /** Of a file: the fields of the same ledger into which the day and the place of a photo are taken; without them they are thrown away. */
    taken: z.object({ day: FieldKey.optional(), place: FieldKey.optional() }).readonly().optional(),
  })
  .readonly()
export type Field = z.infer<typeof Field>
