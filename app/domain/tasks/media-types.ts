/**
 * What a browser is told an evidence file is. The list is ours, by the file's ending, and never what
 * the uploader claimed: a page of HTML passed off as a picture is then shown by nobody.
 *
 *     mediaTypeOf('Audit 2026.PDF') // 'application/pdf'
 *     mediaTypeOf('page.html')      // 'application/octet-stream'
 */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
  eml: 'message/rfc822',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** The media type for a file of this name; what is not on the list is bytes and nothing more. */
export function mediaTypeOf(fileName: string): string {
  const ending = (fileName.split('.').slice(1).at(-1) ?? '').toLowerCase()
  return Object.hasOwn(mediaTypes, ending) ? mediaTypes[ending]! : 'application/octet-stream'
}
