import { z } from 'zod'
import { ReportDocument } from '../core/report/document.ts'
import { indexNumberForm, noBreakdowns } from '../core/report/publication.ts'
import { words } from '../core/words.ts'
import { BlockChangeOut } from './block-change.ts'
import { Can, DayText, EntryNumber, Reason, Words } from './parts.ts'
import { ToldOut } from './report.ts'
import { route } from './route.ts'

/** Making an edition public, and what a stranger may read of it: never a row, a person, or a ledger that is not open to all inside. */

const Line = z.string().trim().min(2).max(60)

/** What the disclosure catalogue tells of a publication. */
export const Catalogue = z.object({ index: z.string(), issuer: z.string(), mode: z.string(), category: z.string(), theme: z.string(), day: DayText, made: DayText, scope: z.string() })
export type Catalogue = z.infer<typeof Catalogue>

export const PublicationRef = Catalogue.extend({ entry: z.number(), version: z.number(), edition: z.number(), title: z.string(), number: z.number(), smallCell: z.number(), state: z.enum(['public', 'withdrawn']) })
export type PublicationRef = z.infer<typeof PublicationRef>

/** Those of one edition or all, what the form for the next one starts from, and who may. `index` is null until the town has published once. */
export const listPublications = route({
  verb: 'publication.list',
  method: 'GET',
  title: words('公开目录', 'Publications'),
  input: z.object({ edition: EntryNumber.optional() }),
  output: z.object({ publications: z.array(PublicationRef), proposed: z.object({ index: z.string().nullable(), issuer: z.string(), made: DayText.nullable(), day: DayText }), can: Can }),
})

export const createPublication = route({
  verb: 'publication.create',
  method: 'POST',
  title: words('公开版次', 'Make an edition public'),
  input: z.object({
    edition: EntryNumber,
    index: z.string().regex(indexNumberForm),
    issuer: Line,
    mode: Line,
    category: Line,
    theme: Line,
    made: DayText,
    scope: Line,
    smallCell: z.number().int().min(3).max(50),
  }),
  output: z.object({ publication: z.number(), journal: z.number(), /** The check character of the code in the index number does not hold. */ codeDoubtful: z.boolean() }),
})

export const withdrawPublication = route({
  verb: 'publication.withdraw',
  method: 'POST',
  title: words('撤下公开', 'Withdraw a publication'),
  input: z.object({ publication: EntryNumber, saw: EntryNumber, reason: Reason }),
  output: z.object({ publication: z.number(), journal: z.number() }),
})

/** A number in a public text; enough to name it. */
export const PublicFigureRef = z.object({ id: z.string(), title: Words, source: z.enum(['computed', 'formula', 'reported', 'stated']) })
export type PublicFigureRef = z.infer<typeof PublicFigureRef>

/** One public edition of a report, by its publication. */
export const PublicEditionRef = z.object({ publication: z.number(), index: z.string(), number: z.number(), day: DayText })
export type PublicEditionRef = z.infer<typeof PublicEditionRef>

const PublicTown = z.object({ zh: z.string(), en: z.string(), demo: z.boolean(), today: DayText })

/** A public edition, or that it was withdrawn. */
export const readPublication = route({
  verb: 'publication.read',
  method: 'GET',
  title: words('公开页', 'Public page of an edition'),
  open: true,
  input: z.object({ publication: EntryNumber }),
  output: z.object({
    town: PublicTown,
    catalogue: Catalogue,
    smallCell: z.number(),
    title: z.string(),
    periodTitle: Words,
    edition: z.object({ number: z.number(), day: DayText, headNumber: z.number(), headHash: z.string() }),
    document: ReportDocument,
    told: z.array(ToldOut),
    figures: z.array(PublicFigureRef),
    /** Other editions of the same report that are public, the latest first. */
    editions: z.array(PublicEditionRef),
    /** Figures that changed after sealing, both values as told. */
    restatement: z.array(z.object({ measure: z.string(), title: Words, then: z.string(), now: z.string() })),
  }),
})
export type PublicationOut = z.infer<typeof readPublication.output>

/** What stands behind a number of a public edition, as far as strangers may know it. */
export const readPublicFigure = route({
  verb: 'publication.figure',
  method: 'GET',
  title: words('公开数字', 'Figure of a public edition'),
  open: true,
  input: z.object({ publication: EntryNumber, measure: z.string().max(64) }),
  output: z.object({
    id: z.string(),
    title: Words,
    text: z.string(),
    change: z.string().nullable(),
    about: Words,
    method: Words,
    unit: z.string(),
    ownerName: Words,
    source: z.enum(['computed', 'formula', 'reported', 'stated']),
    status: Words.nullable(),
    /** Null where there are fewer than the smallest count shown. */
    rows: z.number().nullable(),
    smallCell: z.number(),
    /** Null where it is not told org by org, and then `noOrg` says why; `withheld` are the orgs whose cells are not shown. Unless it `adds`, one thing may count in several orgs. */
    byOrg: z.object({ adds: z.boolean(), shown: z.array(z.object({ org: Words, value: z.string() })), withheld: z.array(Words) }).nullable(),
    noOrg: z.enum(noBreakdowns).nullable(),
  }),
})
export type PublicFigureOut = z.infer<typeof readPublicFigure.output>

/** The marked differences between two public editions of one report, the earlier first whichever was asked for. */
export const comparePublications = route({
  verb: 'publication.compare',
  method: 'GET',
  title: words('对照公开版次', 'Compare public editions'),
  open: true,
  input: z.object({ publication: EntryNumber, with: EntryNumber }),
  output: z.object({
    town: PublicTown,
    title: z.object({ was: z.string(), now: z.string() }),
    was: PublicEditionRef,
    now: PublicEditionRef,
    counts: z.object({ added: z.number(), removed: z.number(), changed: z.number(), moved: z.number() }),
    changes: z.array(BlockChangeOut),
  }),
})
export type PublicComparisonOut = z.infer<typeof comparePublications.output>
