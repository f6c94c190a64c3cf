import type { Field, FieldKind } from '../field.ts'
import { choice, flag } from './choice.ts'
import { day, period } from './day.ts'
import type { Kind } from './kind.ts'
import { file } from './file.ts'
import { decimal, integer } from './number.ts'
import { document, sealed } from './protected.ts'
import { org, reference } from './reference.ts'
import { note, text } from './text.ts'

/** Every kind of field; adding one is a file, a line here and a file in the web's fields. */
const kinds: Readonly<Record<FieldKind, Kind>> = { text, note, integer, decimal, day, period, choice, flag, org, reference, sealed, document, file }

export const kindOf = (field: Field): Kind => kinds[field.kind]
