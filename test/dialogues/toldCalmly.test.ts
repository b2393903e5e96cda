/**
 * Danger in calm words: she is not safe, fears him beyond words, he is free, he found out or knows where she is, or she struck him down. The
 * models hear none of it. In every place she is asked of danger and people are told; and a talk in which she told fear is
 * not closed untold. What sounds like it and is of something else is left alone.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource, Published, readProtocolFolder } from '../../bot/publish.js';
import { ROOT } from '../../bot/root.js';
import { readTrained } from '../../bot/sense/trained.js';
import { play } from '../../bot/simulate/play.js';
import { readDialogues } from '../../bot/simulate/read.js';
import { saidOf } from '../../flows/lists.js';

const protocol = parseSource(readProtocolFolder(path.join(ROOT, 'protocols', 'whatsapp-mujer')));
const published = new Published(readTrained(ROOT));
published.publish(protocol);

const readsAs = (name: string, text: string): boolean => saidOf(text).reads(protocol.readings, name);
const listed = (texts: string): string[] => texts.split('|').map(text => text.trim().replace(/\s+/g, ' '));

/** Names of the readings that hear it, and what is heard. */
const TOLD: readonly { what: string; names: string; texts: string }[] = [
  {
    what: 'she is not safe',
    names: 'not-safe',
    texts: `
    no estoy a salvo|no estoy a salvo aca|no me siento a salvo|no me siento segura en mi casa|
    no me siento segura con mi pareja|no estoy segura aqui|ya no estoy segura en ninguna parte|i dont feel safe at home|
    m pa an sekirite|mwen pa an sekirite lakay mwen|mwen pa santi m an sekirite|aqui no estoy segura|
    no nos sentimos seguras en la casa|ya no me siento segura|en mi casa no me siento segura|nao estou a salvo|
    nao me sinto segura em casa|i'm not safe|i feel unsafe with my husband|no me ciento segura en mi ksa|no estoi a salvo|
    no estamos a salvo mis hijos y yo|no me siento a salvo con este hombre|mis hijos y yo no estamos seguras aca|
    no me siento protegida en mi casa|ya no me siento segura ni en mi casa|no estoy segura viviendo con el|
    we are not safe here|i dont feel safe around my ex|i never feel safe at home|não estou segura com ele|
    não me sinto segura na minha casa|nou pa an sekirite|lakay mwen pa an sekirite`,
  },
  {
    what: 'terror of him',
    names: 'terror-told',
    texts: `
    le tengo terror|vivo aterrada|tiemblo cuando siento la llave|me tirito entera cuando llega|me da terror que llegue|
    vivimos con miedo|me tiene aterrada|i live in fear|im terrified of him|i shake when i hear his key|tenho pavor dele|
    vivo apavorada|m ap viv nan laperez|mwen pè li anpil|tengo terror de q vuelva|le tenemos panico|
    me da panico cuando llega|estoy aterrorizada|tirito entera cada vez que escucho el auto|
    mis hijos le tienen terror al papa|le tengo mucho miedo|me tiene muerta de miedo|vivo en el terror|he terrifies me|
    i freeze when i hear him|i live in constant fear|tenho muito medo dele|estou apavorada|tremo quando ele chega|
    m tranble lè m tande li`,
  },
  {
    what: 'he is free, or what kept him away is gone',
    names: 'set-free set-free-named monitor-off measure-gone',
    texts: `
    mi ex cumplió la condena y sale mañana de la carcel|mi ex quedo libre hoy|quedo en libertad mi ex|mi ex salio libre|
    me avisaron q lo sueltan mañana|el fiscal me llamo q lo soltaban hoy|lo dejaron libre en el control de detencion|
    se escapo de la carcel el papa de mis hijos|mi ex se saco la tobillera|
    le levantaron la prision preventiva a mi ex, tengo miedo|le dieron la condicional al papa de mi hijo|
    mi agresor quedo con arresto domiciliario y vive al lado|he is out of jail|my ex got released today|
    he got out of prison yesterday|his bail was posted, he's out|el juez lo dejo libre|mi ex corto la tobillera|
    le sacaron la tobillera electronica hoy|le sacaron la cautelar|my ex cut off his ankle monitor|mi marido kedo livre|
    ya esta libre mi ex|lo largaron anoche|salio de la cana el papa de mi hija|le dieron salida dominical|
    quedo solo con firma mensual|levantaron la orden de alejamiento|se vencio la cautelar|ya no tiene tobillera mi ex|
    my restraining order expired|they let him go|he was released on bail|soltaram ele|meu ex foi solto|
    ele saiu da cadeia hoje|yo lage l|li soti nan prizon|mari m soti nan prizon|mi ex sale libre mañana|soltaron a mi ex|
    soltaron al papa de mis hijos|mi esposo salio en libertad|lo van a soltar hoy|lo dejaron ir|
    le dieron la libertad a mi ex|se fugo del penal|le cambiaron la preventiva por arresto domiciliario|
    le sacaron la prision preventiva|quedo con firma mensual|lo dejaron con firma nomas|pago la fianza|
    mi ex se arranco de la carcel|mi agresor esta libre|el q me pegaba salio de la carcel|mi violador quedo libre|
    mi ex ya cumplio la pena|le quitaron el brazalete a mi ex|se le apago la tobillera|le revocaron la orden de alejamiento|
    me rechazaron la medida de proteccion|no me renovaron la cautelar|ya se termino la orden de alejamiento|
    they released my ex|my ex is out on bail|he bailed out|hes out of prison|the restraining order was dropped|
    he took off his ankle bracelet|ele foi solto hoje|meu ex saiu da prisão|ele tirou a tornozeleira|
    a medida protetiva venceu|yo libere mari m|ansyen mari m soti nan prizon|li sove nan prizon`,
  },
  {
    what: 'he found out, or knows where she is',
    names: 'found-her-plan found-her-plan-abroad found-her-things served-on-him knows-where',
    texts: `
    supo que lo denuncie|le llego el papel de la denuncia|se entero que fui al centro de la mujer|
    encontro la copia de la denuncia|mi suegra le dijo donde vivo|se entero de todo|se entero que fui a carabineros|
    se entero de la demanda|se entero q estoy embarazada de otro|encontro mi bolso con las cosas pa irme|
    encontro la plata que tenia guardada pa irme|encontro el papel del tribunal en mi cartera|
    leyo la notificacion del tribunal|vio el correo de ustedes|descubrio los mensajes con mi hermana de que me voy|
    le contaron q lo iba a dejar|sabe q hable con la asistente social|he found out i reported him|sabe donde vivo ahora|
    sabe mi direccion nueva|averiguo donde trabajo|he knows where i live now|se dio cuenta que me quiero ir|pillo la maleta|
    le dijeron donde estoy|cacho q lo denuncie|mi marido supo lo de la denuncia|mi ex ya sabe donde estoy viviendo|
    me encontro en la casa nueva|mi cuñada le conto q me voy a separar|se entero que hable con una abogada|he found my bag|
    he knows i'm leaving|my husband found out about the police report|ele descobriu que eu denunciei|ele sabe onde eu moro|
    li konnen kote m rete|li konnen m pote plent|se entero q lo denuncie|supo q fui a los pacos|
    mi marido descubrio q hable con carabineros|ya sabe que lo demande|le llego la notificacion de la cautelar|
    lo notificaron de la denuncia|le yego la orden de alejamiento|vio la denuncia en mi celular|
    encontro los papeles de la denuncia|encontro la tarjeta del centro de la mujer|le contaron que lo denuncie|
    mi hijo le conto que nos vamos|descubrio que tengo plata guardada para irme|sabe que me quiero ir|supo que me voy|
    descubrio mi plan de irme|me pillo la plata escondida|hallo el bolso listo|encontro los pasajes|averiguo mi direccion|
    consiguio mi direccion nueva|mi hijo le dio mi direccion|encontro donde vivo|supo donde estoy|me rastreo por el gps|
    le dijeron donde trabajo|sabe donde estudian mis hijos|dio con mi direccion|mi hermana le dijo donde estoy|
    he found out i called the police|he found out about the restraining order|my husband knows i want to leave|
    he found my escape money|my ex found my address|he found out where i live|ele soube da denúncia|
    ele descobriu que eu quero ir embora|meu ex descobriu meu endereço|ele achou a minha mala|li konnen m ap kite l|
    li jwenn adres mwen|li dekouvri tout bagay|mi mamá le dijo a mi ex donde estoy`,
  },
  {
    what: 'what she did to him',
    names: 'killed-him',
    texts: `
    lo apuñale|creo q lo mate|mate a mi marido|creo que lo mate|i killed my husband|i stabbed him|le enterre un cuchillo|
    matei meu marido|m touye l|creo que mate a mi marido|lo acuchille|le di con un cuchillo|le pegue una puñalada|
    lo empuje y no respira|creo que esta muerto|i think i killed him|i stabbed my husband|esfaqueei ele|mwen ponyade l`,
  },
  {
    what: 'harm by stealth',
    names: 'harmed-by-stealth tastes-odd',
    texts: `
    el amigo de mi pololo me quiere forzar|mi cafe tenia un gusto raro y el se rie|me da pastillas pa dormir sin q yo sepa|
    me corto los frenos de la bici|el amigo de mi pareja me quiere violar|mi suegro intento forzarme|
    me echa gotas en la comida sin que yo sepa|me pone algo en el te sin que me de cuenta|me corto los frenos del auto|
    el jugo sabia raro y el se reia|my coffee tasted weird and he laughed`,
  },
];

