import { audit } from './audit/suite.ts'
import { collision, elsewhere } from './collision/suite.ts'
import { comingIn } from './coming-in/suite.ts'
import { disclosure, hangingTogether } from './disclosure/suite.ts'
import { dying } from './dying/suite.ts'
import { field } from './field/suite.ts'
import { input, inputPages } from './input/suite.ts'
import { locks } from './locks/suite.ts'
import { messages } from './messages/suite.ts'
import { outbox } from './outbox/suite.ts'
import { redaction } from './redaction/suite.ts'
import { retention } from './retention/suite.ts'
import { revocation } from './revocation/suite.ts'
import { sealing } from './sealing/suite.ts'
import type { Suite } from './suite.ts'
import { tenants } from './tenants/suite.ts'
import { theft } from './theft/suite.ts'
import { twice } from './twice/suite.ts'
import { uploads } from './uploads/suite.ts'

/** What `npm run prove` tries, one after another. */
export const suites: readonly Suite[] = [
  messages,
  outbox,
  collision,
  elsewhere,
  sealing,
  comingIn,
  dying,
  disclosure,
  hangingTogether,
  redaction,
  retention,
  uploads,
  locks,
  revocation,
  field,
  tenants,
  theft,
  twice,
  audit,
  input,
  inputPages,
]
