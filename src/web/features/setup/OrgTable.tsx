import { Button, Input } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { OrgLine } from './org-draft.ts'
import { isRenamed } from './org-draft.ts'

type Props = { readonly kind: 'village' | 'office'; readonly lines: readonly OrgLine[]; readonly onChange: (id: string, part: Partial<OrgLine>) => void }

/** The names of a list, each edited where it stands. */
export const OrgTable = ({ kind, lines, onChange }: Props) => {
  const { m } = useSpeech()
  const stateOf = (line: OrgLine): string => (line.removed ? m.setup.removed : line.was === undefined ? m.setup.added : isRenamed(line) ? m.setup.renamed : line.was.kind === 'town' ? m.setup.town : line.was.used ? m.setup.kept : '')
  return (
    <DataTable
      caption={kind === 'village' ? m.setup.villages : m.setup.steps.offices}
      rows={lines}
      keyOf={(line) => line.id}
      isMuted={(line) => line.removed}
      columns={[
        { key: 'zh', title: m.setup.name, lead: true, cell: (line) => <Input className="setup-name" aria-label={m.setup.rename(nameOf(line))} value={line.zh} maxLength={60} disabled={line.removed} status={line.zh.trim() === '' ? 'error' : ''} autoFocus={line.was === undefined && line.zh === ''} onChange={(event) => onChange(line.id, { zh: event.target.value })} /> },
        { key: 'en', title: m.setup.english, cell: (line) => <Input className="setup-name" aria-label={m.setup.englishOf(nameOf(line))} placeholder={m.setup.englishHint} value={line.en} maxLength={120} disabled={line.removed} onChange={(event) => onChange(line.id, { en: event.target.value })} /> },
        { key: 'code', title: m.setup.code, cell: (line) => (line.was !== undefined || kind === 'office' ? <code>{line.code}</code> : <Input className="setup-code" aria-label={`${m.setup.code} ${line.zh}`} placeholder={m.setup.codeHint} value={line.code} maxLength={32} onChange={(event) => onChange(line.id, { code: event.target.value })} />) },
        { key: 'state', title: m.people.state, cell: (line) => (stateOf(line) === '' ? null : <span className="faint">{stateOf(line)}</span>) },
        {
          key: 'acts',
          title: m.people.acts,
          cell: (line) =>
            line.was?.used === true ? null : (
              <Button size="small" aria-label={line.removed ? m.setup.restoreOf(nameOf(line)) : m.setup.removeOf(nameOf(line))} onClick={() => onChange(line.id, { removed: !line.removed })}>
                {line.removed ? m.setup.restore : m.setup.remove}
              </Button>
            ),
        },
      ]}
    />
  )
}

const nameOf = (line: OrgLine): string => line.was?.zh ?? line.zh
