import type { Block, Run } from '../../src/core/report/document.ts'
import type { Change } from '../../src/core/ledger/change.ts'
import type { Town } from '../../src/store/town.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'

/** Sections and numbers of the long report: about sixty pages of 22 lines of 28 characters. */
export const sections = 40
export const figures = 500
const paragraphs = 10
const words = '全镇上下紧扣年度目标，统筹推进各项重点工作，压实责任、细化措施、挂图作战，重点领域稳中有进，各条线工作有序开展，阶段成效持续显现。'

/** Writes the report of a period into a town: forty sections of ten paragraphs with five hundred bound numbers. */
export const longReport = async (town: Town, period: string): Promise<void> => {
  const measures = [...(await town.book()).declared.measures.keys()]
  let bound = 0
  const number = (): Run => ({ kind: 'figure', measure: measures[bound++ % measures.length] ?? '', show: 'value' })
  const paragraph = (section: number, at: number): Block => {
    const share = Math.ceil((figures * (section * paragraphs + at + 1)) / (sections * paragraphs)) - Math.ceil((figures * (section * paragraphs + at)) / (sections * paragraphs))
    return { kind: 'paragraph', id: `s${section}p${at}`, lead: `第${at + 1}项`, runs: [{ kind: 'text', text: words }, ...Array.from({ length: share }, () => [{ kind: 'text', text: '完成' }, number()] satisfies readonly Run[]).flat(), { kind: 'text', text: '。' }] }
  }
  const create = (ledger: string, fields: Readonly<Record<string, string>>, handle?: string): Change => ({ act: 'create', verb: 'report.create', ledger, spans: [{ from: null, to: null, fields }], ...(handle === undefined ? {} : { handle }) })
  const document = (section: number): readonly Block[] => [{ kind: 'heading', id: `s${section}h`, level: 2, text: `（${section + 1}）第${section + 1}方面工作` }, ...Array.from({ length: paragraphs }, (_, at) => paragraph(section, at))]
  const day = '2023-07-03'
  accepted(
    await town.commit({
      by: installation,
      changes: [
        create('report', { title: '工作报告', org: 'town', period, day, document: JSON.stringify({ title: '工作报告', blocks: [] }), state: 'draft' }, 'report'),
        ...Array.from({ length: sections }, (_, section) => create('section', { report: '@report', position: String(section + 1), org: 'office', day, document: JSON.stringify({ blocks: document(section) }) })),
      ],
    }),
  )
}
