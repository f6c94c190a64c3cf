import { useId } from 'react'
import { Select } from 'antd'
import type { ReadFigureOut } from '../../../api/source.ts'
import { parsePeriod } from '../../../core/time/period.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import type { Binding, FigureDraft } from './figure-draft.ts'
import { knownBinding, newBinding } from './figure-draft.ts'
import type { Item } from './item.ts'
import { NewMeasureFields } from './NewMeasureFields.tsx'
import { readable } from './quantity-in-unit.ts'
import { toldInBook } from './told-in-book.ts'
import type { Field } from './work.ts'

type Props = { readonly item: Item & { readonly kind: 'figure'; readonly read: ReadFigureOut }; readonly draft: FigureDraft; readonly problem: (field: Field) => string | undefined; readonly onChange: (binding: Binding) => void }

/** Which measure a figure is: one of those suggested with what the book says of it, another by search, or a new one. */
export const MeasureChoice = ({ item, draft, problem, onChange }: Props) => {
  const { m, w, lang } = useSpeech()
  const id = useId()
  const { binding } = draft
  const { suggestions } = item.read
  const chosen = binding?.kind === 'known' ? binding.measure : undefined
  const period = parsePeriod(draft.period)?.key ?? ''
  const list = useCall('figure.list', { period, ...(draft.org !== '' && { org: draft.org }) }, { enabled: period !== '', keep: true, staleTime: 60_000 })
  const others = (list.data?.figures ?? []).map((figure) => ({ value: figure.id, label: w(figure.title), find: `${figure.title.zh} ${figure.title.en} ${figure.id}`, figure }))
  const other = chosen === undefined || suggestions.some((each) => each.measure === chosen) ? undefined : others.find((each) => each.value === chosen)?.figure
  return (
    <fieldset className="measure-choice" {...(problem('measure') !== undefined && { 'aria-invalid': true, 'aria-describedby': `${id}-note` })}>
      <legend>{m.source.measure}</legend>
      {suggestions.length === 0 && <p className="form-hint">{m.source.noSuggestion}</p>}
      {suggestions.map((each) => {
        const book = each.book === null ? undefined : readable(each.book, each.unit, lang)
        return (
          <label key={each.measure} className={chosen === each.measure ? 'measure-option chosen' : 'measure-option'}>
            <input type="radio" name={id} checked={chosen === each.measure} onChange={() => onChange(knownBinding(each))} />
            <span className="measure-title">{w(each.title)}</span>
            <small className="number-text">{m.source.score(Math.round(each.score * 100))}</small>
            <small className="measure-book">
              {book === undefined ? (
                m.source.notInBook
              ) : (
                <>
                  {m.source.inBook} <NumberCell value={book.number.replaceAll(',', '')} unit={book.unit} />
                  {toldInBook(item.read, each) === true && ` · ${m.source.same}`}
                </>
              )}
            </small>
          </label>
        )
      })}
      {binding?.kind === 'known' && !suggestions.some((each) => each.measure === chosen) && (
        <label className="measure-option chosen">
          <input type="radio" name={id} checked readOnly />
          <span className="measure-title">{w(binding.title)}</span>
          <small />
          <small className="measure-book">
            {other === undefined || other.value === null ? (
              m.source.notInBook
            ) : (
              <>
                {m.source.inBook} <NumberCell value={other.value} unit={other.unit} />
              </>
            )}
          </small>
        </label>
      )}
      <label className={binding?.kind === 'new' ? 'measure-option chosen' : 'measure-option'}>
        <input type="radio" name={id} checked={binding?.kind === 'new'} onChange={() => onChange(newBinding(item.read, draft.org))} />
        <span className="measure-title">{m.source.create}</span>
      </label>
      {binding?.kind === 'new' && <NewMeasureFields binding={binding} problem={problem} onChange={onChange} />}
      <Select
        aria-label={m.source.other}
        className="field-select measure-search"
        placeholder={m.source.other}
        value={null}
        onChange={(measure: string | null) => {
          const figure = others.find((each) => each.value === measure)?.figure
          if (figure !== undefined) onChange(knownBinding({ measure: figure.id, title: figure.title, unit: figure.unit }))
        }}
        loading={list.isPending && period !== ''}
        options={others}
        optionRender={({ data }) => (
          <span className="measure-found">
            {data.label}
            <NumberCell value={data.figure.value} unit={data.figure.unit} />
          </span>
        )}
        showSearch={{ optionFilterProp: 'find' }}
        listHeight={256}
      />
      {problem('measure') !== undefined && (
        <p id={`${id}-note`} className="form-problem" role="alert">
          {problem('measure')}
        </p>
      )}
    </fieldset>
  )
}
