import { writeFile } from 'node:fs/promises'
import type pg from 'pg'
import { words } from '../../core/words.ts'
import type { Template } from '../../formats/docx/template.ts'
import { openTemplate } from '../../formats/docx/template.ts'
import { loadBook } from '../../store/book.ts'
import { getFile } from '../../store/files.ts'
import { findFreeze } from '../../store/freezes.ts'
import { findReport } from '../../store/reports.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import { errorCode } from '../../store/store-unavailable.ts'
import { tellReport } from '../../store/tell-report.ts'
import { findTemplates } from '../../store/templates.ts'
import { isDemo } from '../demo/is-demo.ts'
import { reportFile } from '../report-docx.ts'
import type { Command } from './command.ts'
import { granted, Misused, Refused, refusedWith } from './command.ts'
import { printLine } from './print.ts'
import { periodOf } from './scope.ts'
import { withTown } from './with-town.ts'

export const report: Command = {
  name: 'report',
  about: words('把一个期间的报告写成 Word 文件，可用已上传的版式模板。', 'Writes the report of a period as a Word document, in an uploaded layout if one is named.'),
  synopsis: '--period 2023H1 --out FILE.docx [--template NAME]',
  options: { period: { type: 'string' }, out: { type: 'string' }, template: { type: 'string' } },
  operands: [],
  run: async (given) => {
    const period = periodOf(given)
    const out = given.text('out')
    const layout = given.text('template')
    if (out === undefined) throw new Misused('缺少 --out。 --out is missing.')
    const { bytes } = await withTown(given, async (town) => {
      const demo = await isDemo(town)
      return onSnapshot(town.db, async (client) => {
        const book = await loadBook(client, town.schema)
        const found = await findReport(client, town.schema, book, period.key)
        if (found === undefined) throw refusedWith('not-found', { what: `${period.key} 报告` })
        const template = layout === undefined ? undefined : await templateNamed(client, town.schema, layout)
        const freeze = await findFreeze(client, town.schema, found.id)
        const document = freeze?.document ?? found.document
        const { scope, told } = await tellReport(client, town.schema, book, document, { period, org: found.org, cutoff: period.to, asOf: freeze?.pins.asOf ?? book.head })
        const org = book.orgs.orgs.get(found.org)?.zh ?? found.org
        return reportFile({ document, told, measures: scope.measures, period: period.key, org, demo, template })
      })
    })
    await writeFile(out, bytes).catch((problem: unknown) => {
      throw new Refused(`写不了文件 ${out}（${errorCode(problem)}）。 The file ${out} cannot be written (${errorCode(problem)}).`)
    })
    printLine(`已写出 ${out}。 Wrote ${out}.`)
    return 0
  },
}

/** The layout that was uploaded under a title. */
const templateNamed = async (client: pg.PoolClient, schema: string, title: string): Promise<Template> => {
  const standing = await findTemplates(client, schema)
  const named = standing.find((each) => each.title === title.normalize('NFC').trim())
  if (named === undefined) throw refusedWith('template-unknown', { title, titles: standing.length === 0 ? '—' : standing.map((each) => each.title).join('、') })
  return granted(openTemplate((await getFile(client, schema, named.hash)).bytes))
}
