import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { momentText } from '../../ui/moment-text.ts'

type Version = OutputOf<'ledger.versions'>['versions'][number]
type Change = Version['changes'][number]

/** Every version of a ledger's fields, the latest first. */
export const VersionList = ({ versions }: { readonly versions: readonly Version[] }) => {
  const { m } = useSpeech()
  return (
    <section className="design-versions">
      <h2>{m.design.versions}</h2>
      <DataTable
        caption={m.design.versions}
        rows={versions}
        keyOf={(version) => version.version}
        columns={[
          { key: 'version', title: m.design.version, cell: (version) => <span className="number-text">{version.version}</span> },
          { key: 'at', title: m.design.changedOn, cell: (version) => <span className="number-text">{momentText(version.recordedAt)}</span> },
          { key: 'by', title: m.design.changedBy, cell: (version) => version.by },
          { key: 'changes', title: m.design.changed, lead: true, cell: (version) => <ChangeLines changes={version.changes} /> },
        ]}
      />
    </section>
  )
}

/** What changed, one after another. */
export const ChangeLines = ({ changes }: { readonly changes: readonly Change[] }) => {
  const { m, w } = useSpeech()
  return (
    <ul className="design-changes">
      {changes.map((change, at) => (
        <li key={at}>{(m.design.what[change.what] ?? m.design.what['other'])?.(w(change.title), change.was === null ? '' : w(change.was))}</li>
      ))}
    </ul>
  )
}
