import type { z } from 'zod'
import type { ExchangeWay } from '#domain/exchange/exchange.ts'
import { writeExchangeCode } from '#domain/exchange/exchange-code.ts'
import type { Actor } from '#domain/member/actor.ts'
import type { Context } from '#usecases/context.ts'
import { offerExchange } from '#usecases/exchange/offer-exchange.ts'
import { type SecretForm, secretOf } from '#usecases/service/secret-form.ts'

/** A new agreement with its code, which is given once; the same form sent twice is one agreement with one code. */
export async function makeExchange(
  context: Context,
  actor: Actor,
  { way, ...terms }: Omit<z.input<typeof offerExchange.useCase.input>, 'code'> & { way: ExchangeWay },
  form?: SecretForm,
): Promise<{ exchangeId: string; code: string }> {
  const { secret, submission } = secretOf(context, form)
  const code = writeExchangeCode({ way, secret: Buffer.from(secret, 'base64url') }, context.digest)
  const { exchangeId } = await offerExchange(context, actor, { ...terms, code }, submission)
  return { exchangeId, code }
}
