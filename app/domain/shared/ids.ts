/**
 * Ids are UUIDs, made by the infrastructure. An id from a URL can be anything; what is no UUID names
 * nothing, and asking the database about it would be an error rather than "not found".
 *
 *     isId('0193a5c2-7b1e-7cc3-9d0a-3f5d2c1b0a99') // true
 *     isId('new')                                  // false
 */
const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether `text` has the shape of an id. */
export const isId = (text: string | null | undefined): text is string => shape.test(text ?? '')
