import type { Day } from '#domain/day.ts'
import type { Bundle } from '#domain/fhir/bundle.ts'
import { fhirDay } from '#domain/fhir/fhir-day.ts'
import { codings, type FhirNode, valueAt } from '#domain/fhir/node.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Did she agree to be contacted (consent C-1, domain.md 2.4)? Two ways to say so: a Consent in the bundle that is
 * active, hers, about privacy (scope `patient-privacy`: directives about treatment are Consents too and say nothing
 * here), in force today, with provision `permit`; or the sender's own word (`?agreed=true`). A Consent that says
 * `deny` beats both.
 */
export function agreementIn(
  bundle: Bundle,
  { isHers, said, today }: { isHers: (resource: FhirNode) => boolean; said: boolean; today: Day },
): true | Refusal<'agreement-needed' | 'agreement-denied'> {
  const consents = bundle
    .ofType('Consent')
    .filter((consent) => valueAt(consent, 'status') === 'active')
    .filter((consent) => codings(consent, 'scope').some(({ code }) => code === 'patient-privacy'))
    .filter((consent) => isHers(consent) && isInForce(consent, today))
    .map((consent) => valueAt(consent, 'provision', 'type'))
  if (consents.includes('deny')) return refuse('agreement-denied')
  return said || consents.includes('permit') ? true : refuse('agreement-needed')
}

const isInForce = (consent: FhirNode, today: Day): boolean => {
  const from = fhirDay(valueAt(consent, 'provision', 'period', 'start'))
  const until = fhirDay(valueAt(consent, 'provision', 'period', 'end'))
  const { compare } = Temporal.PlainDate
  return (!from || compare(from, today) <= 0) && (!until || compare(until, today) >= 0)
}
