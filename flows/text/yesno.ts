/**
 * Yes, no, or does not know, in a short reply: Spanish of Chile, English, Portuguese and Haitian Creole.
 *
 * It reads the reply, not the danger: sense has looked at the text before. When in doubt it says `null` (no answer, ask
 * again or let the step treat it as free text), because a "no" or a "yes" taken by mistake changes what happens to her.
 */
import { plain, squeeze } from './plain.js';

export type YesNo = 'yes' | 'no' | 'unknown';

/**
 * The answer in a reply, or null when it is no answer.
 *
 * A leading yes or no counts in a longer sentence ("no, nada más gracias", "si tiene arma"), unless what follows shows
 * that the word is no answer ("no puedo hablar", "si vuelvo me mata" where *si* is *if*). One dot alone is a yes: the
 * service tells her so, for when she cannot write. "?" and "a veces" are `unknown`; a person looks at them.
 */
export function readYesNo(text: string): YesNo | null {
  const emoji = ofEmoji(text);
  const [first = '', ...clauses] = plain(text)
    .replace(/[^\p{L}\p{N} ,.;:!?\n]/gu, ' ')
    .split(/[,.;:!?]+/)
    .map(tidy)
    .filter(Boolean);
  if (first === '') return emoji ?? OF_SIGNS[plain(text)] ?? null;
  const whole = [first, ...clauses].join(' ');
  const known =
    EXACT.get(whole) ?? (DOES_NOT_KNOW.test(whole) && count(first) <= UNKNOWN_WORDS_MAX ? 'unknown' : undefined);
  if (known) return known;
  if (/^\d/.test(first)) return null;
  const lead = skipFillers(first);
  if (lead === '' && clauses.length > 0) return readYesNo(clauses.join(', '));
  if (WEAK.has(lead) && clauses.length > 0)
    return THANKS.test(clauses.join(' ')) ? (EXACT.get(lead) ?? null) : readYesNo(clauses.join(', '));
  const asks = text.includes('?');
  return (
    EXACT.get(lead) ?? ofLeading(lead, clauses, /^\s*s[íÍ]/iu.test(text), asks) ?? (count(whole) <= 2 ? emoji : null)
  );
}

/** Reads "si …" and "no …" by the words that follow. `accented`: she wrote "sí", which is never *if*. */
function ofLeading(lead: string, clauses: readonly string[], accented: boolean, asks: boolean): YesNo | null {
  const [word = '', ...rest] = lead.split(' ');
  const next = rest.join(' ');
  if (STRONG_YES.has(word)) {
    if (/^(?:y|o|pero) no\b|\bpero no$/.test(next) || clauses[0] === 'no') return 'unknown';
    if (word !== 'si') return /^no\b/.test(next) ? 'no' : 'yes';
    return !accented && next !== '' && isCondition(next, clauses, asks) ? null : 'yes';
  }
  if (!NO_WORDS.has(word)) return null;
  if (next === '') return 'no';
  if (word === 'non') return NON_FOLLOWERS.test(next) ? 'no' : null;
  const qualified = QUALIFIABLE.test(next) && QUALIFIER.test([next, ...clauses].join(' '));
  return NO_FOLLOWERS.test(next) && !NO_BUT.test(next) && !qualified && count(next) <= NO_WORDS_MAX ? 'no' : null;
}

/** Whether "si …" without accent is *if*: a question, a long clause, or the words that people put after *if*. */
function isCondition(next: string, clauses: readonly string[], asks: boolean): boolean {
  if (AFFIRMED.test(next)) return CONSEQUENCE.test([next, ...clauses].join(' '));
  const long = count(next) > (CLITIC.test(next) ? CLITIC_WORDS_MAX : SI_WORDS_MAX);
  return asks || long || CONDITION.test(next) || CONSEQUENCE.test([next, ...clauses].join(' '));
}

/** Repeated negatives are one: "no no no viene" must be read as "no viene". */
const tidy = (clause: string): string =>
  squeeze(clause.replace(/\s+/g, ' ').trim()).replace(/^(?:(no|si) )+(?=\1\b)/, '');

function skipFillers(clause: string): string {
  let lead = clause;
  for (let before = ''; lead !== before; ) {
    before = lead;
    lead = lead
      .replace(
        /^(?:hola|ah+|ay|oh|uf|eh*|em|m+|hum|este|pucha|perdon|disculpe|gracias|la verdad(?: que)?|por fa(?:vor)?|porfa|ok bueno)(?: |$)/,
        '',
      )
      .replace(
        /^(?:bueno|pues|ok|mira|yo creo que|creo que|segun yo|parece que|obvio que|claro que|por supuesto que) (?=(?:si|no|ya|claro|yes)\b)/,
        '',
      )
      .replace(/^ya (?=si\b)/, '');
  }
  return lead;
}

