/**
 * That another is somewhere else now, told by who writes for her: "se arrancó, está en la copec de Pajaritos", "se la llevó a
 * la casa del hermano", "vayan al 0460". It is read as that one would tell it herself, so that a place is found in it alike.
 */
import { lately } from '../lately.js';
import { spaced } from '../plain.js';

/** Her text as the other would write it of herself; null where it tells of nobody who moved, or of him. */
export const asOthersOwn = lately((text: string): string | null => {
  const parts = text.split(PARTS);
  // Who left, and who is there then, is told in two sentences as often as in one.
  const fled = parts.some(part => isOfHer(part) && GONE.some(([gone]) => gone.test(part)));
  const own = parts.map(part => (isOfHer(part) ? put(part, fled ? [...GONE, ...IS_AT] : [...GONE, ...IS_NOW]) : part));
  return own.some((part, i) => part !== parts[i]) ? own.join('') : null;
});

/** "Vayan al 0460", "send them to 460": where they are to go, as who is there would tell it; null where it is none. */
export const asSentTo = lately((text: string): string | null => {
  const own = put(text, SENT);
  return own === text || DENIED_FIRST.test(spaced(text)) ? null : own;
});

/** "Vayan al 0460, no al 0454", "not to the house": the place that was known is surely not it. */
export const deniesFirst = (text: string): boolean => DENIES.test(spaced(text));

/** "Paró en la Shell de Lo Boza", of that in which she is taken: where it stands now, as she would tell it on foot. */
export const asStopped = lately((text: string): string | null => {
  const own = put(text, STOPPED);
  return own === text || GOES_ON.test(spaced(text)) ? null : own;
});

type Rule = readonly [RegExp, string];
const put = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((told, [from, to]) => told.replace(from, to), text);

/** He who left moved nobody; who was taken by him did. */
const isOfHer = (part: string): boolean => !HIM.test(spaced(part)) || TAKEN.test(spaced(part));
const HIM =
  / (?:el|mi (?:ex|marido|pololo|pareja|conviviente|esposo|novio|papa|padre|padrastro|hermano|hijo|yerno|cuñado|cunado)|el (?:marido|ex|pololo|esposo|tipo|hombre|vecino|viejo)|su (?:ex|marido|pololo|pareja|esposo|novio)|los (?:vecinos|carabineros|pacos)|he|hes|her (?:husband|ex|boyfriend)|ele|o marido) (?:ya |se |recien |ahora |tambien )*(?:fue|arranco|escapo|salio|corrio|esta|anda|vino|metio|escondio|llego|ran|left|went|is|fled|out|at|in|fugiu|saiu|correu) /;
const TAKEN = / (?:se )?(?:la|las|los) (?:llev|traj|tien|tras|inter|deriv)\S* | took her | a levou | mennen l(?:i)? /;
const PARTS = /(?<=[,.;\n]|\s(?:y|and|e)\s)/iu;

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'giu');
const GONE: readonly Rule[] = [
  [word('se\\s+la\\s+llev(?:[oó]|aron)'), 'me llevó'],
  [word('la\\s+(?:llev(?:[oó]|aron)|traslad(?:[oó]|aron)|deriv(?:[oó]|aron))'), 'me llevaron'],
  [word('la\\s+(?:trajo|trajeron)'), 'me trajeron'],
  [word('la\\s+(?:internaron|ingresaron|tienen|tiene)(?=\\s+en)'), 'me tienen'],
  [word('se\\s+(?:arranc[oó]|escap[oó]|fue|vino)(?:\\s+corriendo|\\s+arrancando)?'), 'me fui'],
  [word('se\\s+(?:arrancaron|escaparon|fueron|vinieron)(?:\\s+corriendo|\\s+arrancando)?'), 'nos fuimos'],
  [word('se\\s+(?:escondi[oó]|refugi[oó])'), 'me escondí'],
  [word('se\\s+meti[oó]'), 'me metí'],
  [word('se\\s+(?:pas[oó]|cambi[oó])(?=\\s+(?:al?|donde))'), 'me pasé'],
  [word('se\\s+baj[oó]'), 'me bajé'],
  [word('sali[oó]'), 'salí'],
  [word('corri[oó]'), 'corrí'],
  [word('arranc[oó](?=\\s+(?:al?|donde|hacia|pa|para))'), 'arranqué'],
  [word('(?:he\\s+|they\\s+)?took\\s+her'), 'he took me'],
  [word('(?:she|they)\\s+(?:ran|fled|escaped|got\\s+(?:out|away)|left|went)(?:\\s+(?:out|away|off))?'), 'i ran'],
  [word('(?:ele\\s+)?a\\s+levou(?:\\s+(?:para|pra|pro))'), 'me llevó a'],
  [
    word('(?:ela\\s+)?(?:fugiu|escapou|saiu|correu)(?:\\s+correndo)?(?:\\s+(?:para|pra|pro)(?:\\s+[oa])?)?'),
    'me fui a',
  ],
  [word('(?:li|yo)\\s+mennen\\s+l(?:i)?(?:\\s+(?:nan|lakay|kay))?'), 'me llevó a'],
  [
    word('li\\s+(?:kouri|sove|chape|pati|ale)(?:\\s+(?:ale|kouri|met\\s+deyò))?(?:\\s+(?:nan|lakay|kay|bò))?'),
    'me fui a',
  ],
  [/(?<=me fui a )plas(?:\s+la)?(?![\p{L}\d])/giu, 'plaza'],
];
const AT = '(?=\\s+(?:en|donde|afuera|escondida|refugiada|ahora\\s+en))';
const OTHER =
  '(?:ella|ellas|mi\\s+(?:mam[aá]|hermana|hija|amiga|vecina|prima|t[ií]a|abuela|sobrina)|la\\s+vecina|la\\s+niña|la\\s+señora)';
