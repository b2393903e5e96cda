/** A dialogue asks for what is not there: told in one message, and nothing is judged. */
export class CannotPlay extends Error {
  override name = 'CannotPlay';
}
