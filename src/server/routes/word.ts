import type { z } from 'zod'
import { returnReport, takeReport } from '../../api/word.ts'
import type { ReturnedBlockOut, ReturnedSectionOut, WordFindingOut, WordRemarkOut } from '../../api/word.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Change } from '../../core/ledger/change.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Block } from '../../core/report/document.ts'
import { sameBlock } from '../../core/report/merge-blocks.ts'
import { sectionTitle } from '../../core/report/section.ts'
import { diffText } from '../../core/report/text-diff.ts'
import type { Printed } from '../../core/report/word/plain.ts'
import { plainBlock } from '../../core/report/word/plain.ts'
import { inOrder } from '../../core/report/word/align.ts'
import { remarkWords } from '../../core/report/word/remark-words.ts'
import { findWordTaken } from '../../store/word-taken.ts'
import { endpoint } from '../endpoint.ts'
import type { LoadedWord } from '../load-word.ts'
import { loadWord } from '../load-word.ts'
import { orgRef } from '../org-ref.ts'

export const returnReportEndpoint = endpoint({
  route: returnReport,
  load: (ask, reader) => loadWord(ask, reader),
  present: (loaded, { book, caller, today }) => {
    const { report, returned, back, printed } = loaded
    const tree = book.treeAt(today)
    return {
      report: report.id,
      journal: returned.taken?.journal ?? null,
      title: back.title ?? null,
      sections: back.sections.flatMap(({ section, saw, before, blocks, changed, conflicts }): z.input<typeof ReturnedSectionOut>[] => {
        if (!changed) return []
        const { zh, en } = orgRef(tree, report.sections.find((each) => each.id === section)?.org ?? report.org)
        const text = (block: Block | null): string | null => (block === null ? null : plainBlock(block, printed))
        return [{ section, saw, title: sectionTitle(before), orgName: { zh, en }, blocks: presentBlocks(before, blocks, printed), conflicts: conflicts.map(({ id, mine, theirs }) => ({ block: id, mine: text(mine), theirs: text(theirs) })) }]
      }),
      findings: presentFindings(loaded),
      remarks: back.remarks.map((remark): z.input<typeof WordRemarkOut> => ({ ...remark })),
      can: { [takeReport.verb]: mayUse(caller.posts, takeReport.verb) },
    }
  },
})

/** A proposal for each section that was chosen and differs, a remark for each comment and tracked change; what an earlier taking of the same words left is not written twice. */
export const takeReportEndpoint = endpoint({
  route: takeReport,
  load: async (ask, reader) => {
    const loaded = await loadWord(ask, reader)
    return isRefusal(loaded) ? loaded : { ...loaded, taken: await findWordTaken(reader, ask.town.schema, loaded.report.id) }
  },
  decide: ({ report, back, taken }, ask) => ({ changes: takings({ report, back }, taken, ask) }),
  present: ({ report, back, taken }, ask, { journal }) => {
    const changes = takings({ report, back }, taken, ask)
    return { proposals: changes.filter((change) => change.ledger === 'proposal').length, remarks: changes.filter((change) => change.ledger === 'remark').length, journal }
  },
})

type Creation = Extract<Change, { act: 'create' }>
type Taking = { readonly input: z.output<typeof takeReport.input>; readonly today: string; readonly caller: { readonly person: number } }

const takings = ({ report, back }: Pick<LoadedWord, 'report' | 'back'>, taken: ReadonlySet<string>, { input, today, caller }: Taking): readonly Creation[] => {
  const chosen = new Set(input.sections)
  const orgOf = (section: number): string => report.sections.find((each) => each.id === section)?.org ?? report.org
  const common = (section: number) => ({ report: String(report.id), section: String(section), org: orgOf(section), day: today, person: String(caller.person), origin: 'word' })
  const create = (ledger: string, fields: Readonly<Record<string, string>>): Creation => ({ act: 'create', verb: takeReport.verb, ledger, spans: [{ from: null, to: null, fields }] })
  const proposals = back.sections.flatMap(({ section, saw, blocks, changed }) => {
    const document = JSON.stringify({ blocks })
    return changed && chosen.has(section) && !taken.has(`${section} ${document}`) ? [create('proposal', { ...common(section), saw: String(saw), document, note: input.name, state: 'proposed' })] : []
  })
  const remarks = !input.remarks
    ? []
    : back.remarks.flatMap(({ section, block, author, quote, ...remark }) => {
        const text = remarkWords(remark)
        const fields = { ...common(section), block, text, state: 'open', ...(quote === '' ? {} : { quote: quote.slice(0, 500) }), ...(author === '' ? {} : { author: author.slice(0, 100) }) }
        return block === '' || taken.has(`${section} ${block} ${text}`) ? [] : [create('remark', fields)]
      })
  return [...proposals, ...remarks]
}

/** The blocks that differ, in the order of the file, those taken out where they stood. */
const presentBlocks = (before: readonly Block[], after: readonly Block[], printed: Printed): z.input<typeof ReturnedBlockOut>[] => {
  const was = new Map(before.map((block, at) => [block.id ?? '', { block, at }]))
  const stands = new Set(after.map((block) => block.id))
  const places = after.map((block) => was.get(block.id ?? '')?.at)
  const kept = inOrder(places)
  const out: z.input<typeof ReturnedBlockOut>[] = []
  let next = 0
  const tellRemoved = (to: number): void => {
    for (; next < to; next += 1) {
      const block = before[next]
      if (block !== undefined && !stands.has(block.id)) out.push({ block: block.id ?? '', change: 'removed', differences: [{ kind: 'removed', text: plainBlock(block, printed) }] })
    }
  }
  after.forEach((block, at) => {
    const old = was.get(block.id ?? '')
    if (old !== undefined && kept.has(at)) tellRemoved(old.at)
    const differences = [...diffText(old === undefined ? '' : plainBlock(old.block, printed), plainBlock(block, printed))]
    if (old === undefined) out.push({ block: block.id ?? '', change: 'added', differences })
    else if (!sameBlock(old.block, block)) out.push({ block: block.id ?? '', change: 'changed', differences })
    else if (!kept.has(at)) out.push({ block: block.id ?? '', change: 'moved', differences })
  })
  tellRemoved(before.length)
  return out
}

const presentFindings = ({ back, measures, report }: LoadedWord): z.input<typeof WordFindingOut>[] => {
  const sectionOf = new Map([...report.sections.flatMap(({ id, blocks }) => blocks.map((block) => [block.id ?? '', id] as const)), ...back.sections.flatMap(({ section, blocks }) => blocks.map((block) => [block.id ?? '', section] as const))])
  return back.findings.map((finding): z.input<typeof WordFindingOut> => {
    const section = sectionOf.get(finding.block) ?? 0
    return finding.kind === 'loose' ? { ...finding, section } : { ...finding, section, title: measures.get(finding.measure)?.title.zh ?? finding.measure }
  })
}
