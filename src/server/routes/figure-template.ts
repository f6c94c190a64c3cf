import { templateFigures } from '../../api/figure.ts'
import type { PrintedCell } from '../../core/report/indicator-print.ts'
import { unitText } from '../../core/quantity/unit.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { sameLastYear, titleOf } from '../../core/time/period.ts'
import { writeXlsx } from '../../formats/xlsx/write-xlsx.ts'
import { mediaTypes } from '../document/media-type.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'
import { readPeriod } from '../read-scope.ts'

const heads = ['指标', '责任单位', '统计范围', '所属期', '数值', '计量单位', '同比（%）', '来源']

/** The workbook the reading desk takes back: one row for each measure of the town, its value left to fill. */
export const templateFiguresEndpoint = endpoint({
  route: templateFigures,
  load: async ({ input }) => {
    const period = readPeriod(input.period)
    return isRefusal(period) ? period : sameLastYear(period)
  },
  present: async (period, { book, today }) => {
    const tree = book.treeAt(today)
    const text = (words: string): PrintedCell => ({ kind: 'text', text: words })
    const rows = [...book.declared.measures.values()].filter((measure) => measure.part !== true).map((measure) => [measure.title.zh, orgName(tree, measure.owner).zh, orgName(tree, tree.root).zh, period.key, '', unitText(measure.display, 'zh'), '', ''].map(text))
    const title = `${orgName(tree, tree.root).zh}${titleOf(period).zh}期初数`
    const bytes = await writeXlsx({ name: '期初数', title, covers: '填写数值（按所列计量单位）和来源，另存后在“来源文件”识读；没有数的行留空，村的数复制一行并改写统计范围。', heads, rows, notes: [], signature: '', widths: [36, 20, 16, 12, 14, 12, 12, 36] })
    return { bytes, type: mediaTypes.xlsx, name: `${title}.xlsx` }
  },
})
