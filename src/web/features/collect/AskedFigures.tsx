import { useState } from 'react'
import { Button, Radio } from 'antd'
import type { AnswerOut, AskedFigure } from '../../../api/answer.ts'
import type { FigureOut } from '../../../api/figure.ts'
import { unitText } from '../../../core/quantity/unit.ts'
import type { Lang } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { ChangeText } from '../../ui/ChangeText.tsx'
import { numberText } from '../../ui/number-text.ts'
import { unitWords } from '../../ui/unit-words.ts'
import { ReportedForm } from '../today/ReportedForm.tsx'
import { withTold } from './answer-draft.ts'
import { OtherValueForm, startOf } from './OtherValueForm.tsx'
import type { AnswerWork } from './useAnswer.ts'

type Props = { readonly answer: AnswerOut; readonly it: AnswerWork; readonly writes: boolean }

/** The figures asked for as the book has them now: checked as right, told otherwise with a reason, or, where they are missing, entered on the spot. */
export const AskedFigures = ({ answer, it, writes }: Props) => {
  const { m } = useSpeech()
  const unchecked = answer.figures.filter((figure) => !figure.missing && !it.draft.told.some((each) => each.measure === figure.measure))
  if (answer.figures.length === 0) return null
  return (
    <section aria-labelledby="answer-figures">
      <h2 id="answer-figures">
        {m.collect.answer.figures}
        <small>{answer.figures.length}</small>
      </h2>
      {writes && unchecked.length > 1 && !it.draft.nothing && (
        <p className="asked-all">
          <Button size="small" onClick={() => it.set({ told: [...it.draft.told, ...unchecked.map((figure) => ({ as: 'book' as const, measure: figure.measure }))] })}>
            {m.collect.answer.allAsBook}
          </Button>
        </p>
      )}
      <ul className="asked">
        {answer.figures.map((figure) => (
          <Asked key={figure.measure} figure={figure} it={it} writes={writes && !it.draft.nothing} at={answer.entry} />
        ))}
      </ul>
    </section>
  )
}

const Asked = ({ figure, it, writes, at }: { readonly figure: AskedFigure; readonly it: AnswerWork; readonly writes: boolean; readonly at: number }) => {
  const { m, w, lang } = useSpeech()
  const words = m.collect.answer
  const [entering, setEntering] = useState(false)
  const told = it.draft.told.find((each) => each.measure === figure.measure)
  const title = w(figure.title)
  return (
    <li>
      <div className="asked-head">
        <b>{title}</b>
        {figure.missing ? <span className="badge badge-behind">{words.missing}</span> : <span className="number-text">{figure.figure === null ? '—' : valueOf(figure.figure, lang)}</span>}
        {figure.figure !== null && !figure.missing && <ChangeText change={figure.figure.change} />}
        {figure.missing && figure.report === null && <span className="faint">{words.notYours(w(figure.owner))}</span>}
        {figure.report !== null && !entering && (
          <Button size="small" onClick={() => setEntering(true)} aria-label={words.enterOf(title)}>
            {words.enter}
          </Button>
        )}
        {!figure.missing && writes && (
          <Radio.Group
            aria-label={`${words.check} ${title}`}
            size="small"
            value={told?.as ?? 'none'}
            onChange={(event) => it.set(withTold(it.draft, figure.measure, event.target.value === 'book' ? { as: 'book', measure: figure.measure } : event.target.value === 'other' ? startOf(figure) : undefined))}
            options={[{ value: 'none', label: words.unchecked }, { value: 'book', label: words.asBook }, { value: 'other', label: words.other }]}
          />
        )}
        {!writes && told !== undefined && <span>{told.as === 'book' ? words.asBook : `${words.other} ${told.value} ${unitText(told, lang)}`}</span>}
      </div>
      {!writes && told?.as === 'other' && <q>{told.reason}</q>}
      {entering && figure.report !== null && <ReportedForm measure={figure.measure} period={figure.report} onClose={() => setEntering(false)} />}
      {writes && told?.as === 'other' && <OtherValueForm id={`told-${at}-${figure.measure}`} told={told} title={title} index={it.draft.told.indexOf(told)} error={it.write.error} onChange={(next) => it.set(withTold(it.draft, figure.measure, next))} />}
    </li>
  )
}

/** A value as the report prints it; in English the number with its unit written out. */
const valueOf = ({ text, value, unit }: FigureOut, lang: Lang): string => (lang === 'zh' || value === null ? text : `${numberText(value)} ${unitWords(unit, lang)}`)
