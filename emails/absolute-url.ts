import { z } from 'zod'

/** A link that works from inside a mail: absolute, http or https. Anything else is refused. */
export const AbsoluteUrl = z.url({ protocol: /^https?$/ })
