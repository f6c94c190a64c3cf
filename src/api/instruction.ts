import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, FileContent, Whole, Words } from './parts.ts'
import { route } from './route.ts'

export const SupervisionOut = z.object({
  entry: z.number(),
  version: z.number(),
  number: z.string(),
  instruction: z.number(),
  org: z.string(),
  orgName: Words,
  day: DayText,
  due: DayText,
  content: z.string(),
  progress: z.string().nullable(),
  state: z.enum(['raised', 'signed', 'reported', 'closed']),
  /** Told from its day and today. */
  overdue: z.boolean(),
  can: Can,
})
export type SupervisionOut = z.infer<typeof SupervisionOut>

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
  items: z.array(SupervisionOut),
})
export type InstructionOut = z.infer<typeof InstructionOut>

/** Leaders' instructions, the latest first, a page of them, each with what was made of it. */
export const listInstructions = route({
  verb: 'instruction.list',
  method: 'GET',
  title: words('领导批示', "Leaders' instructions"),
  input: z.object({ report: EntryNumber.optional(), offset: Whole.default(0), limit: Whole.max(100).default(20) }),
  output: z.object({ instructions: z.array(InstructionOut), total: z.number(), can: Can }),
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
