import { Button, Dropdown } from 'antd'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'

type Props = { readonly verb: 'report.export' | 'edition.export'; readonly input: Readonly<Record<string, unknown>>; readonly label: string }

/** The Word file of a report or edition; in which layout is asked only where the town has layouts of its own. */
export const ExportWord = ({ verb, input, label }: Props) => {
  const { m } = useSpeech()
  const { can } = useSession()
  const { data } = useCall('template.list', {}, { enabled: may(can, 'template.list') })
  const templates = data?.templates ?? []
  if (templates.length === 0)
    return (
      <Button href={fileAddress(verb, input)} download>
        {label}
      </Button>
    )
  const choice = (key: string, title: string, template?: number) => ({
    key,
    label: (
      <a href={fileAddress(verb, { ...input, template })} download>
        {title}
      </a>
    ),
  })
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items: [choice('standard', m.template.standard), ...templates.map(({ entry, title }) => choice(String(entry), title, entry))] }}>
      <Button aria-haspopup="menu">{label}</Button>
    </Dropdown>
  )
}
