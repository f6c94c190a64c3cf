import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, EntryNumber, Whole } from './parts.ts'
import { route } from './route.ts'

const LedgerText = z.string().min(1).max(60)

/** A view as its users see it: `query` is what the address of the list carries; only its owner changes it. */
const View = z.object({ entry: z.number(), version: z.number(), name: z.string(), query: z.string(), shared: z.boolean(), by: z.string(), own: z.boolean() })
export type View = z.infer<typeof View>

export const listViews = route({ verb: 'view.list', method: 'GET', title: words('台账视图', 'Views of a ledger'), input: z.object({ ledger: LedgerText }), output: z.object({ views: z.array(View), can: Can }) })

/** A new view, or with `entry` and the version last seen a changed one; shared, it serves the office of its owner's post. */
export const saveView = route({
  verb: 'view.save',
  method: 'POST',
  title: words('保存台账视图', 'Save a view of a ledger'),
  input: z.object({ entry: EntryNumber.optional(), saw: Whole.optional(), ledger: LedgerText, name: z.string().trim().min(1).max(60), query: z.string().max(6000), shared: z.boolean() }),
  output: z.object({ entry: z.number(), version: z.number() }),
})

export const voidView = route({ verb: 'view.void', method: 'POST', title: words('删去台账视图', 'Drop a view of a ledger'), input: z.object({ entry: EntryNumber, saw: Whole }), output: z.object({ entry: z.number(), journal: z.number() }) })
