import type { MemberActor } from '#domain/member/actor.ts'
import type { Language } from '#domain/member/language.ts'
import type { Role } from '#domain/member/role.ts'
import type { PasskeyDemand } from '#domain/sign-in/passkey-rule.ts'

/** From where somebody asks: the cookies her browser sent and the network it is on. Nothing else is looked at. */
export interface Caller {
  readonly cookie: string | null
  readonly network: string
}

/** Somebody who is signed in, as the session says, and where she works. */
export interface SignedIn {
  readonly actor: MemberActor
  readonly name: string
  readonly language: Language
  /** A file that she has open in an emergency. */
  readonly glass?: { readonly id: string; readonly until: Temporal.Instant } | null
  /** From which day she comes in with a passkey, where her organisation asks that of her. */
  readonly passkeysDue?: Temporal.PlainDate | null
  /** What that asks of this session. */
  readonly demand?: PasskeyDemand
  readonly host: {
    readonly orgId: string
    readonly name: string
    readonly slug: string
    readonly theme: string
    readonly zone: string
  }
}

/** How somebody can show again that it is she: the code of her app, or, in the demo only, pressing a button. */
export type ProofWay = 'code' | 'press'
export type FreshProof = 'proved' | 'refused' | 'slow-down'

/** How far this browser is. Only `signed-in` opens any other page. */
export type Standing = 'nobody' | 'code-needed' | 'must-enrol' | 'signed-in'

/**
 * What a step led to. `cookies` are `Set-Cookie` values that go to the browser as they are. `refused` says nothing
 * about why: an unknown address, a wrong password and a member who left get the same answer.
 */
export type Step =
  | { readonly step: 'signed-in' | 'code-needed' | 'must-enrol'; readonly cookies: readonly string[] }
  | { readonly step: 'refused' | 'slow-down' | 'start-again'; readonly cookies: readonly string[] }

export interface Enrolment {
  /** The secret as people type it into an app: groups of four. */
  readonly typed: string
  /** `otpauth://…`, which opens the app on the phone that shows the page. */
  readonly link: string
}

export type Enrolled =
  | {
      readonly step: 'enrolled'
      readonly cookies: readonly string[]
      readonly recoveryCodes: readonly string[]
    }
  | { readonly step: 'refused' | 'slow-down' | 'start-again'; readonly cookies: readonly string[] }

export interface CastMember {
  readonly memberId: string
  readonly orgId: string
  readonly organisation: string
  readonly name: string
  readonly roles: readonly Role[]
}

export interface OfferedInvitation {
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly language: Language
  /** Her name, if she is a member already and gets a new way in. */
  readonly name: string | null
}

/** What somebody fills in who opens Naast for the first time, with the code that only the server's owner can read. */
export interface FirstRun {
  readonly code: string
  readonly organisation: string
  /** Ids of the programmes it offers from its first day; more can be taken up later. */
  readonly offers: readonly string[]
  readonly name: string
  readonly email: string
  readonly password: string
}