/** Emoji that all mean the same answer. Beside another sign (✋👍✊ is a call for help) they are none. */
function ofEmoji(text: string): YesNo | null {
  const flat = plain(text);
  if (!/\p{Extended_Pictographic}/u.test(flat)) return null;
  const signs = [...flat].filter(sign => /\p{Extended_Pictographic}/u.test(sign) && !/[♀♂]/u.test(sign));
  const read = new Set(signs.map(sign => OF_EMOJI[sign] ?? null));
  return read.size === 1 ? ([...read][0] ?? null) : null;
}

const count = (clause: string): number => clause.split(' ').length;

const OF_SIGNS: Readonly<Record<string, YesNo>> = { '?': 'unknown', '??': 'unknown', '???': 'unknown' };
const OF_EMOJI: Readonly<Record<string, YesNo>> = {
  '👍': 'yes',
  '👌': 'yes',
  '✅': 'yes',
  '✔': 'yes',
  '☑': 'yes',
  '👎': 'no',
  '❌': 'no',
  '🚫': 'no',
  '🙅': 'no',
  '✖': 'no',
  '🤷': 'unknown',
  '🤔': 'unknown',
};

const list = (text: string): string[] => text.split('|').map(phrase => squeeze(plain(phrase)));

const YES = list(
  `si|sip|sipo|sip po|si po|si poh|sipo poh|see|sep|s|claro|claro que si|claro q si|claro si|claro po|ya|ya po|yapo|ya dale|ya ok|ya bueno|si ya|
obvio|obvio po|obvio que si|por supuesto|desde luego|seguro|exacto|exactamente|correcto|efectivamente|asi es|eso|eso es|ese mismo|esa misma|afirmativo|
confirmo|confirmado|acepto|autorizo|dale|dale po|ok|okey|okay|oki|vale|bueno|bueno ya|bueno si|de acuerdo|de una|1|quiero|si quiero|me gustaria|me encantaria|por fa si|porfa si|
creo que si|creo q si|creo k si|parece que si|segun yo si|siempre|yes|yep|yeah|yup|yes please|sure|of course|please do|sim|com certeza|claro que sim|isso|wi|wi wi|oui|dakò|dako|d'accord|byen si`.replace(
    /\n/g,
    '',
  ),
);
const NO = list(
  `no|nop|nopo|no po|nope|nah|na|nunca|jamas|n|0|para nada|pa na|nada|nada de eso|ninguno|ninguna|negativo|claro que no|obvio que no|por supuesto que no|
tampoco|ni cagando|ni ca|nica|nones|ni ahi|ni loca|ni muerta|mejor no|prefiero que no|ahora no|hoy no|hoy dia no|en este momento no|por hoy no|ya no|todavia no|aun no|por ahora no|por el momento no|never|not now|not today|not right now|not at the moment|not really|no thanks|nao|agora nao|ainda nao|nunca mais|non|pa kounye a|jame`.replace(
    /\n/g,
    '',
  ),
);
const UNKNOWN = list(
  `quizas|quiza|tal vez|talvez|talves|puede ser|a lo mejor|depende|a veces|casi|una vez|casi siempre|mas o menos|en parte|nc|ni idea|creo que no|creo|silencio|si y no|ni si ni no|
maybe|perhaps|idk|dunno|sometimes|i guess|i think so|as vezes|petet|pitet|pe et|pafwa|peut etre|parfois|je sais pas`.replace(
    /\n/g,
    '',
  ),
);
const DOES_NOT_KNOW = new RegExp(
  `^(?:${squeeze(
    'no se(?: (?:po|la verdad|bien|si|que|como|cuando|donde|quien|nada|aun|todavia|muy|senorita))?$|no se (?:si|que|como|bien) |nose|no lo se|no sabria|no tengo idea|ni idea|no cacho|no me acuerdo|no recuerdo|no estoy segur[ao]?|no creo|puede ser(?: (?:que )?(?:si|no))?$|' +
      'quizas?|tal vez|talvez|a lo mejor|depende|a veces|mas o menos|i (?:dont|don t|do not) know|(?:dont|don t) know|not sure|im not sure|i m not sure|maybe|nao sei|nao lembro|nao tenho certeza|(?:m|mwen) pa (?:konnen|konen|sonje)|je ne sais pas',
  )})(?: |$)`,
);
/** "A veces me pega" is an answer that a person must look at; a longer sentence is a story. */
const UNKNOWN_WORDS_MAX = 6;
const EXACT = new Map<string, YesNo>([
  ...YES.map(it => [it, 'yes'] as const),
  ...NO.map(it => [it, 'no'] as const),
  ...UNKNOWN.map(it => [it, 'unknown'] as const),
]);

/** Answers only when alone or thanked for: "bueno, dígame" and "ok, pero cómo" are no yes. */
const WEAK = new Set(list('ya|bueno|ok|okay|okey|oki|vale|eso|isso'));
const THANKS =
  /^(?:(?:muchas |mil )?gracias|por ?fa(?:vor)?|thanks?|thank you|obrigad[ao]|mesi)(?: (?:senorit[ao]|muy amable|un monton))?$/;

