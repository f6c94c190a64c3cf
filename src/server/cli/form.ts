import { readFile, writeFile } from 'node:fs/promises'
import { townDay } from '../../core/time/instant.ts'
import { carryMapping, recogniseForm } from '../../core/filling/carry-mapping.ts'
import { formBlanks } from '../../core/filling/find-blanks.ts'
import { formTitle } from '../../core/filling/form-title.ts'
import { words } from '../../core/words.ts'
import { loadBook } from '../../store/book.ts'
import { findMappings } from '../../store/forms.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import { errorCode } from '../../store/store-unavailable.ts'
import { isDemo } from '../demo/is-demo.ts'
import type { Filler } from '../filling/fill-loaded.ts'
import { fillLoaded } from '../filling/fill-loaded.ts'
import { readFormApart } from '../filling/form-apart.ts'
import { formFiles } from '../filling/form-file.ts'
import { keptMapping, mostEarlier, suggestForm } from '../filling/load-form.ts'
import type { Command } from './command.ts'
import { granted, Refused, refusedWith } from './command.ts'
import { printJson, printLine } from './print.ts'
import { periodOf } from './scope.ts'
import { withTown } from './with-town.ts'

/** It reads every row, and personal fields as one who audits: not at all. Nobody fills, so the name of who does stays blank, and nothing is recorded. */
export const form: Command = {
  name: 'form',
  about: words('按已核对过的同样报表，把一份上级空白报表填好，个人信息留空。', 'Fills a blank form from above as the same form was gone through before; personal data stay blank.'),
  synopsis: 'FILE.xlsx --period 2023H1 [--out FILE.xlsx] [--json]',
  options: { period: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } },
  operands: ['FILE'],
  run: async (given) => {
    const period = periodOf(given)
    const [file = ''] = given.operands
    const out = given.text('out') ?? `${file.replace(/\.[^./\\]*$/, '')}-${period.key}.xlsx`
    const brought = await readFile(file).catch((problem: unknown) => {
      throw new Refused(`读不了文件 ${file}（${errorCode(problem)}）。 The file ${file} cannot be read (${errorCode(problem)}).`)
    })
    const { bytes, sheets } = granted(await readFormApart(brought))
    const found = granted(formBlanks(sheets))
    const { files, counts } = await withTown(given, async (town) => {
      const demo = await isDemo(town)
      return onSnapshot(town.db, async (client) => {
        const book = await loadBook(client, town.schema)
        const filler: Filler = { caller: { person: 0, name: '', posts: [{ role: 'auditor', org: book.orgs.root, deputyOf: null }] }, book, town, today: townDay(new Date().toISOString()), house: { demo: demo ? { accounts: [] } : undefined } }
        const suggested = suggestForm(found, sheets, filler)
        const before = recogniseForm([...suggested.cells, ...suggested.lists.flatMap((list) => list.columns)], await findMappings(client, town.schema, mostEarlier))
        if (before === undefined) throw refusedWith('form-not-ready')
        const carried = carryMapping(before.mapping, suggested.cells, suggested.lists)
        const known = { sheets, found, title: formTitle(sheets, file), bytes, mapping: keptMapping(carried) }
        const filled = await fillLoaded(filler, client, known, period, [])
        return { files: granted(await formFiles(filler, known, filled, 'inside')), counts: filled.counts }
      })
    })
    await writeFile(out, files.form).catch((problem: unknown) => {
      throw new Refused(`写不了文件 ${out}（${errorCode(problem)}）。 The file ${out} cannot be written (${errorCode(problem)}).`)
    })
    const all = counts.book + counts.typed + counts.none
    if (given.flag('json')) printJson({ file: out, period: period.key, cells: all, ...counts, left: files.left })
    else printLine(`已写出 ${out}，${all} 格中 ${counts.book} 格不用手填。 Wrote ${out}: ${counts.book} of ${all} cells nobody had to type.`)
    return 0
  },
}
