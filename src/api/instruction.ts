import { z } from 'zod'
import { words } from '../core/words.ts'
import { MatterRow } from './matter.ts'
import { Can, DayText, EntryNumber, FileContent, Whole } from './parts.ts'
import { route } from './route.ts'

export const InstructionOut = z.object({
  entry: z.number(),
  leader: z.string(),
  day: DayText,
  text: z.string(),
  report: z.number().nullable(),
  section: z.number().nullable(),
  /** Name of the scan, where there is one. */
  scan: z.string().nullable(),
  by: z.string(),
  recordedAt: z.string(),
  /** Supervision items raised from it. */
  items: z.array(MatterRow),
})
export type InstructionOut = z.infer<typeof InstructionOut>

/** Leaders' instructions, the latest first, a page of them, each with what was made of it. */
export const listInstructions = route({
  verb: 'instruction.list',
  method: 'GET',
  title: words('领导批示', "Leaders' instructions"),
  input: z.object({ report: EntryNumber.optional(), offset: Whole.default(0), limit: Whole.max(100).default(20) }),
  output: z.object({ instructions: z.array(InstructionOut), total: z.number(), /** Key of the ledger that takes supervision items, where the town has one. */ supervisions: z.string().nullable(), can: Can }),
})

/** Keeps an instruction as a source: who gave it, when, its words, and a scan of the paper. */
export const createInstruction = route({
  verb: 'instruction.create',
  method: 'POST',
  title: words('登记批示', 'Record an instruction'),
  input: z.object({
    leader: z.string().trim().min(2).max(40),
    day: DayText,
    /** One word will do: 阅. */
    text: z.string().trim().min(1).max(2000),
    report: EntryNumber.optional(),
    section: EntryNumber.optional(),
    /** PDF, PNG or JPEG in base64, at most 20 MB of bytes. */
    scan: z.object({ name: z.string().trim().min(1).max(200), content: FileContent }).optional(),
  }),
  output: z.object({ instruction: z.number(), journal: z.number() }),
})

export const fetchInstruction = route({ verb: 'instruction.fetch', method: 'GET', title: words('下载批示扫描件', 'Fetch the scan of an instruction'), input: z.object({ instruction: EntryNumber }), output: z.instanceof(Uint8Array) })