describe.each(TOLD)('$what', ({ names, texts }) => {
  test.each(listed(texts))('%s', text => {
    expect(names.split(' ').filter(name => readsAs(name, text))).not.toEqual([]);
    expect(readsAs('may-be-now', text)).toBe(true);
  });
});

const ALL = TOLD.flatMap(({ names }) => names.split(' '));
test.each(
  listed(`
    no me siento segura de la respuesta|no estoy segura|no estoy segura de la fecha|
    no estoy segura si me corresponde el bono|no me siento segura comprando por internet|
    no me siento segura para hablar en publico|no estoy segura en que oficina es|no estoy segura de denunciar|
    me da terror el dentista|me dan ataques de panico|como pido el boton de panico|le tengo terror a las arañas|
    vivo con mis hijos|vi una pelicula de terror|ya no le tengo terror|im not sure|is it safe to pay online|
    quedo libre una hora|quedo libre un cupo|mi hijo salio libre de cargos|mi hijo quedo libre|
    mi sobrino salio de la carcel|cuando quede libre me avisan?|me avisan si lo sueltan?|que pasa si lo sueltan|
    soltaron al perro|esta libre el lunes?|la hora quedo libre|el papa de mi hijo esta libre los fines de semana|
    el sale del hospital mañana|como se pide una tobillera electronica|cuando vence la orden de alejamiento?|
    como saco una medida cautelar|quiero renovar la cautelar|se entero mi mamá|mi mama se entero que lo denuncie|
    mi hermana sabe que lo denuncie|nadie sabe que denuncie|no se entero de nada|el no sabe donde vivo|no sabe que denuncie|
    mi abogada sabe donde estoy|usted sabe donde puedo denunciar|sabe donde queda el tribunal|
    como se entera el de la denuncia|cuando le llega la notificacion|le llego la notificacion de la pension?|
    encontro trabajo mi hija|encontro trabajo mi marido|vi el correo de ustedes|me llego la notificacion del tribunal|
    se entero que estoy embarazada|mi jefe se entero que estoy embarazada|does he find out if i report him?|
    will he know where i live|he found a job|mate una araña|tomo mate con mi marido|mi cafe tenia un gusto raro|
    el doctor me da pastillas para dormir|se me cortaron los frenos de la bici|el mecanico me corto los frenos|
    quiero irme de viaje|le dijeron que viniera el lunes|sabe que necesito una hora|mi mama supo que me voy a separar|
    quedo con dudas|estoy libre en la tarde|he is free on fridays|i am out of time|foi liberado o pagamento|
    salio en libertad condicional hace años mi ex|el fiscal vio la denuncia?|
    a mi hermana le dijeron que fuera a carabineros|le dijeron en la comisaria que volviera mañana|
    mi hijo encontro un abogado|no estoy segura si puedo ir al centro de la mujer|no me siento tranquila con esa respuesta|
    vivo en casa de mi mama|estoy nerviosa por la audiencia|me da panico hablar en la audiencia|tiemblo de frio|
    tirito de frio|mi libro quedo libre de impuestos|mi ex paga la pension con firma|pago la fianza del arriendo mi ex|
    termino la carrera mi ex|mi marido termino la condena en la teleserie|me soltaron la plata del bono|soltaron el pago|
    como saco la orden de alejamiento|necesito la orden de alejamiento|no me han dado la cautelar|
    la medida quedo sin efecto?|se me vencio el carnet|se vencio mi licencia|el tribunal encontro un error en la demanda|
    supe que hay un bono|vio la tele|me conto mi hermana que ustedes ayudan|le conte a mi mama que denuncie|
    mi mama se entero de todo y me apoya|ya encontro casa mi hermana|encontre trabajo|
    sabe que quiero separarme y esta de acuerdo|my mom found out|my sister knows where i live|i found out about the bonus|
    she found my bag at the store|minha mae sabe onde eu moro|manman m konnen kote m rete|mato de hambre|
    i killed it at work|le di un abrazo|me corto el pelo|me corto el agua|me da remedios la doctora|
    le puse frenos nuevos a la bici|la comida tenia mal sabor en el restaurant`),
)('of something else: %s', text => expect(ALL.filter(name => readsAs(name, text))).toEqual([]));

