/**
 * Refusals that people may read. Every message is a whole sentence that says what happened, what
 * was kept and what to do; the doors turn each class into its HTTP status or exit code.
 *
 *     throw new Invalid('due-on-holiday', 'Thu 25 Dec is a holiday; choose another day.', 'dueOn')
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message)
    this.name = new.target.name
  }
}

/** There is no such thing here: wrong id, or another organisation's. Answered with 404. */
export class NotFound extends DomainError {
  constructor(what: string) {
    super(
      'not-found',
      `There is no such ${what} here. It may have been removed, or the link is wrong.`,
    )
  }
}

/** A link in somebody's mail that opens nothing any more; why is not said. Answered with 404. */
export class LinkVoid extends NotFound {
  constructor() {
    super('link')
    this.message =
      'This link no longer opens anything; nothing was changed. The newest message you got has one that works. If it does not either, ask the clinic that wrote to you.'
  }
}

/** The actor is known but may not do this. Answered with 403. */
export class Forbidden extends DomainError {
  constructor(message = 'Your role does not allow this. Ask a manager or an administrator.') {
    super('forbidden', message)
  }
}

/** The actor may do this, but has to prove once more who they are. Doors lead there and back. */
export class ProofNeeded extends DomainError {
  constructor() {
    super(
      'proof-needed',
      'This needs a fresh proof that it is you; nothing was changed. Confirm it is you, then send it once more.',
    )
  }
}

/** What the input asks for cannot be done as given. Answered with 400. */
export class Invalid extends DomainError {}

/** Somebody changed the row since the form was opened. Answered with 409; `current` is what stands now. */
export class Conflict extends DomainError {
  constructor(
    message: string,
    readonly current: Readonly<Record<string, string | null>>,
  ) {
    super('stale', message)
  }
}
