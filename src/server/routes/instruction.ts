import { createInstruction, fetchInstruction, listInstructions } from '../../api/instruction.ts'
import { createSupervision } from '../../api/supervision.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Predicate } from '../../core/access/predicate.ts'
import { both } from '../../core/access/predicate.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { supervisionLedger } from '../../core/report/supervision.ts'
import { getFile, putFile } from '../../store/files.ts'
import { findInstruction, listInstructions as findInstructions } from '../../store/instructions.ts'
import { listMatters } from '../../store/matters.ts'
import { namesOf } from '../../store/people.ts'
import { findReportById } from '../../store/reports.ts'
import { settingValue } from '../../store/town-settings.ts'
import { takeScan } from '../document/scan.ts'
import { endpoint } from '../endpoint.ts'
import { handlerOf, presentMatterRow } from '../present-matter.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'

/** Items shown with the instructions of a page. */
const most = 500

export const listInstructionsEndpoint = endpoint({
  route: listInstructions,
  load: async (ask, reader) => {
    const { input, town, book } = ask
    const { total, instructions } = await findInstructions(reader, town.schema, input.report, input)
    const ledger = supervisionLedger(book.declared.ledgers.values())
    const from: Predicate = { kind: 'in', field: 'instruction', values: instructions.map(({ id }) => String(id)) }
    const { rows } = ledger === undefined ? { rows: [] } : await listMatters(reader, town.schema, [{ ledger, where: both(rightsIn(ledger, ask).read, from) }], { order: 'due', offset: 0, limit: most })
    const people = [...instructions.map((each) => each.person), ...rows.map(({ entry }) => handlerOf(entry))]
    return { total, instructions, rows, supervisions: ledger?.key ?? null, few: await settingValue(reader, town.schema, 'matter-yellow'), nameOf: await namesOf(reader, town.schema, people) }
  },
  present: ({ total, instructions, rows, supervisions, few, nameOf }, ask) => ({
    total,
    supervisions,
    instructions: instructions.map(({ id, leader, day, text, report, section, name, person, recordedAt }) => ({
      entry: id, leader, day, text, report, section, scan: name, by: nameOf(person), recordedAt,
      items: rows.filter(({ entry }) => lastSpan(entry).fields['instruction'] === String(id)).flatMap(({ ledger, entry }) => (ledger.procedure === undefined ? [] : [presentMatterRow(ledger, ledger.procedure, entry, rightsIn(ledger, ask), { tree: ask.book.treeAt(ask.today), calendar: ask.book.calendar, today: ask.today, few }, nameOf)])),
    })),
    can: Object.fromEntries([createInstruction.verb, createSupervision.verb].map((verb) => [verb, mayUse(ask.caller.posts, verb) && (verb !== createSupervision.verb || supervisions !== null)])),
  }),
})

export const createInstructionEndpoint = endpoint({
  route: createInstruction,
  load: async ({ input, town, book, today }, reader) => {
    const day = readDay('day', input.day)
    if (isRefusal(day)) return day
    if (day > today) return fieldProblem('day', 'above-maximum', { max: today })
    const report = input.report === undefined ? undefined : await findReportById(reader, town.schema, book, input.report)
    if (input.report !== undefined && report === undefined) return fieldProblem('report', 'not-found', { what: `#${input.report}` })
    if (input.section !== undefined && report?.sections.every((section) => section.id !== input.section) !== false) return fieldProblem('section', 'not-found', { what: `#${input.section}` })
    const scan = input.scan === undefined ? undefined : takeScan(input.scan.content, 'scan.content')
    return isRefusal(scan) ? scan : { scan }
  },
  prepare: async (seen, { town }) => {
    if (seen.scan !== undefined) await putFile(town.db.pool, town.schema, seen.scan)
    return seen
  },
  decide: ({ scan }, { input, book, today }) => ({
    changes: [
      {
        act: 'create', verb: createInstruction.verb, ledger: 'instruction',
        spans: [{
          from: null, to: null,
          fields: {
            org: book.treeAt(today).root, day: input.day, leader: input.leader, text: input.text,
            ...(input.report === undefined ? {} : { report: String(input.report) }),
            ...(input.section === undefined ? {} : { section: String(input.section) }),
            ...(scan === undefined || input.scan === undefined ? {} : { hash: scan.hash, name: input.scan.name, media_type: scan.mediaType }),
          },
        }],
      },
    ],
  }),
  present: (_, __, { id, journal }) => ({ instruction: id, journal }),
})

/** The scan as it was handed over, as a file to keep. */
export const fetchInstructionEndpoint = endpoint({
  route: fetchInstruction,
  load: async ({ input, town }, reader) => {
    const instruction = await findInstruction(reader, town.schema, input.instruction)
    if (instruction === undefined || instruction.hash === null) return refuse('not-found', { what: `#${input.instruction}` })
    return { name: instruction.name ?? '批示', file: await getFile(reader, town.schema, instruction.hash) }
  },
  present: ({ name, file }) => ({ bytes: file.bytes, type: file.mediaType, name: name.replace(/[\\/:*?"<>|\r\n]/g, '_') }),
})
