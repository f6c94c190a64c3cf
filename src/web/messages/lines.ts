import type { Lang, Words } from '../../core/words.ts'

/** The name of a line of work; a line the product does not know goes by its key. */
export const lineTitle = (key: string, lang: Lang): string => lines[key]?.[lang] ?? key

/** The lines of work a ledger of the town can belong to. */
export const lineKeys = (): readonly string[] => Object.keys(lines).filter((key) => key !== 'system')

/** Lines of work in the order of the report, those the product does not know at the end. */
export const inLineOrder = (a: string, b: string): number => place(a) - place(b)

const place = (key: string): number => {
  const at = Object.keys(lines).indexOf(key)
  return at < 0 ? Object.keys(lines).length : at
}

const lines: Readonly<Record<string, Words>> = {
  economy: { zh: '综合经济', en: 'Economy' },
  industry: { zh: '工业', en: 'Industry' },
  agriculture: { zh: '农业', en: 'Agriculture' },
  commerce: { zh: '商贸', en: 'Commerce' },
  townscape: { zh: '城镇建设', en: 'Townscape' },
  villages: { zh: '乡村', en: 'Villages' },
  environment: { zh: '生态环境', en: 'Environment' },
  services: { zh: '公共服务', en: 'Public services' },
  relief: { zh: '社会保障', en: 'Relief' },
  culture: { zh: '文体', en: 'Culture' },
  order: { zh: '平安', en: 'Public order' },
  safety: { zh: '安全生产', en: 'Safety' },
  government: { zh: '政务', en: 'Government' },
  system: { zh: '系统', en: 'System' },
}
