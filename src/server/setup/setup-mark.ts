import type { PlaceName } from '../../core/setup/pack-choice.ts'
import type { SetupState, SetupStep } from '../../core/setup/setup-step.ts'
import type { Handle } from '../../store/sql.ts'
import { findSetting, putSetting } from '../../store/settings.ts'

/** Where the division data put a town, and of what day they are. */
export type TownPlace = { readonly address: string; readonly city: PlaceName; readonly county: PlaceName; readonly day: string; readonly published: string; readonly villages: number }

/**
 * Where setting a town up stands. It is no part of the book: what is set up is asked of the book itself. `secret` is
 * the argon2id text of the one-time password for the first account and the instant it runs out; `place` is null
 * where the data do not know the town.
 */
export type SetupMark = { readonly state: SetupState; readonly step: SetupStep; readonly place: TownPlace | null; readonly secret?: { readonly password: string; readonly until: string } }

/** The mark of a town; undefined for one that was never set up by steps, such as a demonstration. */
export const findSetup = (handle: Handle, schema: string): Promise<SetupMark | undefined> => findSetting<SetupMark>(handle, schema, 'setup')

export const putSetup = (handle: Handle, schema: string, mark: SetupMark): Promise<void> => putSetting(handle, schema, 'setup', mark)

/** What screens are told: a town without a mark is set up. */
export const setupState = async (handle: Handle, schema: string): Promise<SetupState> => (await findSetup(handle, schema))?.state ?? 'done'
