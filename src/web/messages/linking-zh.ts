/** Words of links between registers, in Chinese. */
export const linkingWords = {
  find: '输入名称、代码、拼音首字母或编号',
  finding: '正在查找',
  none: '名册中没有找到',
  more: '只列出前 20 条，请再多输入几个字',
  notOpen: '您看不到这本名册，不能按名称查找。',
  filled: (entry: number) => `取自名册 #${entry}，可以改`,
  savedAbout: '上级报表由账本填好、登记时从名册带出，不必再录入的单元格。只按月合计，不计到人；同一张表同一期只计最近一次填写。',
  savedTotal: (cells: string) => `累计 ${cells} 个`,
  savedNone: '还没有由账本填过或从名册带出过。',
  month: '月份',
  formCells: '上级报表',
  entryCells: '登记带出',
}
