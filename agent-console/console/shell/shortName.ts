/** `Ana R.`: the first name, and the initial of the next that is a name: neither "de" nor "las". */
export function shortName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  const next = others.find(word => /^\p{Lu}/u.test(word));
  return next ? `${first} ${next[0]}.` : first;
}

/** `AR`: the same in two letters. */
export const initialsOf = (name: string): string =>
  shortName(name)
    .split(' ')
    .map(word => word.charAt(0).toUpperCase())
    .join('');