/** Yes words that count with anything behind them. */
const STRONG_YES = new Set(
  list('si|sip|sipo|claro|obvio|exacto|confirmo|acepto|autorizo|yes|yep|yeah|yup|sure|sim|wi|oui'),
);
const NO_WORDS = new Set(list('no|nop|nopo|nope|nah|nao|non|never'));

/** After "si" without accent: an answer, however long ("si me ha amenazado con …"). */
const AFFIRMED =
  /^(?:po+h?|claro|gracias|por favor|porfa|quiero|estoy|puedo|tengo|tiene|confirmo|acepto|autorizo|doy|senorita|ya|soy|he|ha|hay|me (?:gusta|gustaria|interesa|sirve|sirvio|siento|ha|han|pueden|conviene|acomoda|haria|ayudo|amenazo|amenaza|pego|apreto|sigue|revisa|controla|da miedo)|le tengo|l[oa] (?:tiene|quiero|necesito)|le autorizo|mwen)\b/;
const CONDITION =
  /^(?:no|alguien|nadie|uno|una?|el|ela|yo|mi|algun|manana|vuelvo|salgo|hablo|lamo|laman|grito|denuncio|contesto|escribo|vuelve|sabe|supiera|se|lega|aparece|quieren|pueden|pudiera|fuera|tuviera|hubiera|debe|dejo|me (?:ve|pila|escucha|encuentra|dan|dejan|dejai|responden|lama|demoro|pasa|piden|meten|aparecen)|les? (?:digo|doy|cuento|pasa)|lo (?:denuncio|dejo)|la retiro)\b/;
const CONSEQUENCE =
  /\b(?:me|nos|la|lo|los|te) (?:mata|matan|va a matar|pega|golpea|ahorca|echa|quita|corta|pila|encierra|hace algo)\b/;
const CLITIC = /^(?:me|te|se|le|les|lo|la|los|las|nos)\b/;
const CLITIC_WORDS_MAX = 4;
const SI_WORDS_MAX = 7;
/** "Non" is "no" in Haitian Creole before these; before "mwen se" it is "my name". */
const NON_FOLLOWERS = /^(?:mesi|merci|li|yo|ou|w|pa|poko|gen|nou|sa|(?:m|mwen) (?!se|rele))\b/;
/** "No me pega, solo me aplasta" is no "no". */
const QUALIFIABLE = /^(?:me (?:pega|ha|han|amenaza|sigue)|es|era|fue)\b/;
const QUALIFIER = /\b(?:solo|pero|sino|aunque|cuando)\b| me (?!ha\b|han\b)/;
const NO_WORDS_MAX = 9;
/** "No es que …" and "no quiero vivir" are stories, not answers. */
const NO_BUT = /^(?:es (?:q|que)\b|quiero (?:vivir|seguir viviendo|morir|ir))/;

/** After "no" without a comma: what leaves it an answer ("no hay peligro"). Anything else is a statement ("no respira"). */
const NO_FOLLOWERS = new RegExp(
  `^(?:${[
    'po+h?',
    'gracias',
    'muchas',
    'por (?:ahora|el momento|favor|suerte)',
    'porfa',
    'todavia',
    'aun',
    'nada',
    'nunca',
    'tanto',
    'mucho',
    'senorit[ao]',
    'senora?',
    'mijit[ao]',
    'amiga',
    'ahora',
    'aora',
    'hoy',
    'quiero',
    'necesito',
    'deseo',
    'prefiero',
    'acepto',
    'autorizo',
    'doy',
    'entrego',
    'hay',
    'es',
    'era',
    'fue',
    'son',
    'estoy',
    'esta',
    'estan',
    'tengo',
    'tiene',
    'tienen',
    'ha',
    'han',
    'he',
    'vive',
    'vivo',
    'viven',
    'sola',
    'solo',
    'me (?:gustaria|interesa|sirve|sirvio|gusto|ha|han|siento|ayudo|conviene|acomoda|amenaza|sigue|pega|manden|lamen)',
    'lo (?:es|tiene|ha|hace)',
    'la (?:tiene|ha)',
    'nos ha',
    'pero (?:gracias|no)',
    'y no',
    'im not',
    'i m not',
    'i am not',
    'i dont',
    'i don t',
    'i do not',
    'i havent',
    'he isnt',
    'he isn t',
    'he is not',
    'he doesnt',
    'he doesn t',
    'thanks?',
    'thank you',
    'not',
    'obrigad[ao]',
    'estou',
    'to',
    'tenho',
    'tem',
    'quero',
    'preciso',
    'agora',
    'mesi',
    'merci',
  ]
    .map(it => squeeze(it))
    .join('|')})\\b`,
);
