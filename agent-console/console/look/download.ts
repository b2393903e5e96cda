/** Hands a file to the person at the browser, who chooses where it goes. Nothing of it is kept in the page. */
export function download({ name, type, bytes }: { name: string; type: string; bytes: Uint8Array }): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
