import type { Block, FigureRun } from '../../src/core/report/document.ts'
import type { Printed as OnPaper } from '../../src/core/report/word/plain.ts'
import { wordBack } from '../../src/core/report/word/word-back.ts'
import type { WordBack, WordBackInput } from '../../src/core/report/word/word-back.ts'
import type { WordDocument } from '../../src/core/report/word/word-document.ts'
import type { Section } from '../../src/core/report/section.ts'
import { decimal } from '../../src/core/quantity/decimal.ts'
import { period } from '../../src/core/time/period.ts'
import { figureTag } from '../../src/formats/docx/content-control.ts'
import { writeDocx, type DocxInput } from '../../src/formats/docx/write-docx.ts'

/** A small report in two sections with every kind of block and run, as it is exported and compared when it comes back. */

const figure = (measure: string, show: FigureRun['show'] = 'value'): FigureRun => ({ kind: 'figure', measure, show })
const text = (words: string, source?: string) => ({ kind: 'text', text: words, ...(source === undefined ? {} : { source }) }) as const

export const longMeasure = `${'industrial-'.repeat(5)}output`

export const firstBlocks: readonly Block[] = [
  { kind: 'heading', id: 'h-1', level: 1, text: '一、工作回顾' },
  { kind: 'paragraph', id: 'p-output', lead: '工业稳步发展', runs: [text('全镇实现规上工业产值'), figure(longMeasure), text('，'), figure(longMeasure, 'change'), text('；完成年度目标的'), figure(longMeasure, 'completion'), text('。')] },
  { kind: 'paragraph', id: 'p-farm', runs: [text('生猪出栏'), figure('pigs'), text('，粮食播种面积'), figure('grain'), text('，新增就业'), text('1200人', '人社所台账'), text('。')] },
  { kind: 'item', id: 'i-1', marker: 'number', runs: [text('整治“低散乱”企业'), figure('firms'), text('。')] },
  { kind: 'item', id: 'i-2', marker: 'number', runs: [text('盘活闲置土地。')] },
  { kind: 'item', id: 'i-3', marker: 'dot', runs: [text('腾出空间'), figure('land')] },
]
export const secondBlocks: readonly Block[] = [
  { kind: 'heading', id: 'h-2', level: 2, text: '（一）民生' },
  { kind: 'heading', id: 'h-3', level: 4, text: '（1）养老' },
  { kind: 'paragraph', id: 'p-care', carried: true, runs: [text('养老服务覆盖率'), figure('care', 'share'), text('，惠及老人 '), figure('elders', 'about'), text('。')] },
  { kind: 'table', id: 't-1', rows: [[{ runs: [text('项目')] }, { runs: [text('数量')] }], [{ runs: [text('农村公路')] }, { runs: [figure('roads')] }]] },
  { kind: 'paragraph', id: 'p-end', runs: [text('下一步继续抓好落实。')] },
]

const told: Readonly<Record<string, string>> = {
  [`${longMeasure}:value`]: '32.65亿元', [`${longMeasure}:change`]: '同比增长6.6%', [`${longMeasure}:completion`]: '51.2%', 'pigs:value': '2.07万头', 'grain:value': '1.35万亩', 'firms:value': '16家', 'land:value': '120亩', 'care:share': '46.8%', 'elders:about': '1.2万余人', 'roads:value': '35公里',
}
export const printed: OnPaper = (run) => ({ text: told[`${run.measure}:${run.show}`] ?? '〔待报〕', estimate: run.measure === 'grain' })

export const section = (id: number, blocks: readonly Block[], version = 10): Section => ({ id, version, report: 7, position: decimal(String(id)), org: '330282112', budget: null, blocks })
export const sections: readonly Section[] = [section(1, firstBlocks), section(2, secondBlocks)]
export const title = '2023年上半年工作回顾及下半年工作计划'

export const written = (more: Partial<DocxInput> = {}): Promise<Uint8Array> =>
  writeDocx({
    document: { title, blocks: [...firstBlocks, ...secondBlocks] },
    printed: (run) => {
      const { text: number, estimate } = printed(run)
      return [...(estimate ? [{ text: '预计' }] : []), { text: number, tag: figureTag({ ...run, period: '2023H1' }), title: run.measure }]
    },
    footer: { period: period('2023H1'), org: '新浦镇', demo: '演示数据，非真实数据' },
    taken: { town: '330282112', report: 7, journal: 42, figures: 42 },
    ...more,
  })

/** What a returned file says of the report; new blocks are called n1, n2 … */
export const comparedWith = (returned: WordDocument, more: Partial<WordBackInput> = {}): WordBack => {
  let count = 0
  return wordBack({ returned, title, period: '2023H1', base: sections, now: sections, printed, newId: () => `n${(count += 1)}`, ...more })
}
