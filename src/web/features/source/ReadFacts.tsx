import type { CheckFindingOut } from '../../../api/source.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { numberText } from '../../ui/number-text.ts'
import { unitWords } from '../../ui/unit-words.ts'
import type { Item } from './item.ts'

type Props = { readonly item: Item; readonly findings: readonly CheckFindingOut[] }

/** What the text says of the item, by which rules it was read, and what the check found at its place. */
export const ReadFacts = ({ item, findings }: Props) => {
  const { m, w } = useSpeech()
  const facts = useFacts(item)
  const here = findings.filter((each) => each.offset < item.read.offset + item.read.quote.length && each.offset + each.quote.length > item.read.offset)
  const rules = item.kind === 'direction' ? [] : item.read.rules
  return (
    <>
      {item.kind === 'direction' && <p className="form-hint">{m.source.direction}</p>}
      {facts.length + rules.length > 0 && (
        <dl className="facts item-facts" aria-label={m.source.facts}>
          {facts.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd lang="zh-CN">{text}</dd>
            </div>
          ))}
          {rules.length > 0 && (
            <div>
              <dt>{m.source.why}</dt>
              <dd className="faint">{rules.map(m.source.rule).join(' · ')}</dd>
            </div>
          )}
        </dl>
      )}
      {here.length > 0 && (
        <ul className="item-findings" aria-label={m.source.findingsHere}>
          {here.map((each, at) => (
            <li key={at} className={`finding-${each.severity}`}>
              <span className="finding-kind">{m.source.severity[each.severity]}</span> {w(each.message)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const useFacts = (item: Item): readonly { readonly term: string; readonly text: string }[] => {
  const { m, lang } = useSpeech()
  const amount = (value: string, unit: string | null) => `${numberText(value)} ${unitWords(unit ?? '', lang)}`.trim()
  const bound = (qualifier: keyof typeof m.source.qualifier | null) => (qualifier === null || qualifier === 'range' ? '' : `${m.source.qualifier[qualifier]} `)
  if (item.kind === 'direction') return []
  if (item.kind === 'commitment') {
    const { milestones } = item.read
    return milestones.length === 0 ? [] : [{ term: m.source.milestones, text: milestones.map((each) => `${each.text}${each.deadline === null ? '' : ` ${each.deadline}`}`).join('；') }]
  }
  const { value, unit, value_high, qualifier, change, share_percent, completion_percent, completion_base, row } = item.read
  const facts = [
    { term: m.source.valueRead, text: value === null ? '' : `${bound(qualifier)}${value_high === null ? amount(value, unit) : `${numberText(value)}–${amount(value_high, unit)}`}` },
    { term: m.source.change, text: change === null ? '' : `${change.direction === 'up' ? '↑' : '↓'} ${m.source[change.direction]} ${bound(change.qualifier)}${change.percent !== null ? `${change.percent}%` : change.points !== null ? m.source.points(change.points) : ''}${change.basis === null ? '' : m.source.basis(change.basis)}` },
    { term: m.source.scope, text: row?.scope ?? '' },
    { term: m.source.rowSource, text: row?.source ?? '' },
    { term: m.source.share, text: share_percent === null ? '' : `${share_percent}%` },
    { term: m.source.completion, text: completion_percent === null ? '' : completion_base === null ? `${completion_percent}%` : m.source.completionOf(completion_percent, amount(completion_base.value, completion_base.unit)) },
  ]
  return facts.filter(({ text }) => text !== '')
}
