import type { MatterRow } from '../../../api/matter.ts'
import type { LampState } from '../../ui/Lamp.tsx'

/** How the lamp of a matter looks. */
export const lampStates: Readonly<Record<MatterRow['lamp'], LampState>> = { red: 'overdue', yellow: 'behind', green: 'kept', none: 'none' }
