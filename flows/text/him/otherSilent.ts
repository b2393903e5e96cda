/**
 * "No contesta", "ya no responde los mensajes", "tiene el celular apagado", and not a word of anything else: written for another
 * who is in danger, that is news of her. Who does not answer to what is done to her, or does not move, needs an ambulance, and
 * "no responde" alone may say so.
 */
import { lately } from '../lately.js';
import { plain } from '../plain.js';

export const otherSilent = lately((text: string): boolean => {
  if (text.includes('?')) return false;
  const flat = plain(text, { punctuation: false });
  return SILENT.some(pattern => pattern.test(flat));
});

const HER =
  '(?:ella|mi (?:amiga|vecina|hermana|hija|mama|prima|tia|cunada|abuela|colega)|la (?:vecina|senora|amiga|chica))';
const ON =
  '(?: (?:el|los|las|la|mi|mis|a|al|su|sus|por|en|de))*(?: (?:telefono|celular|celu|cel|fono|whatsapp|wsp|wasap|mensajes?|llamadas?|chat|timbre|puerta))';
const TRIED =
  '(?:(?:la|le|lo) (?:llamo|llame|estoy llamando|escribo|escribi|hablo|hable|mando mensajes|mande mensajes)(?: (?:y|pero|y ya|por telefono|por whatsapp))* )?';
const ES = [
  `${TRIED}(?:no (?:me |nos |le |les |te )?(?:contesta|kontesta|contesto|atiende)(?: nada| mas| nadie)?|no (?:me|nos|le) (?:responde|lee|respondio|leyo)(?: nada| mas)?)(?:${ON})?`,
  `${TRIED}no (?:me |nos |le )?(?:responde|lee|abre|ve|revisa|recibe|respondio|leyo)${ON}`,
  `no (?:le )?(?:llegan|entran|salen) (?:los|mis|las) (?:mensajes|llamadas)`,
  '(?:tiene |esta |ta |anda con )(?:(?:el|su) )?(?:(?:celular|celu|cel|telefono|fono|whatsapp) )?(?:apagado|sin senal|fuera de servicio|desconectado|ocupado)',
  '(?:su|el) (?:celular|celu|cel|telefono|fono) (?:(?:esta|ta|sale|suena|figura|me sale) )?(?:apagado|sin senal|fuera de servicio|ocupado)',
  '(?:(?:me )?(?:manda|tira|salta|cae|se va|sale) (?:a|al|el|directo al) )?buzon(?: de voz)?|me (?:dejo|deja) en visto|se desconecto|no se conecta',
  'no (?:la|le) (?:puedo|logro|he podido) (?:ubicar|contactar|llamar|encontrar)|no (?:la|le) ubico',
];
const EN = [
  '(?:she|my (?:friend|sister|neighbou?r|daughter|mom)) ?(?:is|s|wont|doesnt|does|will|didnt)?(?: not)? ?(?:answer|answering|reply|replying|respond|responding|pick up|picking up)(?: (?:me|back|now|anymore|to))*(?: (?:her|the|my) (?:phone|texts|messages|calls))?',
  'no (?:answer|reply|response)(?: from her)?|(?:her )?phone is (?:off|dead)|(?:it )?goes (?:straight )?to voicemail',
];
const PT = [
  '(?:ela )?nao (?:me )?(?:atende|responde)(?: (?:mais|nada))?(?: (?:o|as|os|meu|minhas|ao) (?:telefone|celular|mensagens|ligacoes|zap))?',
  '(?:o )?(?:celular|telefone) (?:dela )?(?:esta |ta )?desligado',
];
const HT = ['li pa reponn (?:telefon|mesaj|m|mwen)(?: (?:nan|la|yo|li))?', 'telefon li (?:femen|etenn)'];
const AROUND =
  '(?:ya|ahora|todavia|aun|y|pero|hace rato|por favor|no se|nada|hola|oye|amiga|tampoco|and|still|now|please|ainda|ja|agora)';
const SILENT = [...ES, ...EN, ...PT, ...HT].map(
  said => new RegExp(`^(?:${AROUND} |${HER} )*(?:${said})(?: ${AROUND}| ${HER})*$`, 'u'),
);