const SHEET = 'que es la mediacion';
/** What she wrote before. */
const PLACES: readonly (readonly [place: string, before: string[]])[] = [
  ['first words', []],
  ['whether it is safe', ['hola']],
  ['menu', ['hola', 'si']],
  ['sheet', ['hola', 'si', SHEET]],
  ['list', ['hola', 'si', 'como denuncio']],
  ['survey', ['como pido pension de alimentos', 'si', 'no']],
  ['offer of the call', ['hola', 'si', 'quiero hora con sicologa']],
  ['time of the call', ['si quiero la llamada de apoyo', 'si']],
  ['hours of the call', ['si quiero la llamada de apoyo', 'si', 'mañana en la tarde']],
  ['queue', ['hola', 'si', 'quiero hablar con una persona']],
];

test.each(PLACES)('%s: people are told of it, and she is asked of danger', async (_place, before) => {
  const texts = [
    ...['no me siento segura con mi pareja', 'le tengo terror', 'mi ex quedo libre hoy', 'le sacaron la cautelar'],
    ...['supo que lo denuncie', 'mi suegra le dijo donde vivo', 'creo q lo mate', 'me corto los frenos de la bici'],
  ];
  for (const text of texts)
    expect({ text, ...(await answerTo([...before, text])) }).toMatchObject({
      text,
      told: true,
      said: expect.stringMatching(/peligro (?:es )?ahora|¿D.nde est/) as string,
    });
});

