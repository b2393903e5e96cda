/** Text as it stands in HTML or XML, in an element or in a quoted attribute. */
export const escaped = (said: string): string =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
