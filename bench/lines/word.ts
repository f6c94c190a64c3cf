import { isRefusal } from '../../src/core/refusal/refusal.ts'
import { figureRuns } from '../../src/core/report/runs.ts'
import { wordBack } from '../../src/core/report/word/word-back.ts'
import { readDocx } from '../../src/formats/docx/read-docx.ts'
import { writeDocx } from '../../src/formats/docx/write-docx.ts'
import { median, milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { longPrinted, longReport, longSections } from '../synthetic/long-report.ts'

/** A report of sixty pages and 500 figures: written as a Word file, and read back and compared with what it was written from. */
export const name = 'word'

const rounds = 5

export const run = async (): Promise<readonly Result[]> => {
  const bytes = await writeDocx(longReport)
  const back = async (): Promise<void> => {
    const returned = readDocx(bytes)
    if (isRefusal(returned)) throw new Error(returned.code)
    const { sections, findings } = wordBack({ returned, title: longReport.document.title, period: '2023H1', base: longSections, now: longSections, printed: longPrinted, newId: () => 'new' })
    const bound = sections.reduce((count, { blocks }) => count + figureRuns(blocks).length, 0)
    if (bound !== 500 || findings.length > 0 || sections.some(({ changed }) => changed)) throw new Error(`${bound} figures came back, ${findings.length} findings`)
  }
  const times = { out: [] as number[], back: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.out.push(await milliseconds(() => writeDocx(longReport)))
    times.back.push(await milliseconds(back))
  }
  return [
    bounded({ name: 'word: 60 pages, 500 figures out', value: median(times.out), unit: 'ms', most: 2000 }),
    bounded({ name: 'word: the same back and compared', value: median(times.back), unit: 'ms', most: 3000 }),
  ]
}