test.each(['no me siento segura', 'no estoy a salvo', 'no, no estoy a salvo', 'not safe', 'mwen pa an sekirite'])(
  'to whether it is safe to write: nothing is asked on her screen, and people are told: %s',
  async text => {
    const { told, said } = await answerTo(['hola', text]);
    expect(told).toBe(true);
    expect(said).toMatch(/^(?:Entendido|Understood|Dakò)\.$/);
  },
);

test.each(['estoy muy asustada', 'me asusta, tengo miedo de denunciar', 'im so scared'])(
  'a talk in which she told fear is not closed untold: %s',
  async text => {
    const { events } = await played(['hola', 'si', SHEET, text, 'no', 'no', 'no', 'no', '5']);
    expect(events.filter(({ kind }) => kind === 'alert')).not.toEqual([]);
  },
);

test('a talk without fear closes untold', async () => {
  const { events } = await played(['hola', 'si', SHEET, 'si', 'no', '5']);
  expect(events.filter(({ kind }) => kind === 'alert')).toEqual([]);
});

async function played(texts: readonly string[]) {
  const turns = texts.map((text, i) => ({ at_s: i * 30, from: 'citizen', text }));
  const written = JSON.stringify([
    { id: 'd', protocol: 'whatsapp-mujer', channel: 'whatsapp', turns, expect: { reaches: [] } },
  ]);
  const { dialogues, problems } = readDialogues('told-calmly.yaml', written);
  expect(problems).toEqual([]);
  return play(dialogues[0]!, published);
}

/** What her last text is answered with, and whether people were told of it. */
async function answerTo(texts: readonly string[]): Promise<{ said: string; told: boolean }> {
  const { events } = await played(texts);
  const after = events.slice(events.findLastIndex(({ kind }) => kind === 'inbound'));
  return {
    said: after.flatMap(event => (event.kind === 'outbound' ? [event.text] : [])).join('\n'),
    told: after.some(({ kind }) => kind === 'alert' || kind === 'emergency'),
  };
}
