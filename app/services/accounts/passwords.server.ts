import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id with OWASP's first recommendation (19 MiB, two passes, one lane). The work happens on the
 * thread pool, so other requests go on meanwhile.
 */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, options)

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
  const isRight = await verify(passwordHash ?? (await unknownHash), password)
  return passwordHash !== null && isRight
}
