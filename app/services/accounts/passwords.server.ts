import { hash, verify } from '@node-rs/argon2'
import { passwordProblem, type PasswordOwner } from '~/domain/access/password-rules'
import { Invalid } from '~/domain/shared/errors'

/**
 * argon2id with 64 MiB and three passes, as RFC 9106 recommends where memory is short, in one lane:
 * 50 to 150 ms a password on the machine it was tuned on (`npm run bench:access`).
 */
const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/**
 * How many passwords are worked on at the same moment. The work is done on Node's thread pool of four,
 * so files and names are still looked up while many sign in, and memory stays bounded.
 */
const atOnce = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    // Whoever waits longest takes over this place.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** One way to write what looks the same: an ü from one keyboard is the ü of another. */
const written = (password: string) => password.normalize('NFC')

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(written(password), options))

let unknownHash: Promise<string> | undefined

/**
 * Whether the password fits. Without a hash (an unknown address, or an account that never chose a
 * password) the same work is done and the answer is no, so time tells nothing.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  unknownHash ??= hashPassword('nobody has this password')
  const stored = passwordHash ?? (await unknownHash)
  const isRight = await inTurn(() => verify(stored, written(password)))
  return passwordHash !== null && isRight
}

/** Whether a stored hash was made with other parameters than today's. */
export function isHashOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = options
  return !passwordHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`)
}

/** @throws Invalid where the password is one of those that are tried first, or tells whose it is. */
export function ensureGoodPassword(password: string, owner: PasswordOwner): void {
  const problem = passwordProblem(password, owner)
  if (problem) throw new Invalid('weak-password', problem, 'password')
}
