/**
 * The place of the item's printed forms: guide, poster and brochure. Empty until the buttons that fetch
 * them stand here.
 */
export function EntryDocuments(_: { code: string }) {
  return null;
}
