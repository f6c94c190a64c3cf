import type { SetupOrg } from '../../../api/setup.ts'
import type { InputOf } from '../../app/wire.ts'

/** A line of the list as it is being edited. `was` is the org it stands for, undefined for one that is added. */
export type OrgLine = { readonly id: string; readonly code: string; readonly zh: string; readonly en: string; readonly removed: boolean; readonly was: SetupOrg | undefined }

type Kind = 'office' | 'village'

export const linesOf = (orgs: readonly SetupOrg[]): readonly OrgLine[] => orgs.map((org) => ({ id: org.code, code: org.code, zh: org.zh, en: org.en, removed: false, was: org }))

/** Names of a pasted list that are not there yet, one a row; among the cells of a row the code is the one of nine to twelve digits, the name the first that is no number. */
export const pastedLines = (text: string, standing: readonly OrgLine[]): readonly Pick<OrgLine, 'code' | 'zh'>[] => {
  const seen = new Set(standing.filter((line) => !line.removed).flatMap((line) => [line.zh, line.code]))
  return text.split(/\r?\n/).flatMap((row) => {
    const cells = row.replace(/^\s*(\d{9,12})\s+/, '$1\t').split(/[\t,，]/).map((cell) => cell.trim())
    const code = cells.find((cell) => /^\d{9,12}$/.test(cell)) ?? ''
    const zh = cells.find((cell) => /\D/.test(cell)) ?? ''
    if (zh === '' || heading.test(zh) || seen.has(zh) || (code !== '' && seen.has(code))) return []
    for (const each of [zh, code]) seen.add(each)
    return [{ code, zh }]
  })
}

/** What stands over a column and names nothing. */
const heading = /^(序号|名称|村名|单位|单位名称|村（社区）|村（社区）名称|代码|编码|name|code)$/i

/** What the edited list asks for; undefined where nothing is asked. */
export const wishesOf = (lines: readonly OrgLine[], kind: Kind): InputOf<'setup.orgs'> | undefined => {
  const asked = {
    add: lines.filter((line) => line.was === undefined && !line.removed).map(({ code, zh, en }) => ({ kind, zh: zh.trim(), ...(code.trim() === '' ? {} : { code: code.trim() }), ...(en.trim() === '' ? {} : { en: en.trim() }) })),
    rename: lines.filter((line) => isRenamed(line) && !line.removed).map(({ code, zh, en, was }) => ({ code, zh: zh.trim(), ...(en.trim() === '' || (en === was?.en && zh !== was.zh) ? {} : { en: en.trim() }) })),
    remove: lines.filter((line) => line.was !== undefined && line.removed).map((line) => line.code),
  }
  return asked.add.length + asked.rename.length + asked.remove.length === 0 ? undefined : asked
}

export const isRenamed = ({ zh, en, was }: OrgLine): boolean => was !== undefined && (zh !== was.zh || en !== was.en)

/** Which line a refusal speaks of: `remove.1` is the second of those to be taken out. */
export const lineOfProblem = (field: string, lines: readonly OrgLine[]): OrgLine | undefined => {
  const [list, at] = field.split('.')
  const listed = lines.filter((line) => (list === 'add' ? line.was === undefined && !line.removed : list === 'rename' ? isRenamed(line) && !line.removed : line.was !== undefined && line.removed))
  return listed[Number(at)]
}
