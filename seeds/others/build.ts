import type { Context } from '#usecases/context.ts'
import { buildEvtGroup } from './evt-group.ts'
import { buildMemosa } from './memosa.ts'
import { buildMimDenHaag } from './mim-denhaag.ts'
import { buildMimWeidestad } from './mim-weidestad.ts'
import { buildMvr } from './mvr.ts'

/**
 * An organisation of its own for every other programme, each with one short story, by the name of its page; and one
 * with enough women behind it to look at what changed, last, as it takes longest. They are built after the first one, when somebody can already look around there.
 */
export const otherOrganisations: Readonly<Record<string, (context: Context) => Promise<{ orgId: string }>>> =
  {
    lindeveen: buildMemosa,
    duinhove: buildMimDenHaag,
    havenkade: buildMvr,
    oosterbrink: buildEvtGroup,
    weidestad: buildMimWeidestad,
  }
