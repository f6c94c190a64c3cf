import { checkText } from '../../core/checking/check-text.ts'
import type { Checked, CheckFinding } from '../../core/checking/finding.ts'
import { words } from '../../core/words.ts'
import { againstTown } from './against-town.ts'
import type { Command } from './command.ts'
import { onDocuments } from './documents.ts'
import { lineFinder } from './line-finder.ts'
import { shortLine } from './table.ts'

/** Holds a document against itself, which needs no town; with a period also against the book of one. */
export const check: Command = {
  name: 'check',
  about: words('核对报告或计划自身：和、占比、增速、目标、前后说法；加 --period 再与账上的数字核对；- 为标准输入。', 'Holds a report or plan against itself: sums, shares, growth, targets, what is told twice; with --period also against the book; - is standard input.'),
  synopsis: 'FILE… [--period 2023H1] [--json]',
  options: { period: { type: 'string' }, json: { type: 'boolean' } },
  operands: ['FILE'],
  several: true,
  run: (given) => {
    const checking = (hold: (text: string) => Checked | Promise<Checked>): Promise<number> =>
      onDocuments(given, async ({ text }) => {
        const checked = await hold(text)
        return { json: { findings: checked.findings.map(findingLine), confirmed: checked.confirmed.map(findingLine) }, lines: () => checkedLines(checked, text) }
      })
    return given.text('period') === undefined ? checking(checkText) : againstTown(given, checking)
  },
}

/** What `--json` prints of one finding, in this order; messages are in Chinese. */
const findingLine = ({ rule, severity, quote, offset, message, arithmetic }: CheckFinding): Readonly<Record<string, unknown>> => ({ rule, severity, quote, offset, message: message.zh, arithmetic })

const checkedLines = ({ findings, confirmed }: Checked, text: string): string => {
  const lineOf = lineFinder(text)
  const place = ({ offset, quote }: CheckFinding): string => `第 ${lineOf(offset)} 行 ${shortLine(quote, 60)}`
  const row = (kind: string, finding: CheckFinding): string => [kind, place(finding), `${finding.message.zh} ${finding.message.en}`, ...(finding.arithmetic === null ? [] : [finding.arithmetic])].join(' · ')
  return [
    ...findings.map((finding) => row(severities[finding.severity], finding)),
    ...confirmed.map((finding) => row('相符 holds', finding)),
    `${findings.length} 处待查，${confirmed.length} 处相符。 ${findings.length} to look into, ${confirmed.length} that hold.`,
  ].join('\n')
}

const severities: Readonly<Record<CheckFinding['severity'], string>> = { error: '错误 error', warning: '存疑 warning', note: '提示 note' }
