import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useSpeech } from './i18n.tsx'

export const NotFound = () => {
  const { m } = useSpeech()
  return <EmptyState title={m.shell.noSuchPage} action={<Link to="/report">{m.shell.toReport}</Link>} />
}
