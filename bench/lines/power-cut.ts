import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { endure } from '../kill/endure.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'

/** The same with the disk losing its power (bench/power-cut.sh). Only with `--full` or by name, and only as root. */
export const name = 'power-cut'

export const run = async (context: Context): Promise<readonly Result[]> => {
  if (process.getuid?.() !== 0) {
    context.say('not run: it needs root')
    return []
  }
  const place = mkdtempSync(join(tmpdir(), 'zhenwu-power-'))
  const [image, disk] = [join(place, 'image'), join(place, 'disk')]
  const script = (...words: readonly string[]): unknown => execFileSync(join(import.meta.dirname, '..', 'power-cut.sh'), words, { stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('chmod', ['755', place])
  script('make', image, disk)
  try {
    const { told, lost, halves, unclean } = await endure(join(disk, 'data'), () => script('cut', disk), () => script('again', image, disk))
    context.say(`${told} acknowledged change sets; ${lost} lost, ${halves} half done, ${unclean} differences`)
    return [
      bounded({ name: 'power cut x10: acknowledged writes lost', value: lost, unit: 'writes', most: 0 }),
      bounded({ name: 'power cut x10: half done, or not clean afterwards', value: halves + unclean, unit: 'found', most: 0 }),
    ]
  } finally {
    script('end', disk)
    rmSync(place, { recursive: true, force: true })
  }
}
