import type { SheetRow } from './cell.ts'
import { narrow } from './cell.ts'

const total = /^(合计|小计|总计|共计|累计|本页合计|平均)(:.*)?$|^.{1,10}(小计|合计|总计)$/
const foot = /^(制表|填表|填报|审核|复核|经办|统计|单位|分管|主要)?(人|员|人员|单位|日期|时间|电话|负责人|领导|责任人|签字|盖章|签章)?(签字|签名|盖章|签章)?(\((签字|签名|盖章|签章|公章)\))?:|^(注|备注|附注|说明|填表说明|数据来源)\d*:/

/** What a total or a foot cannot be without. */
const telling = /[计均:：]/

/** Whether a row is a total or the foot of a form: no data, and told as left out. A number that counts the rows may stand before a total. */
export const isFooting = (row: SheetRow): 'total' | 'footer' | undefined => {
  let looked = 0
  for (const cell of row.cells) {
    if (cell === null) continue
    if (cell.kind !== 'text') {
      if (looked > 0 || cell.kind !== 'number') return undefined
      looked += 1
      continue
    }
    if (cell.text.trim() === '') continue
    if (telling.test(cell.text)) {
      const text = narrow(cell.text).replaceAll(' ', '')
      if (total.test(text)) return 'total'
      if (looked === 0 && foot.test(text)) return 'footer'
    }
    looked += 1
    if (looked > 1) return undefined
  }
  return undefined
}
