import { Link, useSearch } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { CalendarPanel } from '../calendar/CalendarPanel.tsx'
import { ClosePanel } from '../close/ClosePanel.tsx'
import { DeputyPanel } from '../deputy/DeputyPanel.tsx'
import { ErasurePanel } from '../personal/ErasurePanel.tsx'
import { ReadPanel } from '../personal/ReadPanel.tsx'
import { ProcedurePanel } from '../procedure/ProcedurePanel.tsx'
import { PasswordForm } from '../session/PasswordForm.tsx'
import { PackPanel } from '../setup/PackPanel.tsx'
import { TemplatePanel } from '../template/TemplatePanel.tsx'
import { ApiPanel } from './ApiPanel.tsx'
import { ChannelPanel } from './ChannelPanel.tsx'
import { LimitPanel } from './LimitPanel.tsx'
import { OrgPanel } from './OrgPanel.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { ReachPanel } from './ReachPanel.tsx'
import { SavedPanel } from '../linking/SavedPanel.tsx'
import { VerifyPanel } from './VerifyPanel.tsx'
import './settings.css'

const panels = { calendar: CalendarPanel, procedures: ProcedurePanel, close: ClosePanel, orgs: OrgPanel, people: PeoplePanel, deputies: DeputyPanel, pack: PackPanel, template: TemplatePanel, reads: ReadPanel, erasures: ErasurePanel, saved: SavedPanel, limits: LimitPanel, channels: ChannelPanel, reach: ReachPanel, verify: VerifyPanel, api: ApiPanel, password: PasswordForm } as const
type Part = keyof typeof panels

/** Each part and the verb that opens it, where one is needed. */
const order: readonly { readonly part: Part; readonly verb?: string }[] = [
  { part: 'orgs' },
  { part: 'people', verb: 'account.list' },
  { part: 'deputies', verb: 'deputy.list' },
  { part: 'pack', verb: 'setup.ledgers' },
  { part: 'calendar', verb: 'calendar.read' },
  { part: 'procedures', verb: 'procedure.read' },
  { part: 'close', verb: 'close.list' },
  { part: 'template', verb: 'template.list' },
  { part: 'reads', verb: 'read.list' },
  { part: 'erasures', verb: 'erasure.list' },
  { part: 'saved', verb: 'saved.read' },
  { part: 'limits', verb: 'setting.list' },
  { part: 'channels', verb: 'channel.list' },
  { part: 'verify', verb: 'book.verify' },
  { part: 'api' },
  { part: 'reach', verb: 'notice.reach' },
  { part: 'password' },
]

/** What keeps the town's book in order: organisations, people, deputies, the work calendar, procedures, closed months, layouts, who read personal data, cells saved, limits, the check of the chain, the interface, the password. */
export const SettingsPage = () => {
  const { m } = useSpeech()
  const { can } = useSession()
  const search = useSearch({ from: '/settings' })
  const parts = order.filter(({ verb }) => verb === undefined || may(can, verb)).map(({ part }) => part)
  const part = parts.find((each) => each === search.part) ?? 'orgs'
  const Panel = panels[part]
  return (
    <div className="page">
      <PageHead title={m.settings.title} />
      <div className="settings">
        <nav aria-label={m.settings.title}>
          {parts.map((each) => (
            <Link key={each} to="/settings" search={{ part: each }} aria-current={each === part ? 'page' : undefined}>
              {m.settings.parts[each]}
            </Link>
          ))}
        </nav>
        <section aria-labelledby="settings-part">
          <h2 id="settings-part">{m.settings.parts[part]}</h2>
          <Panel />
        </section>
      </div>
    </div>
  )
}
