import type { ComparisonOut } from '../../../api/history.ts'
import type { SectionRef } from '../../../api/report.ts'
import type { Block } from '../../../core/report/document.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { MarkedText } from '../agree/MarkedText.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { restoredBlocks } from './restored-blocks.ts'

type Props = { readonly change: ComparisonOut['changes'][number]; readonly section: SectionRef; readonly blocks: readonly Block[]; readonly onClose: () => void }

/** Puts one block back to what it was: to the text by whoever writes the section. */
export const RestoreDialog = ({ change, section, blocks, onClose }: Props) => {
  const { m } = useSpeech()
  const restore = useBookAct(() => call('section.write', { section: section.entry, saw: section.version, blocks: [...restoredBlocks(blocks, change)] }), onClose)
  return (
    <FormDialog title={m.agree.history.restore} about={m.agree.history.restoreAbout} act={m.agree.history.restoreAct} ready busy={restore.isPending} error={restore.error} onSubmit={() => restore.mutate(undefined)} onClose={onClose}>
      <MarkedText change={change} />
    </FormDialog>
  )
}
