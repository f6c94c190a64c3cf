/** Words of taking a ledger away as a file, in Chinese. */
export const exportWords = {
  act: '导出',
  xlsx: '按当前筛选导出 Excel',
  xlsxRows: (rows: number) => `按当前筛选导出 Excel（${rows.toLocaleString('zh-CN')} 条）`,
  csv: '按当前筛选导出 CSV',
  template: '下载填报模板',
}
