/**
 * Why a reminder that policy asks for is not sent. The ledger keeps the code and the sentence.
 *
 *     holdFor('task-blocked').reason // 'The task is blocked; the manager’s summary carries it.'
 */
export const holdReasons = {
  'task-finished': 'The task was finished or cancelled in the meantime.',
  'task-blocked': 'The task is blocked; the manager’s summary carries it.',
  'task-reassigned': 'The task has gone to somebody else in the meantime.',
  'task-not-running': 'The task is no longer part of a running plan.',
  'no-plan-running': 'Every plan was finished or cancelled in the meantime.',
  'nobody-responsible': 'Nobody is responsible for the task; the manager’s summary carries it.',
  'person-deactivated': 'The person responsible has been deactivated.',
} as const

export type HoldCode = keyof typeof holdReasons

export interface Hold {
  readonly code: HoldCode
  /** A sentence for people. */
  readonly reason: string
}

/** The hold with its sentence. */
export function holdFor(code: HoldCode): Hold {
  return { code, reason: holdReasons[code] }
}
