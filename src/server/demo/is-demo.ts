import { findSetting } from '../../store/settings.ts'
import type { Town } from '../../store/town.ts'

/** Whether a town's rows are a demonstration. */
export const isDemo = async (town: Town): Promise<boolean> => (await findSetting(town.db.pool, town.schema, 'demo')) !== undefined
