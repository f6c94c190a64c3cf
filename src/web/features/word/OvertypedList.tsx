import { Input, Radio } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import type { Overtyped, WordDesk } from './useWord.ts'

/** Numbers typed over in Word, each against its figure with the two choices. */
export const OvertypedList = ({ it, of }: { readonly it: WordDesk; readonly of: readonly Overtyped[] }) => {
  const { m } = useSpeech()
  if (of.length === 0) return null
  return (
    <section className="word-part">
      <h2>{m.word.overtyped}</h2>
      <p className="faint">{m.word.overtypedAbout}</p>
      <ul className="word-list">
        {of.map(({ key, title, typed, printed }) => {
          const choice = it.choiceOf(key)
          const lacks = choice.take === 'stated' && choice.source.trim() === ''
          return (
            <li key={key}>
              <p>
                <b>{title}</b>　{m.word.typed} <ins className="number-text">{typed}</ins>　{m.word.printed} <span className="number-text">{printed}</span>
              </p>
              <div className="word-choice">
                <Radio.Group aria-label={title} value={choice.take} onChange={(event) => it.choose(key, { take: event.target.value as 'figure' | 'stated' })} options={[{ value: 'figure', label: m.word.keep }, { value: 'stated', label: m.word.stated }]} />
                {choice.take === 'stated' && <Input aria-label={m.word.source} placeholder={m.word.source} maxLength={200} {...(lacks && { status: 'error' as const, title: m.word.sourceNeeded })} value={choice.source} onChange={(event) => it.choose(key, { source: event.target.value })} />}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
