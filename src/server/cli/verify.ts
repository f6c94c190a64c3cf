import { readFile } from 'node:fs/promises'
import { words } from '../../core/words.ts'
import { readSealedEdition } from '../../formats/docx/properties.ts'
import type { Anchor, Verified } from '../../store/verify/verify.ts'
import { verifyTown } from '../../store/verify/verify.ts'
import { errorCode } from '../../store/store-unavailable.ts'
import type { Command } from './command.ts'
import { Refused } from './command.ts'
import { printJson, printLine } from './print.ts'
import { tableText } from './table.ts'
import { withTown } from './with-town.ts'

export const verify: Command = {
  name: 'verify',
  about: words('逐条核对流水，重算全部数字；有任何出入时退出码不为零。', 'Walks the whole chain and recounts every figure; non-zero on any difference.'),
  synopsis: '[--against EDITION.docx] [--json]',
  options: { against: { type: 'string' }, json: { type: 'boolean' } },
  operands: [],
  run: async (given) => {
    const anchor = await anchorOf(given.text('against'))
    return withTown(given, async (town) => {
      const verified = await verifyTown(town.db, town, anchor)
      if (given.flag('json')) printJson(verified)
      else printLine(verifiedText(verified))
      return verified.ok ? 0 : 1
    })
  },
}

/** The journal head a sealed edition prints. */
const anchorOf = async (file: string | undefined): Promise<Anchor | undefined> => {
  if (file === undefined) return undefined
  const bytes = await readFile(file).catch((problem: unknown) => {
    throw new Refused(`读不了文件 ${file}（${errorCode(problem)}）。 The file ${file} cannot be read (${errorCode(problem)}).`)
  })
  const sealed = readSealedEdition(bytes)
  if (sealed === undefined) throw new Refused(`${file} 不是定版的报告。 ${file} is not a sealed edition.`)
  return { number: sealed.headNumber, hash: sealed.headHash }
}

/** What was checked and, where something differs, what and where. */
export const verifiedText = ({ ok, journal, figures, differences }: Verified): string => {
  const checked = `流水 ${journal.rows} 条，指标 ${figures} 个；${journal.rows} journal rows, ${figures} measures; 链头 head ${journal.head}`
  if (ok) return `核对无误 Verified: ${checked}`
  return [`有 ${differences.length} 处出入 ${differences.length} differences: ${checked}`, tableText(columns, differences.map(({ kind, where, expected, found }) => [kind, where, short(expected), short(found)]))].join('\n')
}

const columns = [{ title: '种类 Kind' }, { title: '位置 Where' }, { title: '应为 Expected' }, { title: '实为 Found' }]

const short = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 77)}…`)
