import { z } from 'zod'

/** The version of a row that a form was filled in on; 0 where there was no row yet. As large as its column holds. */
export const versionInput = z.int().min(0).max(2_147_483_647)
