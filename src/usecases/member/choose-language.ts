import { z } from 'zod'
import { setLanguage } from '#db/member.ts'
import { memberLanguages } from '#domain/member/language.ts'
import { Forbidden } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** The language in which a member reads her own pages. */
export const chooseLanguage = command({
  name: 'choose-language',
  action: 'update',
  may: (actor) => actor.kind === 'member',
  input: z.strictObject({ language: z.enum(memberLanguages) }),
  async run({ tx, orgId, actor, about }, { language }) {
    if (actor.kind !== 'member') throw new Forbidden()
    await setLanguage(tx, orgId, actor.memberId, language)
    about({ person: actor.memberId, basis: 'own_record' })
    return {}
  },
})
