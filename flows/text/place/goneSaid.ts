/**
 * That she left or was taken away, told without where she is now: "corrí", "nos vamos", "me subió al auto", "me trajo donde su
 * mamá". What she writes next, led by "en" or "queda en", is then where she is, and no more of the house that she left.
 */
import { lately } from '../lately.js';
import { spaced } from '../plain.js';

/** She is not any more where she was; null-safe for what is only wished, of another day, or of somebody else. */
export const tellsGone = lately((text: string): boolean => {
  const said = spaced(text);
  return !text.includes('?') && !NOT_NOW.test(said) && (LEFT.test(said) || TAKEN.test(said));
});

/** Where she is, as she would write it by itself: "estoy en la copec"; null where her text begins with no word of a place. */
export const asHere = lately((text: string): string | null => {
  const led = LED.exec(text);
  if (led) return `estoy ${text.slice(led.index + led[0].length).trim()}`;
  return null;
});

const LEFT =
  / (?:(?:me|nos) (?:arranque|arrancamos|escape|escapamos|fui|fuimos|vine|vinimos|escondi|escondimos|refugie|refugiamos)|nos vamos|arranque|arrancamos|escape|escapamos|corri|corrimos|hui|huimos|sali|salimos|(?:logre|logramos|pude|pudimos|alcance|alcanzamos|consegui)(?: a)? (?:salir|arrancar|arrancarme|escapar|escaparme|irme|correr)|(?:ya |ahora )?(?:estoy|estamos|toy) (?:afuera|fuera|lejos|arrancando|corriendo)|(?:vamos|voy|estoy|estamos) (?:en|arriba del) (?:el |su |un )?(?:auto|camioneta|taxi|uber|micro|bus)|i (?:ran|left|escaped|fled|got (?:out|away))|we (?:ran|left|escaped|fled|got (?:out|away))|fugi|escapei|mwen (?:sove|chape)) /;
/** By him, or by who helps her. */
const TAKEN =
  / (?:me|nos) (?:(?:llevo|llevaron|lleva|llevan|trajo|trajeron|trae|traen) (?:a|al|donde|pa|para|hacia|lejos|con|en|de)|(?:llevo|llevaron|trajo|trajeron)(?= $)|(?:subio|subieron|metio|metieron|echo|echaron) (?:al?|en|arriba) (?:\S+ )?(?:auto|camioneta|taxi|camion|furgon|moto|bus|micro)|(?:saco|sacaron) (?:de|a|para|pa)) | (?:he|they) (?:took|brought|drove) (?:me|us) /;
/** Wished, failed, of another day, or told of him. */
const NOT_NOW =
  / (?:no|nunca|ni|casi|quiero|queria|quisiera|quise|intente|trate|trato|ayer|anoche|antes|cuando|siempre|voy a|vamos a|puedo|podria|si (?:me|nos|sali|corri)|la otra vez|el otro dia|hace|volvi|volvimos|not|cant|want|yesterday|when|nao|pa) /;
const LED =
  /^\s*(?:(?:y|ya|ahora|pero|creo\s+que|now)\s+)*(?:(?:queda|es|era|esta|est[aá]|ando)\s+(?=(?:en|donde|por|al?|cerca)\s)|(?=(?:en|donde|afuera\s+del?|at|in)\s))/iu;