/** Where she is then. */
const IS_AT: readonly Rule[] = [
  [word(`(?:${OTHER}\\s+)?(?:ahora\\s+|ya\\s+)*est[aá]${AT}`), 'ahora estoy'],
  [word(`(?:${OTHER}\\s+)?(?:ahora\\s+|ya\\s+)*est[aá]n${AT}`), 'ahora estamos'],
  [word("(?:she\\s+is|she[’']?s|they\\s+are|they[’']?re)(?:\\s+now)?(?=\\s+(?:at|in|hiding))"), 'i am'],
  [word('(?:ela\\s+)?(?:agora\\s+)?est[aá]\\s+(?:no|na|em)'), 'ahora estoy en'],
  [word('(?:kounye\\s+a\\s+)?li\\s+nan'), 'ahora estoy en'],
];
/** Without a word of having gone: that it is of now, or who. "Está en la plaza" tells where the house stands. */
const IS_NOW: readonly Rule[] = [
  [word(`(?:(?:${OTHER}\\s+)?(?:ahora|ya)|ella|(?:mi|la)\\s+vecina)\\s+est[aá]${AT}`), 'ahora estoy'],
  [word(`(?:(?:${OTHER}\\s+)?(?:ahora|ya)|ellas)\\s+est[aá]n${AT}`), 'ahora estamos'],
  [
    word("(?:she\\s+is|she[’']?s)\\s+now(?=\\s+(?:at|in|hiding))|now\\s+(?:she\\s+is|she[’']?s)(?=\\s+(?:at|in))"),
    'i am',
  ],
  [word('(?:ela\\s+agora|agora(?:\\s+ela)?)\\s+est[aá]\\s+(?:no|na|em)'), 'ahora estoy en'],
  [word('kounye\\s+a\\s+li\\s+nan'), 'ahora estoy en'],
];
const SENT: readonly Rule[] = [
  [
    word(
      '(?:d[ií]ga(?:n)?les?\\s+que\\s+|que\\s+)?(?:vayan|vaya|vengan|manden(?:los)?|env[ií]en(?:los)?)(?=\\s+(?:al?|donde)\\s)',
    ),
    'me fui',
  ],
  [
    word('(?:tell\\s+them\\s+to\\s+)?(?:go|send\\s+(?:them|the\\s+police|someone))\\s+to(?:\\s+number)?(?=\\s+\\d)'),
    'me fui al',
  ],
  [word('(?:v[aã]o|mandem)\\s+(?:ao|para\\s+o|pro)(?:\\s+n[uú]mero)?(?=\\s+\\d)'), 'me fui al'],
  [word('(?:ale|voye\\s+yo)\\s+nan(?:\\s+nimewo)?(?=\\s+\\d)'), 'me fui al'],
];
const DENIED_FIRST = /^ (?:que )?(?:no|nao|pa|dont|do not) /;
const DENIES =
  / (?:no (?:al?|en|vayan|a la casa|al depto)|not (?:to|at)|nao (?:ao|no|na)|pa nan) (?:el |la |the |mi |su |numero )*(?:\d|casa|depto|departamento|direccion|house) ?/;
const STOPPED: readonly Rule[] = [
  [
    word(
      '(?:el\\s+)?(?:se\\s+(?:detuvo|par[oó]|estacion[oó])|par[oó]|estacion[oó]|fren[oó])(?=\\s+(?:en|al|frente|afuera))',
    ),
    'ahora estoy',
  ],
  [
    word('(?:paramos|nos\\s+detuvimos|nos\\s+paramos|estamos\\s+parados|estamos\\s+detenidos)(?=\\s+(?:en|al|frente))'),
    'ahora estoy',
  ],
  [word('(?:he|we)\\s+(?:stopped|parked|pulled\\s+over|pulled\\s+in)(?=\\s+(?:at|in|by))'), 'i am'],
  [word('(?:ele\\s+)?(?:parou|estacionou)\\s+(?:no|na|em)'), 'ahora estoy en'],
  [word('li\\s+(?:kanpe|rete)\\s+nan'), 'ahora estoy en'],
];
const GOES_ON = / (?:siguio|sigue|seguimos|y (?:partio|partimos)|drove on|kept going|luz roja|semaforo|red light) /;
