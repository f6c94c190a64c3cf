import { readText } from '../../core/reading/read-text.ts'
import type { ReadChange, ReadCommitment, ReadFigure, Reading } from '../../core/reading/reading.ts'
import { words } from '../../core/words.ts'
import type { Command } from './command.ts'
import { onDocuments } from './documents.ts'
import { lineFinder } from './line-finder.ts'
import { shortLine, tableText } from './table.ts'

/** Needs no town: a document is read by itself. */
export const read: Command = {
  name: 'read',
  about: words('从报告或计划中读出数字和承诺；- 为标准输入。', 'Reads the figures and commitments of a report or plan; - is standard input.'),
  synopsis: 'FILE… [--json] [--explain]',
  options: { json: { type: 'boolean' }, explain: { type: 'boolean' } },
  operands: ['FILE'],
  several: true,
  run: (given) => {
    const explain = given.flag('explain')
    return onDocuments(given, ({ text }) => {
      const reading = readText(text)
      return {
        json: { figures: reading.figures.map((figure) => figureLine(figure, explain)), commitments: reading.commitments.map((commitment) => commitmentLine(commitment, explain)) },
        lines: () => readingLines(reading, text, explain),
      }
    })
  },
}

/** What `--json` prints of one figure, in this order. */
const figureLine = (figure: ReadFigure, explain: boolean): Readonly<Record<string, unknown>> => {
  const { quote, offset, subject, value, unit, qualifier, value_high, change, share_percent, completion_percent, completion_base, period, attached, rules } = figure
  return { quote, offset, subject, value, unit, qualifier, value_high, change, share_percent, completion_percent, completion_base, period, attached, ...(explain ? { rules } : {}) }
}

const commitmentLine = (commitment: ReadCommitment, explain: boolean): Readonly<Record<string, unknown>> => {
  const { quote, offset, action, target, deadline_text, deadline, modality, milestones, rules } = commitment
  return { quote, offset, action, target, deadline_text, deadline, modality, milestones, ...(explain ? { rules } : {}) }
}

const readingLines = ({ figures, commitments }: Reading, text: string, explain: boolean): string => {
  if (figures.length === 0 && commitments.length === 0) return '没有读到数字和承诺。 No figures or commitments were found.'
  const lineOf = lineFinder(text)
  const rules = (of: { readonly rules: readonly string[] }): readonly string[] => (explain ? [of.rules.join(' ')] : [])
  const figureRows = figures.map((figure) => [String(lineOf(figure.offset)), shortLine(figure.quote, widest), shortLine(figure.subject, widest), valueText(figure), figure.unit ?? '', saidOf(figure), shortLine(figure.period ?? '', widest), ...rules(figure)])
  const commitmentRows = commitments.map((commitment) => {
    const { target, deadline } = commitment
    return [String(lineOf(commitment.offset)), shortLine(commitment.quote, widest), target === null ? '' : `${target.value}${target.unit}`, deadline ?? '', modalities[commitment.modality], ...rules(commitment)]
  })
  return [
    `数字 ${figures.length} Figures`,
    ...(figures.length === 0 ? [] : [tableText([...figureColumns, ...ruleColumns(explain)], figureRows)]),
    '',
    `承诺 ${commitments.length} Commitments`,
    ...(commitments.length === 0 ? [] : [tableText([...commitmentColumns, ...ruleColumns(explain)], commitmentRows)]),
  ].join('\n')
}

/** Columns a quote takes at most. */
const widest = 60

const figureColumns = [{ title: '行 Line', right: true }, { title: '原文 Quote' }, { title: '主语 Subject' }, { title: '数值 Value', right: true }, { title: '单位 Unit' }, { title: '比较 Comparison' }, { title: '期间 Period' }]
const commitmentColumns = [{ title: '行 Line', right: true }, { title: '原文 Quote' }, { title: '目标 Target' }, { title: '期限 Deadline' }, { title: '语气 Modality' }]
const ruleColumns = (explain: boolean): readonly { readonly title: string }[] => (explain ? [{ title: '规则 Rules' }] : [])

const modalities: Readonly<Record<ReadCommitment['modality'], string>> = { plain: '', strive: '力争 strive', ensure: '确保 ensure' }

const valueText = ({ value, value_high: high }: ReadFigure): string => (value === null ? '—' : high === null ? value : `${value}–${high}`)

/** Change, share and completion in a few signs. */
const saidOf = ({ change, share_percent: share, completion_percent: completion }: ReadFigure): string =>
  [change === null ? '' : changeText(change), share === null ? '' : `占 ${share}%`, completion === null ? '' : `完成 ${completion}%`].filter((part) => part !== '').join(' ')

const changeText = ({ direction, percent, points, basis }: ReadChange): string => {
  const size = percent !== null ? `${percent}%` : points !== null ? `${points}个百分点` : ''
  return `${basis ?? ''}${direction === 'up' ? '+' : '-'}${size}`
}
