import { type SignInWorld as AnySignInWorld, signInWorldOn } from './sign-in-world-on.ts'
import { openWorld } from './world.ts'

/** Signing in, in the tests; the proofs open theirs without a test runner. */
export type SignInWorld = AnySignInWorld

export const openSignInWorld = async (): Promise<SignInWorld> => signInWorldOn(await openWorld())
