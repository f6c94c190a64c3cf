import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ChannelOut } from '../../../api/channel.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { ChannelDialog } from './ChannelDialog.tsx'

/** Where reminders go outside: groups in DingTalk and WeCom, other systems; how it went with each, and a message of trial. */
export const ChannelPanel = () => {
  const { m } = useSpeech()
  const query = useCall('channel.list', {})
  const [editing, setEditing] = useState<ChannelOut | 'new'>()
  const [removing, setRemoving] = useState<ChannelOut>()
  return (
    <Answer query={query}>
      {({ channels, mail, can }) => (
        <>
          <p className="form-about">{m.notice.channel.about}</p>
          {!mail && <p role="note">{m.notice.channel.noMail}</p>}
          {may(can, 'save') && (
            <div className="form-acts">
              <Button type="primary" onClick={() => setEditing('new')}>
                {m.notice.channel.add}
              </Button>
            </div>
          )}
          {channels.length === 0 ? <EmptyState title={m.notice.channel.none} /> : <Channels channels={channels} onEdit={setEditing} onRemove={setRemoving} />}
          {editing !== undefined && <ChannelDialog channel={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
          {removing !== undefined && <RemoveDialog channel={removing} onClose={() => setRemoving(undefined)} />}
        </>
      )}
    </Answer>
  )
}

const Channels = ({ channels, onEdit, onRemove }: { readonly channels: readonly ChannelOut[]; readonly onEdit: (channel: ChannelOut) => void; readonly onRemove: (channel: ChannelOut) => void }) => {
  const { m, lang } = useSpeech()
  const words = m.notice.channel
  const trial = useMutation({ mutationFn: (channel: ChannelOut) => call('channel.test', { channel: channel.id }).then(({ problem }) => ({ name: channel.name, problem })) })
  return (
    <>
      <Refused error={trial.error} />
      {trial.data !== undefined && <p role="status">{trial.data.problem === null ? words.testOk(trial.data.name) : words.testBad(trial.data.name, words.problems[trial.data.problem] ?? trial.data.problem)}</p>}
      <DataTable
        caption={m.settings.parts.channels}
        rows={channels}
        keyOf={(row) => String(row.id)}
        columns={[
          { key: 'name', title: words.columns.name, lead: true, wide: true, cell: (row) => row.name },
          { key: 'kind', title: words.columns.kind, line: true, cell: (row) => words.kinds[row.kind] },
          { key: 'host', title: words.columns.host, cell: (row) => row.host },
          { key: 'orgs', title: words.columns.orgs, cell: (row) => (row.orgs.length === 0 ? words.every : row.orgs.map((org) => org[lang]).join(lang === 'zh' ? '、' : ', ')) },
          { key: 'state', title: words.columns.state, line: true, cell: (row) => standingOf(row, words) },
          {
            key: 'acts', title: words.columns.acts,
            cell: (row) => (
              <span className="channel-acts">
                <Button size="small" loading={trial.isPending && trial.variables.id === row.id} disabled={!row.ready} onClick={() => trial.mutate(row)}>
                  {words.test}
                </Button>
                <Button size="small" onClick={() => onEdit(row)}>
                  {words.edit}
                </Button>
                <Button size="small" danger onClick={() => onRemove(row)}>
                  {words.remove}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </>
  )
}

/** How it stands with a channel, in a line. */
const standingOf = (row: ChannelOut, words: ReturnType<typeof useSpeech>['m']['notice']['channel']): string =>
  [
    row.open ? words.open : words.closed,
    ...(row.ready ? [] : [words.notReady]),
    ...(row.waiting > 0 ? [words.waiting(row.waiting)] : []),
    ...(row.failed > 0 ? [words.failed(row.failed)] : []),
    ...(row.problem !== null ? [words.problem(words.problems[row.problem] ?? row.problem)] : []),
    ...(row.sentAt === null ? [] : [words.sent(momentText(row.sentAt))]),
  ].join(' · ')

const RemoveDialog = ({ channel, onClose }: { readonly channel: ChannelOut; readonly onClose: () => void }) => {
  const { m } = useSpeech()
  const remove = useBookAct(() => call('channel.void', { channel: channel.id, saw: channel.version }), onClose)
  return <FormDialog title={m.notice.channel.remove} about={m.notice.channel.removeAbout(channel.name)} act={m.notice.channel.remove} danger ready busy={remove.isPending} error={remove.error} onSubmit={() => remove.mutate(undefined)} onClose={onClose} />
}
