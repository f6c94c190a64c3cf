import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Input, InputNumber } from 'antd'
import type { PublicationRef } from '../../../api/publication.ts'
import { creditCodeHolds } from '../../../core/ledger/check-digits/credit-code.ts'
import { codeOf } from '../../../core/report/publication.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'

type Props = { readonly edition: string; readonly proposed: OutputOf<'publication.list'>['proposed']; readonly standing: PublicationRef | undefined; readonly onClose: () => void }

const lines = ['issuer', 'mode', 'category', 'theme', 'scope'] as const

/** What the disclosure catalogue is told of an edition before it goes out. The check character of the code is looked at, and only warned of. */
export const PublishDialog = ({ edition, proposed, standing, onClose }: Props) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [told, setTold] = useState(() => ({
    index: standing?.index ?? proposed.index ?? '',
    issuer: standing?.issuer ?? proposed.issuer,
    mode: standing?.mode ?? m.publication.start.mode,
    category: standing?.category ?? m.publication.start.category,
    theme: standing?.theme ?? m.publication.start.theme,
    scope: standing?.scope ?? m.publication.start.scope,
    made: standing?.made ?? proposed.made ?? proposed.day,
    smallCell: standing?.smallCell ?? 5,
  }))
  const publish = useMutation({
    mutationFn: () => call('publication.create', { edition, ...told }),
    onSuccess: async () => {
      await rereadBook()
      onClose()
    },
  })
  const problem = (field: string) => {
    const words = fieldWords(publish.error, field)
    return words === undefined ? undefined : w(words)
  }
  const ready = told.index !== '' && told.made !== '' && lines.every((line) => told[line].trim().length >= 2)
  const doubtful = told.index.length >= 18 && !creditCodeHolds(codeOf(told.index))
  return (
    <FormDialog title={m.publication.publishTitle} about={m.publication.publishAbout} act={m.publication.publishAct} danger ready={ready} busy={publish.isPending} error={publish.error} onSubmit={() => publish.mutate()} onClose={onClose}>
      <FormRow id={`${id}-index`} label={m.publication.index} required hint={doubtful ? m.publication.indexDoubtful : m.publication.indexHint} problem={problem('index')}>
        <Input id={`${id}-index`} aria-describedby={`${id}-index-note`} value={told.index} maxLength={30} onChange={(event) => setTold({ ...told, index: event.target.value.trim().toUpperCase() })} />
      </FormRow>
      {lines.map((line) => (
        <FormRow key={line} id={`${id}-${line}`} label={m.publication[line]} required problem={problem(line)}>
          <Input id={`${id}-${line}`} value={told[line]} maxLength={60} onChange={(event) => setTold({ ...told, [line]: event.target.value })} />
        </FormRow>
      ))}
      <FormRow id={`${id}-made`} label={m.publication.made} required problem={problem('made')}>
        <DayInput id={`${id}-made`} value={told.made} onChange={(made) => setTold({ ...told, made })} />
      </FormRow>
      <FormRow id={`${id}-small`} label={m.publication.smallCell} required hint={m.publication.smallCellHint} problem={problem('smallCell')}>
        <InputNumber id={`${id}-small`} min={3} max={50} precision={0} value={told.smallCell} onChange={(smallCell) => setTold({ ...told, smallCell: smallCell ?? 5 })} />
      </FormRow>
    </FormDialog>
  )
}