/** One of her own passkeys, by the name that she gave it. */
export interface Passkey {
  readonly id: string
  readonly name: string
  readonly since: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** What a browser must ask a passkey (WebAuthn's own options, as JSON), and cookies that go with it. */
export interface PasskeyOffer {
  readonly options: string
  readonly cookies: readonly string[]
}

/** Passkeys need a script in the browser; everything here has another way for who has none. */
export interface PasskeySignIn {
  passkeyToSignIn(): Promise<PasskeyOffer>
  /** What her passkey answered, as JSON; good once. */
  withPasskey(caller: Caller, answer: string): Promise<Step>
  /** `null` if she has none. */
  passkeyToProve(caller: Caller): Promise<PasskeyOffer | null>
  /** Like `freshProof`, by a passkey of hers. */
  proveWithPasskey(caller: Caller, answer: string): Promise<FreshProof>
  /** The same, for a session that began with less: it is as good as one that began with it. */
  showPasskey(caller: Caller, answer: string): Promise<FreshProof>
  /** Members who have one. */
  membersWithPasskey(orgId: string): Promise<readonly string[]>
  passkeys(caller: Caller): Promise<readonly Passkey[]>
  passkeyToAdd(caller: Caller): Promise<PasskeyOffer>
  /** Both ask for a fresh proof (`ProofNeeded`); a passkey that isn't hers does not exist. */
  addPasskey(caller: Caller, added: { answer: string; name: string }): Promise<void>
  removePasskey(caller: Caller, id: string): Promise<void>
}

/** Somewhere else that says who somebody is: a municipality where she works. */
export interface OfferedProvider {
  readonly id: string
  readonly orgId: string
  readonly label: string
}

/** Coming in by an account elsewhere. `Refused` where that can't be reached. */
export interface ProviderSignIn {
  /** Those of this organisation; of the only one on this server, if none is named. */
  providers(slug: string | null): Promise<readonly OfferedProvider[]>
  /** Where to send the browser, and the cookies that it comes back with. */
  leaveToSignIn(
    caller: Caller,
    orgId: string,
    providerId: string,
  ): Promise<{ to: string; cookies: readonly string[] }>
  /** The same, to tie that account to the member who is in; asks for a fresh proof. */
  leaveToLink(caller: Caller, providerId: string): Promise<{ to: string; cookies: readonly string[] }>
  /** Where she came in, if that was elsewhere: asked before she signs out here. */
  cameFrom(caller: Caller): Promise<{ orgId: string; providerId: string } | null>
  /** What members call it; `null` if it isn't there any more. */
  providerLabel(orgId: string, providerId: string): Promise<string | null>
  /** Where its own signing out is; `null` if it has none, or is away. Nothing of hers goes along. */
  signOutThere(caller: Caller, orgId: string, providerId: string): Promise<string | null>
  /** She came back, with what the provider sent along; good once. */
  arrive(caller: Caller, query: string): Promise<Step | { step: 'linked'; cookies: readonly string[] }>
}

/** What a phone holds, while she is somewhere alone, to say that she is out with nobody signed in. */
export interface WayOut {
  /** The `Set-Cookie` that gives it. */
  give(orgId: string, secret: string): string
  /** The one that this browser brought; `null` if it has none of ours. */
  take(caller: Caller): { orgId: string; secret: string } | null
  drop(): string
}

/** A woman's own device, with nobody signed in. */
export interface OwnDevices {
  /**
   * Takes the code that she typed, and gives what her page holds from then on; `null` for whatever opens nothing, all
   * alike. Limited like every guess: `Refused` after too many.
   */
  enter(caller: Caller, typed: string): Promise<string | null>
}

/**
 * Signing in, as the pages see it. Throws what use cases throw: `Refused`, `Invalid` and `NotFound`.
 * Everything that guesses (passwords, codes, tokens) is limited behind this port, not on the pages.
 */
export interface SignIn extends PasskeySignIn, ProviderSignIn {
  /** The whole address of one of our pages, for a link that is handed over. */
  address(path: string): string
  readonly wayOut: WayOut
  readonly ownDevice: OwnDevices
  standing(caller: Caller): Promise<Standing>
  withPassword(caller: Caller, email: string, password: string): Promise<Step>
  /** The six digits of her app; good once. */
  withCode(caller: Caller, code: string): Promise<Step>
  withRecoveryCode(caller: Caller, code: string): Promise<Step>
  /** What to put in her app; `null` if this browser is not at that step. The same until it is confirmed. */
  enrolment(caller: Caller): Promise<Enrolment | null>
  /** Confirms with a first code. The recovery codes are shown this once. */
  enrol(caller: Caller, code: string): Promise<Enrolled>
  /** What whoever has this session can show again that it is she with; empty if there is nothing. */
  proofWays(caller: Caller): Promise<readonly ProofWay[]>
  /** Shows it: what asks for a fresh proof is open to this session for a few minutes. Limited like every guess. */
  freshProof(caller: Caller, code: string): Promise<FreshProof>
  signOut(caller: Caller): Promise<readonly string[]>
  signOutEverywhere(caller: Caller): Promise<readonly string[]>
  /** Ends all other sessions. `Invalid` on `current` or `next`. */
  changePassword(caller: Caller, current: string, next: string): Promise<readonly string[]>
  /** New recovery codes; the old ones no longer work. `Invalid` on `current`. */
  newRecoveryCodes(caller: Caller, current: string): Promise<readonly string[]>
  /** Lets go of her phone: the next page asks to set up another. `Invalid` on `current`. */
  dropSecondStep(caller: Caller, current: string): Promise<readonly string[]>
  /** Ends every session of a member, here and on every other server, at once. */
  endSessions(orgId: string, memberId: string): Promise<void>
  /** Her roles, name or language changed: the next page shows it. */
  memberChanged(orgId: string, memberId: string): void

  invitation(caller: Caller, token: string): Promise<OfferedInvitation>
  acceptInvitation(
    caller: Caller,
    answer: { token: string; email: string; name: string; password: string },
  ): Promise<Step>

  /** Is this a production server with nothing in it yet? */
  firstRunIsOpen(): Promise<boolean>
  firstRun(caller: Caller, answer: FirstRun): Promise<Step>

  /** Whom one can be with a click; `null` outside demo mode. */
  demoCast(): Promise<readonly CastMember[] | null>
  asCastMember(caller: Caller, memberId: string): Promise<Step>
}
