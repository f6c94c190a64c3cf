import type { Field, FieldKind } from '../../core/ledger/field.ts'
import * as choice from './choice.tsx'
import * as day from './day.tsx'
import * as decimal from './decimal.tsx'
import * as document from './document.tsx'
import * as file from './file.tsx'
import type { FieldView } from './field-view.ts'
import * as flag from './flag.tsx'
import * as integer from './integer.tsx'
import * as note from './note.tsx'
import * as org from './org.tsx'
import * as period from './period.tsx'
import * as reference from './reference.tsx'
import * as sealed from './sealed.tsx'
import * as text from './text.tsx'

const views: Readonly<Record<FieldKind, FieldView>> = { text, note, integer, decimal, day, period, choice, flag, org, reference, sealed, document, file }

/** The view of a field's kind. */
export const viewOf = (field: Field): FieldView => views[field.kind]

/** Numbers stand at the right, under each other. */
export const isNumeric = (field: Field): boolean => field.kind === 'integer' || field.kind === 'decimal'
