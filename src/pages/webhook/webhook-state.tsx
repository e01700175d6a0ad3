import { Tag } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { readWebhook } from '#usecases/webhook/read-webhook.ts'

type Webhook = Omit<Awaited<ReturnType<typeof readWebhook>>, 'deliveries'>

/** On, paused, or ended and how, in a word. */
export const WebhookState = ({ t, webhook }: { t: T; webhook: Webhook }) => {
  const { state, pausedOn, endedOn, endedCode } = webhook
  if (state === 'ended')
    return (
      <Tag>{t(`webhook.ended.${endedCode ?? 'by_hand'}`, { day: endedOn ? t.longDay(endedOn) : '' })}</Tag>
    )
  if (state === 'paused')
    return (
      <Tag tone="attention">{t('webhook.state.paused', { day: pausedOn ? t.longDay(pausedOn) : '' })}</Tag>
    )
  return <Tag tone="done">{t('webhook.state.live')}</Tag>
}
