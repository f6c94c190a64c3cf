import { z } from 'zod'
import { Field } from '../core/ledger/field.ts'
import { Ledger } from '../core/ledger/ledger.ts'
import { Procedure } from '../core/matter/procedure.ts'
import { words } from '../core/words.ts'
import { Can, Words } from './parts.ts'
import { route } from './route.ts'

/** One difference between two versions (core/matter/compare-procedures.ts). */
const ChangeOut = z.object({ at: z.enum(['procedure', 'state', 'step', 'clock']), title: Words, what: z.string(), was: z.string().nullable(), is: z.string().nullable() })

/** A ledger with the procedure it follows, every version of it with what it changed, and how many open matters follow which. */
export const readProcedure = route({
  verb: 'procedure.read',
  method: 'GET',
  title: words('办理程序', 'Procedure of a ledger'),
  input: z.object({ ledger: z.string().max(48) }),
  output: z.object({
    ledger: Ledger,
    /** Journal number of the declaration that stands. */
    saw: z.number(),
    entries: z.number(),
    /** How many matters stand in each state. */
    standing: z.record(z.string(), z.number()),
    versions: z.array(z.object({ version: z.number(), number: z.number(), recordedAt: z.string(), by: z.string(), reason: z.string().nullable(), changes: z.array(ChangeOut), open: z.number() })),
    can: Can,
  }),
})

/** Procedures that may be given to a ledger without one: those of the pack, and those of the town's other ledgers. */
export const listProcedures = route({
  verb: 'procedure.list',
  method: 'GET',
  title: words('可用的办理程序', 'Procedures to choose from'),
  input: z.object({}),
  output: z.object({ procedures: z.array(z.object({ key: z.string(), title: Words, of: z.enum(['pack', 'town']), procedure: Procedure, fields: z.array(Field) })) }),
})
